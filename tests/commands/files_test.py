"""The examples of docs/files.md are one topic: what begins like a block is one, a fenced block that names a file is that file,
a line that begins with "$ " is a command with what it prints. The topic checks clean and passes its own tests.

Only the chapters that teach facts are read; the forms of question and the exports have tests of their own.
"""
import os
import re
import shlex
import subprocess
import unittest

from author_case import HOME, PROGRAM, AuthorCase, docent

CHAPTERS = ("## Knowledge blocks", "## How to say it")


def chapters():
    with open(os.path.join(HOME, "docs", "files.md"), encoding="utf-8") as file:
        parts = re.split(r"^(?=## )", file.read(), flags=re.MULTILINE)
    return "".join(part for part in parts if part.startswith(CHAPTERS))


def examples(text):
    """Each run of lines that are indented by four: a block, or commands with what they print."""
    return [re.sub(r"^    ", "", part, flags=re.MULTILINE) for part in re.findall(r"(?:^    .*\n)+", text, re.MULTILINE)]


class Files(AuthorCase):
    maxDiff = None

    def setUp(self):
        super().setUp()
        text = chapters()
        for name, content in re.findall(r"^```\w+ (\S+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            self.write("knowledge/" + name, content)
        self.commands = [example for example in examples(text) if example.startswith("$ ")]
        blocks = [example for example in examples(text) if not example.startswith("$ ")]
        self.assertGreater(len(blocks), 30)
        self.write("knowledge/guide.facts", "\n".join(blocks))
        os.symlink(os.path.join(HOME, "rules"), self.path("rules"))

    def test_they_load_without_a_mistake(self):
        checked = docent("--knowledge", self.path("knowledge"), "check", "--all").stdout
        others = [line for line in checked.splitlines() if re.search(r"(error|warning)\[(?!no-test)", line)]
        self.assertEqual(others, [], checked)

    def test_they_answer_as_their_tests_say(self):
        tested = docent("--knowledge", self.path("knowledge"), "test").stdout
        self.assertRegex(tested, r"\n\d\d passed, 0 failed\n$")

    def test_commands_print_what_is_shown(self):
        commands = 0
        for example in self.commands:
            for command, printed in re.findall(r"^\$ (.*)\n((?:(?!\$ ).+\n)*)", example, re.MULTILINE):
                with self.subTest(command=command):
                    words = shlex.split(command)
                    self.assertEqual(words[0], "docent")
                    run = subprocess.run([PROGRAM, *words[1:]], cwd=self.folder, text=True, capture_output=True, timeout=60)
                    self.assertEqual(run.stdout, printed)
                    commands += 1
        self.assertGreaterEqual(commands, 2)


if __name__ == "__main__":
    unittest.main()
