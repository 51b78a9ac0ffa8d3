"""Facts from and to other forms: import, export, lists, the form of files, keys for editors."""
import csv
import io
import json
import os
import re
import subprocess
import unittest

from author_case import HOME, PROGRAM, SHIP, AuthorCase, docent

SHIPS = "name,home port,tonnage\nAurora,Kiel,1200 tonnes\nBorealis,\"Lund; Ystad\",about 900 tonnes\n"
LOG = "The Aurora sailed in 1912. Her captain was J. Lund.\n\nShe carried sixty sailors!\n"


class Exchange(AuthorCase):
    def test_sentences_fit_the_names_of_the_columns(self):
        notes = "name,master,seats,opened,since\nBella,Olav Berg,60,1911,2015\n"
        docent("import", self.write("ships.csv", notes))
        told = [line for line in self.read("ships.facts").splitlines() if line.startswith("says: ")]
        self.assertEqual(told, ["says: The master of Bella is Olav Berg.", "says: The seats of Bella are 60.",
                                "says: Bella: opened 1911.", "says: Bella: since 2015."])
        self.checks_clean(self.folder)
        docent("import", self.path("ships.csv"), "--out", self.path("other.facts"), "--says", "{attribute} is {value}")
        self.assertIn("says: opened is 1911\n", self.read("other.facts"))

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

    def test_facts_are_listed_in_four_forms(self):
        self.write("ships.facts", SHIP)
        listed = docent("--knowledge", self.folder, "facts", "aurora")
        self.assertEqual(listed.stdout.splitlines()[:2], ["ships.facts:7  Aurora: crew = 60 [number 60]",
                                                          "    The crew of the Aurora was 60."])
        lines = docent("--knowledge", self.folder, "facts", "--json").stdout.splitlines()
        self.assertEqual(json.loads(lines[1]),
                         {"id": "ships.facts:13", "entity": "Aurora", "attribute": "home port",
                          "slots": [{"role": "value", "kind": "text", "values": ["Kiel"], "read": ["text"]}],
                          "says": {"en": "The home port of the Aurora is Kiel."}, "source": "log", "paragraph": 0})
        rows = list(csv.DictReader(io.StringIO(docent("--knowledge", self.folder, "facts", "--csv").stdout)))
        self.assertEqual([row["value"] for row in rows], ["60", "Kiel", "Kiel"])
        turtle = docent("--knowledge", self.folder, "facts", "--ttl").stdout
        self.assertIn("<urn:docent:entity:Aurora> a schema:Thing ;\n    schema:name \"Aurora\"@en .\n", turtle)
        self.assertEqual(turtle.count(" a docent:Fact "), 3)
        nothing = docent("--knowledge", self.folder, "facts", "Borealis")
        self.assertEqual((nothing.returncode, nothing.stdout), (1, ""))

    def test_how_far_a_fact_is_and_what_its_values_were_read_as_is_listed(self):
        self.write("ships.facts", "source: log\ntitle: A log\n\nentity: Aurora\n\nentity: Lund\ntype: person\n\nattribute: master\n"
                   "kind: person\n\nfact: master\nof: Aurora\nvalue: Lund\nwhen: May 1912\namount: more than £35\nstatus: planned\n")
        self.assertEqual(docent("--knowledge", self.folder, "facts").stdout,
                         "ships.facts:12  Aurora: master = Lund [entity] (when May 1912 [date 1912-05]; "
                         "amount more than £35 [money >35 GBP]; status planned)\n")
        listed = json.loads(docent("--knowledge", self.folder, "facts", "--json").stdout)
        self.assertEqual(listed["status"], "planned")
        self.assertEqual(listed["slots"][0], {"role": "value", "kind": "person", "values": ["Lund"], "read": ["entity"]})
        row = next(csv.DictReader(io.StringIO(docent("--knowledge", self.folder, "facts", "--csv").stdout)))
        self.assertEqual((row["status"], row["kind"]), ("planned", "person"))
        self.assertIn('docent:status "planned"', docent("--knowledge", self.folder, "facts", "--ttl").stdout)

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
                    with open(self.path(name), "wb") as file:  # byte for byte: tables may end their lines with CR LF
                        exported = subprocess.run([PROGRAM, "--knowledge", knowledge, "export", form], cwd=HOME, stdout=file)
                    self.assertEqual(exported.returncode, 0)
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


if __name__ == "__main__":
    unittest.main()
