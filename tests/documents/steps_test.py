"""Follows docs/tutorial.md to the letter: writes the files it shows, runs its commands, compares what they print.

A line that begins with "$ " is a command; the lines below it are what it prints, where "..." stands for anything. A fenced
block that names a file is that file.
"""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def steps():
    """("write", path, content) and ("run", command, printed), in the order of the tutorial."""
    with open(os.path.join(HOME, "docs", "tutorial.md"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    at = 0
    while at < len(lines):
        fence = re.fullmatch(r"```\w+ (\S+)", lines[at])
        if fence:
            end = lines.index("```", at)
            yield "write", fence[1], "\n".join(lines[at + 1:end]) + "\n"
            at = end
        elif lines[at].startswith("    $ "):
            printed = []
            while at + 1 + len(printed) < len(lines) and re.match(r"    (?!\$ )", lines[at + 1 + len(printed)]):
                printed.append(lines[at + 1 + len(printed)][4:])
            yield "run", lines[at][6:], "\n".join(printed)
            at += len(printed)
        at += 1


def pattern_of(printed):
    return "[\\s\\S]*".join(re.escape(part) for part in printed.split("...")) + "\\s*"


class Tutorial(unittest.TestCase):
    maxDiff = None

    def test_every_step(self):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        # As in docent's own folder, from which the files it comes with are found.
        for name in ("knowledge", "rules", "template"):
            os.symlink(os.path.join(HOME, name), os.path.join(folder, name))
        commands = 0
        for kind, what, content in steps():
            if kind == "write":
                with open(os.path.join(folder, what), "w", encoding="utf-8") as file:
                    file.write(content)
                continue
            with self.subTest(command=what):
                words = shlex.split(what)
                self.assertEqual(words[0], "docent")
                run = subprocess.run([PROGRAM, *words[1:]], cwd=folder, text=True, capture_output=True, timeout=60)
                self.assertRegex(run.stdout, "^" + pattern_of(content) + "$")
                self.assertEqual(run.stderr, "")
                commands += 1
        self.assertGreaterEqual(commands, 11)


if __name__ == "__main__":
    unittest.main()
