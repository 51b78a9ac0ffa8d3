"""What is written down of the service's work: metrics, log lines, the question log, `docent questions`."""
import contextlib
import http.client
import itertools
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time
import unittest

import docent_process
from docent_process import ABOUT, HOME, OTHER_YEAR, Server

NONSENSE = "who is Kwazimodo of Quux"


def docent(*arguments):
    return subprocess.run([docent_process.PROGRAM, *arguments], cwd=HOME, text=True, capture_output=True, timeout=60)


class MetricsTest(unittest.TestCase):
    def test_counts_what_happened(self):
        with Server("--max-question", "60", "--questions-per-connection", "1", "--questions-per-connection-burst", "2") as server:
            server.post({"text": ABOUT})
            server.post({"text": OTHER_YEAR})
            server.post({"text": "a" * 61})
            server.post("nonsense")
            server.post({"type": "feedback", "text": ABOUT, "helpful": True})
            server.request("GET", "/healthz", A="b" * 9000)
            status, headers, page = server.request("GET", "/metrics")
            facts = json.loads(server.request("GET", "/api/about")[2])["facts"]
        self.assertEqual((200, "text/plain; version=0.0.4; charset=utf-8"), (status, headers["Content-Type"]))
        lines = page.splitlines()
        for line in ('docent_questions_total{status="answered"} 1', 'docent_questions_total{status="unknown"} 1',
                     'docent_errors_total{code="too_long"} 1', 'docent_errors_total{code="bad_json"} 1',
                     'docent_limit_hits_total{limit="question"} 1', 'docent_limit_hits_total{limit="header"} 1',
                     'docent_limit_hits_total{limit="connections"} 0', 'docent_feedback_total{helpful="true"} 1',
                     'docent_answer_seconds_count 2', f'docent_brain_facts {facts}'):
            self.assertIn(line, lines)
        self.assertRegex(page, r"\ndocent_connections [1-9]")  # the one that asks; others may not be seen to be closed yet


class LogTest(unittest.TestCase):
    def log_of(self, *flags):
        with tempfile.TemporaryFile("w+") as log:
            with Server(*flags, errors=log) as server:
                server.post({"text": ABOUT})
                server.stop()
            log.seek(0)
            return log.read()

    def line_of(self, *flags):
        return next(json.loads(line) for line in self.log_of(*flags).splitlines() if line.startswith("{"))

    def test_a_line_of_json_a_question_only_if_wanted(self):
        self.assertNotIn('"event"', self.log_of())
        line = self.line_of("--log-each")
        self.assertEqual(("question", "answered", "en"), (line["event"], line["status"], line["language"]))
        self.assertTrue(line["facts"] and line["brain"] and line["ms"] > 0)
        self.assertNotIn("question", line)

    def test_the_text_only_if_that_is_wanted(self):
        line = self.line_of("--log-questions")
        self.assertEqual(ABOUT, line["question"])


class QuestionLogTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.file = os.path.join(self.folder.name, "questions.db")

    def test_keeps_what_was_declined_or_did_not_help(self):
        with Server("--question-log", self.file) as server:
            for text in (NONSENSE, NONSENSE, OTHER_YEAR, ABOUT):
                server.post({"text": text})
            server.post({"type": "feedback", "text": ABOUT, "helpful": False})
            server.post({"type": "feedback", "text": OTHER_YEAR, "helpful": True})
            server.stop()
        listed = docent("questions", self.file)
        self.assertEqual(0, listed.returncode, listed.stderr)
        groups = [line for line in listed.stdout.splitlines() if not line.startswith(" ")]
        self.assertEqual(3, len(groups), listed.stdout)
        self.assertRegex(groups[0], '^2  not understood: .*"(?i:kwazimodo)"')
        self.assertIn(f"    {NONSENSE}  (2 times)\n", listed.stdout)
        self.assertIn(f"1  answers that did not help\n    {ABOUT}\n", listed.stdout)
        self.assertEqual(2, json.loads(docent("questions", "--json", self.file).stdout)[0]["count"])

    def test_holds_no_addresses(self):
        with Server("--question-log", self.file) as server:
            server.post({"text": NONSENSE})
            server.stop()
        with sqlite3.connect(self.file) as database:
            columns = [row[1] for row in database.execute("PRAGMA table_info(question)")]
        self.assertEqual(["id", "time", "kind", "question", "language", "missing", "brain", "passed"], columns)

    def test_its_stubs_are_lines_that_a_fact_file_takes(self):
        with Server("--question-log", self.file) as server:
            for text in (NONSENSE, "who is => Kwazimodo\nof:\tQuux"):
                server.post({"text": text})
            server.stop()
        stubs = docent("questions", "--stubs", self.file).stdout
        self.assertIn(f"\nopen: {NONSENSE} => ?\n", "\n" + stubs)
        with open(os.path.join(self.folder.name, "ships.facts"), "w", encoding="utf-8") as out:
            out.write("entity: Aurora\ntype: ship\n\nfact: crew\nvalue: 60\nsays: The Aurora has a crew of 60.\n" + stubs)
        checked = docent("test", "--knowledge", self.folder.name)
        self.assertEqual(0, checked.returncode, checked.stdout + checked.stderr)
        self.assertRegex(checked.stdout, r"\b2 lines are open")

    def row_count(self):
        with contextlib.closing(sqlite3.connect(self.file)) as database:
            return database.execute("SELECT count(*) FROM question").fetchone()[0]

    def test_a_kill_amid_writing_leaves_whole_rows_only(self):
        def ask(server, asked, letter):
            with contextlib.suppress(OSError, http.client.HTTPException):  # until it is killed
                for number in itertools.count(len(asked)):
                    asked.append(f"who is Kwazimodo {letter}{number} of Quux {'x' * (number % 900)}")
                    server.post({"text": asked[-1]})
        asked, kept = {letter: [] for letter in "abcd"}, 0
        for further in (1, 20, 50, 90):
            with Server("--question-log", self.file, "--work-per-address", "0") as server:
                askers = [threading.Thread(target=ask, args=(server, *each[::-1])) for each in asked.items()]
                for asker in askers:
                    asker.start()
                while self.row_count() < kept + further:
                    time.sleep(0.001)
                server.process.send_signal(signal.SIGKILL)  # the askers go on until they notice, and so does the writer
                server.process.wait(5)
                for asker in askers:
                    asker.join()
            with contextlib.closing(sqlite3.connect(self.file)) as database:
                self.assertEqual([("ok",)], database.execute("PRAGMA integrity_check").fetchall())
                rows = database.execute("SELECT id, time, kind, question, language, missing, brain FROM question ORDER BY id").fetchall()
            self.assertGreaterEqual(len(rows), kept + further)
            kept = len(rows)
            self.assertEqual(list(range(1, kept + 1)), [row[0] for row in rows], "none is missing in between")
            self.assertLessEqual({row[3] for row in rows}, {text for texts in asked.values() for text in texts})
            self.assertTrue(all(time and kind == "unknown" and missing and len(brain) == len(rows[0][6])
                                for _, time, kind, _, _, missing, brain in rows))
        self.assertEqual(kept, sum(group["count"] for group in json.loads(docent("questions", "--json", self.file).stdout)))

    def test_the_service_goes_on_when_the_file_is_gone(self):
        with Server("--question-log", self.file, errors=subprocess.DEVNULL) as server:
            server.post({"text": NONSENSE})
            end = time.monotonic() + 10
            while not json.loads(docent("questions", "--json", self.file).stdout) and time.monotonic() < end:
                time.sleep(0.05)
            shutil.rmtree(self.folder.name)
            self.assertEqual("unknown", server.post({"text": NONSENSE})[1]["status"])
            end = time.monotonic() + 10
            lost = lambda: re.search(r"question_log_lost_total (\d+)", server.request("GET", "/metrics")[2])[1]
            while lost() == "0" and time.monotonic() < end:
                time.sleep(0.05)
            self.assertEqual("1", lost())
            os.mkdir(self.folder.name)
            time.sleep(1.1)
            server.post({"text": NONSENSE})
            server.stop()
        self.assertEqual(1, json.loads(docent("questions", "--json", self.file).stdout)[0]["count"])

    def test_the_service_goes_on_when_the_disk_is_full(self):
        # /dev/full cannot hold a database: a limit on file sizes stands for the disk's end.
        limit = ["prlimit", "--fsize=65536", docent_process.PROGRAM]
        with Server("--question-log", self.file, errors=subprocess.DEVNULL, program=limit) as server:
            for number in range(400):
                self.assertEqual(200, server.post({"text": f"who is Kwazimodo {number} of Quux " + "x" * 900})[0])
            lost = re.search(r"question_log_lost_total (\d+)", server.request("GET", "/metrics")[2])[1]
            self.assertGreater(int(lost), 0)
            server.stop()
        with sqlite3.connect(self.file) as database:
            self.assertEqual([("ok",)], database.execute("PRAGMA integrity_check").fetchall())

    def test_a_file_that_cannot_be_used_is_told_at_the_start(self):
        run = docent("serve", "--port", "0", "--question-log", self.folder.name)
        self.assertEqual(4, run.returncode)
        self.assertIn(f"docent: the question log {self.folder.name}: unable to open database file", run.stderr)


if __name__ == "__main__":
    docent_process.main()
