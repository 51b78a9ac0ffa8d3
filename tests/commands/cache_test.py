"""What keeping what is built from one start to the next looks like from outside."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
QUESTION = "how much did Shanghai AI raise in 2018"


class Cache(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.cache = os.path.join(self.folder, "below", "cache")

    def ask(self, *flags):
        run = subprocess.run([PROGRAM, "ask", "--json", QUESTION, *flags], cwd=HOME, text=True, capture_output=True, timeout=60)
        self.assertEqual(0, run.returncode, run.stderr)
        return run

    def kept(self):
        return [os.path.join(self.cache, name) for name in os.listdir(self.cache)]

    def test_the_answer_is_the_same_with_and_without(self):
        plain = self.ask().stdout
        for _ in range(2):
            run = self.ask("--cache", self.cache)
            self.assertEqual((plain, ""), (run.stdout, run.stderr))
        self.assertEqual(1, len(self.kept()))

    def test_nothing_is_kept_without_the_flag(self):
        self.ask()
        self.assertFalse(os.path.exists(self.cache))

    def test_what_is_damaged_is_built_anew(self):
        plain = self.ask("--cache", self.cache).stdout
        file, = self.kept()
        good = open(file, "rb").read()
        for bad in (b"", good[:100], good[:-1], good[:5000] + b"?" + good[5001:], b"SQLite format 3\0" + good[16:], os.urandom(len(good))):
            with open(file, "wb") as stream:
                stream.write(bad)
            run = self.ask("--cache", self.cache)
            self.assertEqual((plain, ""), (run.stdout, run.stderr))
            self.assertEqual(good, open(file, "rb").read())

    def test_a_folder_that_cannot_be_written_is_a_warning(self):
        file = os.path.join(self.folder, "file")
        with open(file, "w", encoding="utf-8"):
            pass
        run = self.ask("--cache", os.path.join(file, "cache"))
        self.assertIn("60 billion", run.stdout)
        self.assertEqual(f"docent: warning: cannot keep the index in {file}/cache: Not a directory\n", run.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
