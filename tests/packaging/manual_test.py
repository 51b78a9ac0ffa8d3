"""The manual page and the document of all commands say what the program says of itself."""
import os
import re
import subprocess
import sys
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def run(*command):
    return subprocess.run(command, text=True, capture_output=True, check=True, timeout=60).stdout


class Manual(unittest.TestCase):
    def setUp(self):
        with open(os.path.join(HOME, "docs", "docent.1"), encoding="utf-8") as file:
            self.page = file.read()

    def test_it_is_as_the_program_would_have_it(self):
        made = run(sys.executable, os.path.join(HOME, "packaging", "manual.py"), PROGRAM)
        self.assertEqual(self.page, made, "packaging/manual.py build/release/docent > docs/docent.1")

    def test_so_is_the_document(self):
        with open(os.path.join(HOME, "docs", "commands.md"), encoding="utf-8") as file:
            made = run(sys.executable, os.path.join(HOME, "packaging", "commands.py"), PROGRAM)
            self.assertEqual(file.read(), made, "packaging/commands.py build/release/docent > docs/commands.md")

    def test_every_command_and_flag_that_a_shell_completes_is_in_it(self):
        script = run(PROGRAM, "completion", "bash")
        commands = re.search(r"'' *\) options\+=\" (.*)\"", script)[1].split()
        plain = self.page.replace(r"\-", "-")
        self.assertGreater(len(commands), 15)
        for command in commands:
            start = plain.index(f".SS docent {command}\n")
            section = plain[start:plain.find(".S", start + 3)]
            for flag in re.search(rf"    {command}\) options\+=\" (.*)\"", script)[1].split():
                if flag != "--help":
                    self.assertIn(f"{flag}", re.findall(r"--[\w-]+", section), command)


if __name__ == "__main__":
    unittest.main()
