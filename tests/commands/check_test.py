"""What `docent check` prints around its diagnostics, and the help of the commands that read the text files."""
import json
import unittest

from author_case import SHIP, AuthorCase, docent

UNTESTED = "".join(f"\nfact: mast {number}\nvalue: tall\nsays: Mast {number} of the Aurora is tall.\n" for number in range(4))


class Check(AuthorCase):
    def check(self, *options):
        return docent("--knowledge", self.folder, "check", *options).stdout

    def test_facts_without_a_test_come_last_and_many_are_folded_into_one_line(self):
        path = self.write("ships.facts", SHIP + UNTESTED + "\nfact: masts\nvalue: 3..4\ntest: masts of the Aurora => 3\n")
        printed = self.check().splitlines()
        self.assertIn("warning[unread-number]", printed[0])
        self.assertEqual(printed[-2], f'warning[no-test]: 4 facts have no test, the first at {path}:23:7; '
                                      '"docent check --all" lists them')
        self.assertTrue(printed[-1].endswith("; 0 errors, 5 warnings"), printed[-1])
        listed = self.check("--all")
        self.assertEqual(listed.count("warning[no-test]: no test asks for this fact"), 4)
        self.assertLess(listed.index("unread-number"), listed.index("no-test"))
        codes = [one["code"] for one in json.loads(self.check("--json"))["diagnostics"]]
        self.assertEqual(codes.count("no-test"), 4)

    def test_a_few_facts_without_a_test_are_named(self):
        self.write("ships.facts", SHIP + UNTESTED.replace("mast 3", "mast 2\ntest: mast 2 of the Aurora => tall"))
        self.assertEqual(self.check().count("warning[no-test]: no test asks for this fact"), 3)

    def test_an_error_keeps_warnings_from_being_looked_for(self):
        self.write("ships.facts", SHIP + UNTESTED + "vlaue: 1\n")
        self.assertRegex(self.check(), r"\n1 error; warnings are looked for when no error is left\n$")
        self.assertIs(json.loads(self.check("--json"))["warnings_sought"], False)
        self.write("ships.facts", SHIP)
        self.assertIs(json.loads(self.check("--json"))["warnings_sought"], True)

    def test_a_rule_file_among_facts_is_told_of(self):
        self.write("ships.facts", SHIP)
        path = self.write("own.rules", "rule: length\nask: how long is she\nfind: facts\n")
        self.assertIn(f"{path}: warning[stray-file]: a .rules file is not read here", self.check())
        self.assertNotIn("stray-file", self.check("--rules", self.folder))

    def test_facts_of_tables_are_counted_apart(self):
        self.write("ships.facts", SHIP + "\ntable: ships.csv\nentity: name\ntype: ship\ncolumn: length => length\n"
                   "constant: flag = Norway\n")
        self.write("ships.csv", "name,length\nAurora,60 m\nBella,70 m\n")
        self.assertRegex(self.check(), r"^7 facts \(4 of them from tables\) about 2 entities from 1 source, ")
        self.assertEqual(json.loads(self.check("--json"))["facts_from_tables"], 4)

    def test_a_time_of_day_is_no_number_that_was_not_read(self):
        for time in ("9 am", "8.30 pm", "10:30", "8 am to 6.30 pm", "6 o'clock"):
            with self.subTest(time=time):
                self.write("ships.facts", SHIP + f"\nfact: muster\nvalue: {time}\nsays: The muster of the Aurora is at {time}.\n"
                           f"test: muster of the Aurora => {time}\n")
                self.checks_clean(self.folder)

    def test_a_unit_that_the_sentence_says_once_goes_with_both_figures(self):
        for sentence in ("The crossing of the Aurora was cut from 20 minutes to 14.", "The crossing of the Aurora takes 14 of the 47 minutes."):
            with self.subTest(sentence=sentence):
                self.write("ships.facts", SHIP + f"\nfact: crossing\nvalue: 14 minutes\nsays: {sentence}\n"
                           "test: what is the crossing of the Aurora => 14\n")
                self.checks_clean(self.folder)

    def test_what_is_put_off_from_one_year_to_another_has_no_since(self):
        self.write("ships.facts", SHIP + "\nevent: delay of the refit\nverb: delay\nwhat: refit\nfrom: 2021\nto: 2023\n"
                   "says: The refit of the Aurora was delayed from 2021 to 2023.\ntest: until when was the refit delayed => 2023\n")
        self.assertNotIn("from-date", self.check())

    def test_the_help_of_a_command_names_the_options_that_all_take(self):
        for command in ("serve", "ask", "explain", "check", "test", "suggest", "facts", "export", "fmt", "coverage"):
            with self.subTest(command=command):
                printed = docent(command, "--help").stdout
                self.assertRegex(printed, r"\nCommon options:\n  --knowledge DIR .*\n  --rules DIR ")
        self.assertNotIn("--knowledge", docent("new", "--help").stdout)


if __name__ == "__main__":
    unittest.main()
