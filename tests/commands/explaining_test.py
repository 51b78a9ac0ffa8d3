"""What the program says to an author whose question is not answered, or whose file is not as it was meant."""
import json
import os
import pty
import re
import subprocess
import unittest
import xml.etree.ElementTree

from author_case import HOME, PROGRAM, SHIP, AuthorCase, docent


class Explaining(AuthorCase):
    def test_a_failed_question_says_where_it_went_astray(self):
        docent("new", self.path("light"))
        facts = self.read("light/topic.facts") + "test: who painted Gull Rock Lighthouse => Ada\n" \
            "test: how tall is Gull Rock => 41\n"
        self.write("light/topic.facts", facts)
        run = docent("--knowledge", self.path("light"), "test", "--filter", "painted", "--junit", self.path("j.xml"))
        self.assertEqual(run.returncode, 1)
        self.assertRegex(run.stdout, r"topic\.facts:\d+:7: who painted Gull Rock Lighthouse\n"
                                     r"    expected: Ada\n    answered: \[unknown\] .*\n"
                                     r"    failed:   it is not answered, but unknown\n"
                                     r"    read as:  who: look up person\n    astray:   (weighing|look-up): .*\n")
        self.assertRegex(run.stdout, r"0 passed, 1 failed\n$")
        suite = xml.etree.ElementTree.parse(self.path("j.xml")).getroot().find("testsuite")
        self.assertEqual((suite.get("tests"), suite.get("failures")), ("1", "1"))
        report = json.loads(docent("--knowledge", self.path("light"), "test", "--json").stdout)
        self.assertEqual(report["failed"], 1)
        failed = [one for one in report["results"] if not one["passed"]]
        self.assertEqual([one["question"] for one in failed], ["who painted Gull Rock Lighthouse"])
        self.assertIn(failed[0]["astray"], ("weighing", "look-up"))

    def trace(self, question, environment):
        """What `explain --trace` prints on a terminal."""
        ours, its = pty.openpty()
        with subprocess.Popen([PROGRAM, "--knowledge", self.folder, "explain", "--trace", question], cwd=HOME, stdout=its,
                              env={**os.environ, **environment}):
            os.close(its)
            printed = b""
            try:
                while part := os.read(ours, 4096):
                    printed += part
            except OSError:
                pass  # a terminal ends so
        os.close(ours)
        return printed.decode().replace("\r\n", "\n")

    def astray(self, line):
        self.write("ships.facts", SHIP + line + "\n")
        run = docent("--knowledge", self.folder, "test")
        return re.search(r"\n    astray:   (.*)", run.stdout)[1]

    def test_what_helps_a_failed_question_depends_on_what_its_fact_lacks(self):
        self.assertEqual(self.astray("test: in which bollard is the Aurora enrolled => Kiel").split(" does not hold ")[1],
                         '"bollard", "enrolled": words that ask for it belong under its "also:", a date or a figure into a '
                         'role such as "when:"')
        self.assertEqual(self.astray("test: when was the home port of the Aurora => Kiel").split(" holds ")[1],
                         'all words of the question, but no date, which it asks for: the attribute\'s "kind:" says what '
                         "its values are")

    def test_a_thing_of_another_type_is_told(self):
        facts = """source: log
title: A log

type: harbour
kind: place

type: pier
kind: place

entity: Old Pier
type: pier

entity: Aurora

fact: berth
of: Aurora
value: Old Pier
also: harbour
says: The berth of the Aurora is the Old Pier.
test: in which harbour is the berth of the Aurora => Old Pier
"""
        self.write("ships.facts", facts)
        run = docent("--knowledge", self.folder, "test")
        self.assertIn('but nothing of the type "harbour", which it asks for', run.stdout)

    def test_words_that_count_too_little_are_named_and_count_where_the_remedy_puts_them(self):
        facts = """source: log
title: A log

attribute: location
kind: place
also: based, from

entity: Thermaguard
type: company

fact: location
value: Munich
says: Thermaguard is a company of Munich.
test: where does Thermaguard come from => Munich
"""
        self.write("ships.facts", facts)
        self.assertIn('but they count too little: "come from" only in its sentence or in near words; put them under its "also:"',
                      docent("--knowledge", self.folder, "test").stdout)
        self.write("ships.facts", facts + "also: come from\n")
        self.assertIn("1 passed, 0 failed", docent("--knowledge", self.folder, "test").stdout)

    def test_places_open_from_where_the_program_was_started(self):
        path = self.write("deep/ships.facts", SHIP + "vlaue: 1\n")
        told = docent("--knowledge", self.path("deep"), "check").stdout.splitlines()[0]
        self.assertTrue(told.startswith(f"{path}:22:1: error[unknown-key]"), told)
        near = subprocess.run([PROGRAM, "--knowledge", "deep", "--rules", os.path.join(HOME, "rules"), "check"],
                              cwd=self.folder, text=True, capture_output=True, timeout=60)
        self.assertTrue(near.stdout.startswith("deep/ships.facts:22:1: "), near.stdout)

    def test_a_number_that_is_meant_as_text_is_not_told(self):
        facts = SHIP.replace("value: 60", "value: 60..70")
        self.write("ships.facts", facts)
        self.assertIn("unread-number", docent("--knowledge", self.folder, "check").stdout)
        self.write("ships.facts", "attribute: crew\nkind: text\n\n" + facts)
        self.checks_clean(self.folder)

    def test_a_range_of_years_is_a_date(self):
        facts = SHIP.replace("value: 60", "value: 2021 to 2023").replace("=> 60", "=> 2021")
        self.write("ships.facts", "attribute: crew\nkind: date\n\n" + facts)
        self.assertNotIn("unread-number", docent("--knowledge", self.folder, "check").stdout)

    def test_a_word_that_an_attribute_has_twice_is_no_doubt_which_is_meant(self):
        self.write("ships.facts", SHIP.replace("fact: crew", "fact: hands")
                   + "\nattribute: crew\nkind: count\nalso: hands, Hands\nalso@zh: hands\n")
        self.checks_clean(self.folder)

    def test_height_is_no_slip_for_weight(self):
        self.write("ships.facts", "attribute: weight\nkind: number\n\n" + SHIP.replace("fact: crew", "fact: height")
                   + "\nfact: weight\nvalue: 900 tonnes\nsays: The Aurora weighs 900 tonnes.\n"
                     "test: weight of the Aurora => 900\n")
        self.checks_clean(self.folder)

    def test_a_trace_says_why_each_losing_rule_lost(self):
        self.write("ships.facts", SHIP)
        plain = docent("--knowledge", self.folder, "explain", "--trace", "what is the home port of the Aurora").stdout
        self.assertIn("marks      what is the [home port:attribute] of the [aurora:name]\n", plain)
        self.assertRegex(plain, r"\nform     \+ which words: look up\n")
        self.assertRegex(plain, r"\nrule     \+ .* -> Kiel \{ships\.facts:13\}\n")
        lost = re.findall(r"\n {9}- (.*)\n {13}lost: (.*)", plain)
        self.assertTrue(lost, plain)
        self.assertTrue(any(re.fullmatch(r"its priority is -?\d+, the winner's -?\d+", reason) for _, reason in lost), plain)
        self.assertTrue(plain.endswith("\nKiel. The home port of the Aurora is Kiel. (A log)\n"), plain)

    def covers(self, *arguments):
        printed = docent("--knowledge", self.folder, "explain", *arguments).stdout
        return re.findall(r"^(?:covers)? +(ships\.facts:\d+: .*)$", printed, re.MULTILINE)

    def test_what_accounted_for_each_word_is_told_of_the_best_facts(self):
        self.write("ships.facts", SHIP.replace("value: 60", "value: 60\nwhen: 1912") +
                   "\nentity: Borealis\ntype: ship\n\nfact: captain\nvalue: Ada Lund\nsays: Ada Lund was the captain.\n")
        told = self.covers("how many sailors did the vessel Aurora have in 1912")
        self.assertEqual(told[0], 'ships.facts:7: [sailors] equal stem in also 100 %; [aurora] name "Aurora" in subject, says '
                                  "100 %; [1912] agreeing date in when 100 %; left over: [vessel]")
        self.assertIn('ships.facts:14: [aurora] name "Aurora" in subject, says 100 %; left over: [sailors]; [vessel]; [1912]', told)
        self.assertEqual(self.covers("--trace", "how many sailors did the vessel Aurora have in 1912"), told)
        self.assertEqual(self.covers("which ship did the skipper command")[0],
                         'ships.facts:27: [ship] kind of answer; [skipper] synonym of "captain" in attribute, says 92 %; [command] '
                         'synonym of "captain" in attribute, says 75 %')

    def test_a_trace_is_in_colour_on_a_terminal_unless_that_is_unwanted(self):
        self.write("ships.facts", SHIP)
        question = "what is the home port of the Aurora"
        plain = docent("--knowledge", self.folder, "explain", "--trace", question).stdout
        self.assertNotIn("\x1b", plain)
        coloured = self.trace(question, {"NO_COLOR": ""})
        self.assertIn("\x1b[32m+ ", coloured)
        self.assertIn("\x1b[35mlost: ", coloured)
        self.assertEqual(re.sub(r"\x1b\[\d+m", "", coloured), plain)
        self.assertEqual(self.trace(question, {"NO_COLOR": "1"}), plain)


if __name__ == "__main__":
    unittest.main()
