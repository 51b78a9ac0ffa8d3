"""What an author does in a terminal: begin a topic, import notes, test, look at coverage, compare two folders."""
import csv
import io
import json
import os
import pty
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

PROGRAM = os.path.abspath(sys.argv.pop(1))
HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

SHIPS = "name,home port,tonnage\nAurora,Kiel,1200 tonnes\nBorealis,\"Lund; Ystad\",about 900 tonnes\n"
LOG = "The Aurora sailed in 1912. Her captain was J. Lund.\n\nShe carried sixty sailors!\n"
SHIP = """source: log
title: A log

entity: Aurora
type: ship

fact: crew
value: 60
says: The crew of the Aurora was 60.
test: how many sailors did the Aurora have => 60
also: sailors

fact: home port
value: Kiel
says: The home port of the Aurora is Kiel.
test: what is the home port of the Aurora => Kiel

fact: port of registry
value: Kiel
says: The Aurora is registered in Kiel.
test: what is the port of registry of the Aurora => Kiel
"""


def docent(*arguments):
    return subprocess.run([PROGRAM, *arguments], cwd=HOME, text=True, capture_output=True, timeout=60)


class Author(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write(self, name, content):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(content)
        return self.path(name)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def checks_clean(self, folder):
        checked = docent("--knowledge", folder, "check")
        self.assertRegex(checked.stdout, r"; 0 errors, 0 warnings\n$")
        self.assertEqual(checked.returncode, 0)

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

    def test_a_table_becomes_facts_that_answer(self):
        made = docent("import", self.write("ships.csv", SHIPS), "--type", "ship", "--source", "harbour")
        self.assertEqual(made.returncode, 0, made.stderr)
        self.checks_clean(self.folder)
        self.assertIn("entity: Borealis\ntype: ship\n\nfact: home port\nvalue: Lund; Ystad\n"
                      "says: The home port of Borealis is Lund; Ystad.\ntest: home port of Borealis => Lund\n",
                      self.read("ships.facts"))
        self.assertRegex(docent("--knowledge", self.folder, "test").stdout, r"\n4 passed, 0 failed\n$")
        again = docent("import", self.path("ships.csv"))
        self.assertEqual(again.returncode, 4)
        self.assertIn("is there already and is not overwritten", again.stderr)

    def test_another_column_may_name_the_things(self):
        docent("import", self.write("ships.csv", SHIPS), "--entity", "home port")
        self.assertIn("entity: Kiel\n\nfact: name\nvalue: Aurora\n", self.read("ships.facts"))
        unknown = docent("import", self.path("ships.csv"), "--entity", "port", "--out", self.path("other.facts"))
        self.assertIn('no column "port"', unknown.stderr)
        self.assertFalse(os.path.exists(self.path("other.facts")))

    def test_objects_become_facts(self):
        notes = [{"name": "Aurora", "crew": 60, "decks": ["upper", "lower"], "sunk": False, "note": None}]
        docent("import", self.write("ships.json", json.dumps(notes)))
        facts = self.read("ships.facts")
        self.assertIn("fact: crew\nvalue: 60\n", facts)
        self.assertIn("fact: decks\nvalue: upper; lower\n", facts)
        self.assertIn("fact: sunk\nvalue: no\n", facts)
        self.assertNotIn("note", facts)
        self.checks_clean(self.folder)

    def test_broken_notes_write_nothing(self):
        for name, content, told in [("a.json", "[{]", "this is no JSON"), ("b.json", "[[1]]", "no object"),
                                    ("c.csv", "name,crew\nAurora\n", "wrong-length"), ("d.xml", "<a/>", '".xml"')]:
            made = docent("import", self.write(name, content))
            self.assertEqual(made.returncode, 4, name)
            self.assertIn(told, made.stderr)
        self.assertEqual([name for name in os.listdir(self.folder) if name.endswith(".facts")], [])

    def test_sentences_become_facts_with_their_quotes(self):
        docent("import", self.write("log.txt", LOG))
        facts = self.read("log.facts")
        self.assertEqual([line for line in facts.splitlines() if line.startswith("quote:")],
                         ["quote: The Aurora sailed in 1912.", "quote: Her captain was J. Lund.",
                          "quote: She carried sixty sailors!"])
        checked = json.loads(docent("--knowledge", self.folder, "check", "--json").stdout)
        self.assertEqual([one["code"] for one in checked["diagnostics"]], ["no-test"] * 3)

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
        self.assertEqual(self.astray("test: in which haven is the Aurora enrolled => Kiel").split(" does not hold ")[1],
                         '"haven", "enrolled": words that ask for it belong under its "also:", a date or a figure into a '
                         'role such as "when:"')
        self.assertEqual(self.astray("test: when was the home port of the Aurora => Kiel").split(" holds ")[1],
                         'all words of the question, but no date, which it asks for: the attribute\'s "kind:" says what '
                         "its values are")

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

    def test_height_is_no_slip_for_weight(self):
        self.write("ships.facts", "attribute: weight\nkind: number\n\n" + SHIP.replace("fact: crew", "fact: height")
                   + "\nfact: weight\nvalue: 900 tonnes\nsays: The Aurora weighs 900 tonnes.\n"
                     "test: weight of the Aurora => 900\n")
        self.checks_clean(self.folder)

    def test_the_grammar_for_editors_is_made_of_the_keys(self):
        listed = json.loads(docent("keys").stdout)
        blocks = {block["block"]: block for file in listed["files"] for block in file["blocks"]}
        self.assertEqual([file["extension"] for file in listed["files"]], ["facts", "rules", "forms"])
        with open(os.path.join(HOME, "packaging", "vscode", "syntaxes", "docent.tmLanguage.json"), encoding="utf-8") as file:
            kept = file.read()
        self.assertEqual(kept, docent("keys", "--textmate").stdout, "docent keys --textmate writes it")
        rules = {rule["name"].split(".")[2]: rule for rule in json.loads(kept)["patterns"] if "name" in rule}
        self.assertEqual(set(rules), set(blocks))
        for name, block in blocks.items():
            begin = re.compile(rules[name]["begin"].replace("(?i:", "(?:"), re.IGNORECASE)
            self.assertEqual(begin.match(f"{name}@zh: x").groups(), (name, "@", "zh", ":", "x"))
            known = re.compile(rules[name]["patterns"][1]["match"].replace("(?i:", "(?:"), re.IGNORECASE)
            for key in block["keys"]:
                self.assertEqual(known.match(key["key"] + ": x")[1], key["key"])
            self.assertIsNone(known.match("vlaue: x"))

    def test_every_key_is_documented(self):
        known = {key["key"] for file in json.loads(docent("keys").stdout)["files"] for block in file["blocks"]
                 for key in [*block["keys"], {"key": block["block"]}]}
        with open(os.path.join(HOME, "docs", "files.md"), encoding="utf-8") as files, \
                open(os.path.join(HOME, "docs", "rules.md"), encoding="utf-8") as rules:
            documents = files.read() + rules.read()
        said = set(re.findall(r"\b([a-z]+)\b", documents))
        self.assertEqual(sorted(known - said), [])

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
        log = self.log_of("how many deckhands did the Aurora have", "what is the weather",
                          "what is the home port of the Aurora", "how many deckhands did the Aurora have")
        run = docent("--knowledge", self.folder, "suggest", log)
        self.assertEqual(run.stdout, f"# {name}:7\n#   how many deckhands did the Aurora have\n"
                                     "#     The crew of the Aurora was 60. (A log)\nfact: crew\nalso: deckhands\n\n"
                                     "# 1 are not won back by one line\n#   what is the weather\n"
                                     "# 1 are answered by now\n#   what is the home port of the Aurora\n")
        self.assertEqual(self.read("ships.facts"), SHIP)
        report = json.loads(docent("--knowledge", self.folder, "suggest", "--json", log).stdout)
        self.assertEqual([(one["line"], one["add"]) for one in report["suggestions"]], [(7, "also: deckhands")])

    def test_a_word_that_makes_a_test_fail_is_not_suggested(self):
        self.write("ships.facts", SHIP + "never: how many deckhands did the Aurora have\n")
        report = json.loads(docent("--knowledge", self.folder, "suggest", "--json",
                                   self.log_of("how many deckhands did the Aurora have")).stdout)
        self.assertEqual((report["suggestions"], report["unwon"]), ([], ["how many deckhands did the Aurora have"]))

    def test_facts_are_listed_in_four_forms(self):
        self.write("ships.facts", SHIP)
        listed = docent("--knowledge", self.folder, "facts", "aurora")
        self.assertEqual(listed.stdout.splitlines()[0], "ships.facts:7  Aurora: crew = 60")
        lines = docent("--knowledge", self.folder, "facts", "--json").stdout.splitlines()
        self.assertEqual(json.loads(lines[1]),
                         {"id": "ships.facts:13", "entity": "Aurora", "attribute": "home port",
                          "slots": [{"role": "value", "values": ["Kiel"]}],
                          "says": {"en": "The home port of the Aurora is Kiel."}, "source": "log", "paragraph": 0})
        rows = list(csv.DictReader(io.StringIO(docent("--knowledge", self.folder, "facts", "--csv").stdout)))
        self.assertEqual([row["value"] for row in rows], ["60", "Kiel", "Kiel"])
        turtle = docent("--knowledge", self.folder, "facts", "--ttl").stdout
        self.assertIn("<urn:docent:entity:Aurora> a schema:Thing ;\n    schema:name \"Aurora\"@en .\n", turtle)
        self.assertEqual(turtle.count(" a docent:Fact "), 3)
        nothing = docent("--knowledge", self.folder, "facts", "Borealis")
        self.assertEqual((nothing.returncode, nothing.stdout), (1, ""))

    def hash_of(self, knowledge):
        checked = json.loads(docent("--knowledge", knowledge, "--rules", os.path.join(HOME, "rules"), "check", "--json").stdout)
        self.assertEqual(checked["errors"], 0)
        return checked["hash"]

    def test_what_is_exported_and_imported_again_is_the_same_brain(self):
        for topic in ("knowledge", "tests/museum/knowledge", "tests/geography/knowledge"):
            knowledge = os.path.join(HOME, topic)
            for form, name in (("--json", "all.jsonl"), ("--csv", "all.csv")):
                with self.subTest(topic=topic, form=form):
                    folder = os.path.join(topic.replace("/", "-"), form)
                    exported = docent("--knowledge", knowledge, "export", form)
                    self.assertEqual(exported.returncode, 0, exported.stderr)
                    with open(self.path(name), "w", encoding="utf-8", newline="") as file:
                        file.write(exported.stdout)
                    made = docent("import", self.path(name), "--out", self.path(folder, "knowledge"))
                    self.assertEqual(made.returncode, 0, made.stderr)
                    self.assertEqual(self.hash_of(self.path(folder, "knowledge")), self.hash_of(knowledge))

    def test_an_export_is_read_by_other_programs_and_overwrites_nothing(self):
        self.write("ships/ships.facts", SHIP)
        exported = docent("--knowledge", self.path("ships"), "export")
        blocks = [json.loads(line) for line in exported.stdout.splitlines()]
        self.assertEqual(blocks[1], {"file": "ships.facts", "lines": [{"key": "entity", "value": "Aurora"},
                                                                       {"key": "type", "value": "ship"}]})
        rows = list(csv.DictReader(io.StringIO(docent("--knowledge", self.path("ships"), "export", "--csv").stdout)))
        self.assertEqual(rows[4], {"file": "ships.facts", "block": "3", "key": "fact", "value": "crew"})
        self.assertEqual(docent("--knowledge", self.path("ships"), "export", "--ttl").stdout,
                         docent("--knowledge", self.path("ships"), "facts", "--ttl").stdout)
        again = docent("import", self.write("ships.jsonl", exported.stdout), "--out", self.path("ships"))
        self.assertEqual(again.returncode, 4)
        self.assertIn("is there already and is not overwritten", again.stderr)
        self.assertEqual(self.read("ships/ships.facts"), SHIP)

    def test_an_import_writes_into_its_folder_only(self):
        for name in ("../out.facts", "/tmp/out.facts", "a/../../out.facts", ""):
            notes = self.write("bad.jsonl", json.dumps({"file": name, "text": "x"}) + "\n")
            made = docent("import", notes, "--out", self.path("in"))
            self.assertEqual(made.returncode, 4, name)
            self.assertIn("is no name of a file below a folder", made.stderr)
            self.assertFalse(os.path.exists(self.path("out.facts")))
        self.assertIn("line 1 is none that", docent("import", self.write("bad.jsonl", "[]\n")).stderr)

    def test_files_are_put_in_form_only_where_they_are_not(self):
        path = self.write("ships.facts", SHIP.replace("fact: crew", "# a note\n\n\nFact:crew  "))
        checked = docent("fmt", "--check", self.folder)
        self.assertEqual((checked.returncode, checked.stdout), (1, path + "\n"))
        self.assertEqual(docent("fmt", self.folder).returncode, 0)
        self.assertEqual(self.read("ships.facts"), SHIP.replace("fact: crew", "# a note\n\nfact: crew"))
        again = docent("fmt", "--check", self.folder)
        self.assertEqual((again.returncode, again.stdout), (0, ""))
        self.assertEqual(os.listdir(self.folder), ["ships.facts"])

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
