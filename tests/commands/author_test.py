"""What an author does in a terminal: begin a topic, test, look at coverage, win questions back, compare two folders."""
import json
import os
import re
import sqlite3
import subprocess
import unittest

from author_case import HOME, PROGRAM, SHIP, AuthorCase, docent


class Author(AuthorCase):
    def test_a_new_topic_checks_clean_and_its_tests_pass(self):
        made = docent("new", self.path("light"))
        self.assertEqual(made.returncode, 0, made.stderr)
        self.checks_clean(self.path("light"))
        self.assertRegex(docent("--knowledge", self.path("light"), "test").stdout, r"\n10 passed, 0 failed\n$")

    def test_a_topic_that_is_there_is_not_overwritten(self):
        mine = self.write("light/topic.facts", "# mine\n")
        self.assertEqual(docent("new", self.path("light")).returncode, 4)
        with open(mine, encoding="utf-8") as file:
            self.assertEqual(file.read(), "# mine\n")

    def test_the_program_tells_its_version(self):
        self.assertRegex(docent("--version").stdout, r"^docent \d+\.\d+\.\d+\n$")

    def test_a_port_that_is_none_is_told_the_range(self):
        refused = docent("serve", "--port", "99999")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("0 to 65535", refused.stderr)

    def test_a_key_of_another_block_is_told_where_it_belongs(self):
        self.write("topic.facts", "entity: Aurora\nkind: body\n")
        told = docent("--knowledge", self.folder, "check").stdout
        self.assertIn('"kind" is a key of an attribute and of a type: write it in a block that begins with "attribute:" or "type:"', told)

    def test_open_lines_that_are_answered_now_are_named(self):
        docent("new", self.path("light"))
        content = self.read("light/topic.facts")
        line = next(row for row in content.splitlines() if row.startswith("test: "))
        self.write("light/topic.facts", content.replace(line, line.replace("test: ", "open: ", 1)))
        told = docent("--knowledge", self.path("light"), "test").stdout
        self.assertIn('1 open line is answered now: make it "test:" or "never:"\n', told)
        self.assertRegex(told, r"topic\.facts:\d+:\d+: " + re.escape(line[6:].split(" => ")[0]) + "\n")

    def test_watching_tests_again_after_an_edit(self):
        docent("new", self.path("light"))
        with subprocess.Popen([PROGRAM, "--knowledge", self.path("light"), "test", "--watch"], cwd=HOME, text=True,
                              stdout=subprocess.PIPE) as watch:
            try:
                def until_watching():
                    lines = []
                    while not lines or not lines[-1].startswith("watching"):
                        lines.append(watch.stdout.readline())
                        self.assertTrue(lines[-1], "it ended")
                    return "".join(lines)

                self.assertIn("10 passed, 0 failed\n", until_watching())
                content = self.read("light/topic.facts")
                self.write("light/topic.facts", content.replace("value: 41 metres", "value: 43 metres")
                           .replace("is 41 metres high", "is 43 metres high"))
                self.assertIn("8 passed, 2 failed\n", until_watching())
                self.write("light/topic.facts", "fact: nothing\n")
                self.assertIn("error[no-subject]", until_watching())
            finally:
                watch.kill()

    def test_without_its_fact_a_question_is_declined_unless_another_says_the_same(self):
        self.write("ships.facts", SHIP)
        run = docent("--knowledge", self.folder, "test", "--leave-one-out", "--json")
        report = json.loads(run.stdout)
        self.assertEqual((report["facts"], report["questions"]), (3, 3))
        self.assertEqual((report["kept"], report["borrowed"], report["borrowings"]), (0, 0, []))
        self.assertEqual(run.returncode, 0)
        few = docent("--knowledge", self.folder, "test", "--leave-one-out", "--filter", "sailors")
        self.assertEqual(few.stdout, "1 facts taken away in turn, 1 questions asked\n"
                                     "0 answered by what is left, which says the same\n0 borrowed\n")
        self.assertEqual(few.returncode, 0)

    def log_of(self, *questions):
        """A question log as the server writes it."""
        path = self.path("questions.db")
        with sqlite3.connect(path) as log:
            log.execute("CREATE TABLE question (id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, "
                        "kind TEXT NOT NULL, question TEXT NOT NULL, language TEXT NOT NULL, missing TEXT NOT NULL, "
                        "brain TEXT NOT NULL)")
            for question in questions:
                log.execute("INSERT INTO question (time, kind, question, language, missing, brain) "
                            "VALUES (1, 'unknown', ?, 'en', '', '')", (question,))
        log.close()
        return path

    def test_a_word_that_would_win_a_question_back_is_suggested(self):
        self.write("ships.facts", SHIP)
        name = self.path("ships.facts")
        log = self.log_of("how many stokers did the Aurora have", "what is the weather",
                          "what is the home port of the Aurora", "how many stokers did the Aurora have")
        run = docent("--knowledge", self.folder, "suggest", log)
        self.assertEqual(run.stdout, f"# {name}:7\n#   how many stokers did the Aurora have\n"
                                     "#     The crew of the Aurora was 60. (A log)\nfact: crew\nalso: stokers\n\n"
                                     "# 1 are not won back by one line\n#   what is the weather\n"
                                     "# 1 are answered by now\n#   what is the home port of the Aurora\n")
        self.assertEqual(self.read("ships.facts"), SHIP)
        report = json.loads(docent("--knowledge", self.folder, "suggest", "--json", log).stdout)
        self.assertEqual([(one["line"], one["add"]) for one in report["suggestions"]], [(7, "also: stokers")])

    def test_a_word_that_makes_a_test_fail_is_not_suggested(self):
        self.write("ships.facts", SHIP + "never: how many stokers did the Aurora have\n")
        report = json.loads(docent("--knowledge", self.folder, "suggest", "--json",
                                   self.log_of("how many stokers did the Aurora have")).stdout)
        self.assertEqual((report["suggestions"], report["unwon"]), ([], ["how many stokers did the Aurora have"]))

    def test_where_the_nearest_fact_is_not_meant_the_next_ones_are_tried(self):
        people = "type: person\n\nattribute: owner\nkind: person\n\nattribute: captain\nkind: person\n\n"
        owner = "fact: owner\nvalue: Ada Lund\nsays: Ada Lund was the owner of the Aurora.\n" \
            "never: who was the quartz and owner of the Aurora\n\n"
        captain = "fact: captain\nvalue: Olaf Berg\nsays: Olaf Berg was the captain of the Aurora.\n"
        self.write("ships.facts", people + "entity: Aurora\ntype: ship\n\n" + owner + captain)
        log = self.log_of("who was the quartz of the Aurora")
        report = json.loads(docent("--knowledge", self.folder, "suggest", "--json", log).stdout)
        self.assertEqual([(one["block"], one["add"]) for one in report["suggestions"]], [("fact: captain", "also: quartz")])
        few = json.loads(docent("--knowledge", self.folder, "suggest", "--json", "--tries", "1", log).stdout)
        self.assertEqual(few["unwon"], ["who was the quartz of the Aurora"])

    def completed(self, *words):
        script = self.write("complete.bash", docent("completion", "bash").stdout)
        typed = " ".join(f"'{word}'" for word in ("docent",) + words)
        run = subprocess.run(["bash", "-c", f"source {script}; COMP_WORDS=({typed}); COMP_CWORD={len(words)}; _docent; "
                              'printf "%s\\n" "${COMPREPLY[@]}"'], text=True, capture_output=True, timeout=60)
        self.assertEqual(run.stderr, "")
        return run.stdout.split()

    def test_a_shell_completes_commands_and_their_options(self):
        self.assertEqual(self.completed("cov"), ["coverage"])
        self.assertEqual(self.completed("--kn"), ["--knowledge"])
        self.assertEqual(self.completed("--knowledge", "x", "test", "--lea"), ["--leave-one-out"])
        self.assertEqual(self.completed("test", "--kn"), ["--knowledge"])
        self.assertIn("bashcompinit", docent("completion", "zsh").stdout)
        self.assertEqual(docent("completion", "tcsh").returncode, 2)

    def test_coverage_names_what_is_not_reached(self):
        docent("new", self.path("light"))
        report = json.loads(docent("--knowledge", self.path("light"), "coverage", "--json", "--html",
                                   self.path("coverage.html")).stdout)
        titles = [fact["title"] for fact in report["facts"]]
        self.assertEqual(len(titles), 5)
        self.assertIn("Gull Rock Lighthouse: height", titles)
        self.assertGreater(report["reached"], report["asked"] / 2)
        self.assertTrue(report["unused_rules"])
        told = docent("--knowledge", self.path("light"), "coverage").stdout
        self.assertNotIn("no test uses the rule", told, "the rules of the languages are not the author's")
        with_rules = docent("--knowledge", self.path("light"), "--rules", os.path.join(HOME, "rules"), "coverage").stdout
        self.assertRegex(with_rules, r"no test uses the rule .*\n(.*\n)*.* rules are used by no test\n")
        self.write("own/rules.rules", "rule: what a light stands at\nask: what does {lighthouse} stand at\nfind: number of {lighthouse}\n")
        with_own = docent("--knowledge", self.path("light"), "--rules", os.path.join(HOME, "rules"), "--rules", self.path("own"),
                          "coverage").stdout
        self.assertEqual(re.findall('no test uses the rule "(.*)"', with_own), ["what a light stands at"])
        page = self.read("coverage.html")
        self.assertIn("Gull Rock Lighthouse: height", page)
        self.assertNotIn("http", page)

    def test_diff_shows_the_answers_that_change(self):
        docent("new", self.path("old"))
        docent("new", self.path("new"))
        self.assertEqual(docent("diff", self.path("old"), self.path("new")).stdout, "0 of 10 answers change\n")
        content = self.read("new/topic.facts")
        self.write("new/topic.facts", content.replace("about 18", "about 20"))
        changed = docent("diff", self.path("old"), self.path("new"))
        self.assertEqual(changed.returncode, 1)
        self.assertRegex(changed.stdout, r"how far does the Gull Rock light reach\n  - .*about 18.*\n  \+ .*about 20.*\n")


if __name__ == "__main__":
    unittest.main()
