"""Follows documents to the letter: writes the files they show, runs their commands, compares what these print.

A line that begins with "    $ " is a command; the lines below it are what it prints, where "..." stands for anything; a
server runs until the document ends. A fenced block that names a file is that file. Each document begins in
an empty folder that shows docent's own files, as its readers do.
"""
import glob
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# How many commands each is known to run: one that is no longer recognised as a command must not go unnoticed.
COMMANDS = {
    "tutorial": 12,
    "add-a-fact": 7,
    "add-a-language": 6,
    "add-a-source": 6,
    "add-a-way-of-asking": 9,
    "behind-a-proxy": 6,
    "calling": 8,
    "editors": 3,
    "how-a-question-is-read": 4,
    "operating": 5,
}

SERVER = re.compile(r"docent (.* )?serve\b|haproxy\b")


def steps(document):
    """("write", path, content) and ("run", command, printed), in the order of the text."""
    with open(os.path.join(HOME, "docs", document + ".md"), encoding="utf-8") as file:
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


# Weights change with every fact that is added: a document shows what they mean, not what they are today.
WEIGHT = re.compile(r"\b[01]\\\.\d\d\b|(?<=score\\ )\d+|(?<=covers\\ )\d+")


def pattern_of(printed):
    parts = (WEIGHT.sub(lambda _: "[0-9.]+", re.escape(part)) for part in printed.split("..."))
    return "[\\s\\S]*".join(parts) + "\\s*"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


class Reader:
    """Someone who follows a document, in a folder and at ports of their own."""

    def __init__(self, case):
        self.folder = tempfile.mkdtemp()
        case.addCleanup(shutil.rmtree, self.folder)
        for name in ("docs", "knowledge", "rules", "template"):
            os.symlink(os.path.join(HOME, name), os.path.join(self.folder, name))
        programs = os.path.join(self.folder, "programs")
        os.mkdir(programs)
        os.symlink(PROGRAM, os.path.join(programs, "docent"))
        os.symlink(sys.executable, os.path.join(programs, "python3"))  # the one that has Debian's modules
        os.makedirs(os.path.join(self.folder, ".vscode", "extensions"))
        os.makedirs(os.path.join(self.folder, "packaging"))
        os.symlink(os.path.join(HOME, "packaging", "vscode"), os.path.join(self.folder, "packaging", "vscode"))
        self.environment = {**os.environ, "HOME": self.folder, "PATH": f"{programs}:/usr/sbin:{os.environ['PATH']}"}
        self.ports = {}
        self.has_server = False
        self.case = case
        with open(os.path.join(HOME, "packaging", "haproxy.cfg"), encoding="utf-8") as file:
            self.write("packaging/haproxy.cfg", file.read())

    def here(self, text):
        """The text with ports that are free now in place of those that it names."""
        return re.sub(r"\b8(?:080|443)\b", lambda port: self.ports.setdefault(port[0], free_port()), text)

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(self.here(content))

    def run(self, command, printed):
        expected = "^" + pattern_of(self.here(printed)) + "$"
        if SERVER.match(command):
            return self.start(self.here(command), expected)
        # A server writes its log when it has time, and a reader takes longer to type the next command than this does.
        for _ in range(10 if self.has_server else 1):
            run = subprocess.run(["bash", "-c", self.here(command)], cwd=self.folder, env=self.environment, text=True,
                                 capture_output=True, timeout=120)
            if re.search(expected, run.stdout):
                break
            time.sleep(0.5)
        self.case.assertRegex(run.stdout, expected, run.stderr)
        self.case.assertEqual(run.stderr, "")

    def start(self, command, expected):
        self.has_server = True
        process = subprocess.Popen(["bash", "-c", "exec " + command], cwd=self.folder, env=self.environment, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.case.addCleanup(process.wait)
        self.case.addCleanup(process.send_signal, signal.SIGTERM)
        self.case.addCleanup(process.stdout.close)
        if expected != "^\\s*$":
            self.case.assertRegex(process.stdout.readline(), expected)


class Steps(unittest.TestCase):
    maxDiff = None

    def follow(self, document):
        reader = Reader(self)
        commands = 0
        for kind, what, content in steps(document):
            if kind == "write":
                reader.write(what, content)
                continue
            with self.subTest(command=what):
                reader.run(what, content)
            commands += 1
        self.assertGreaterEqual(commands, COMMANDS[document])

    def test_every_document_with_commands_is_followed(self):
        with_commands = {os.path.basename(path).removesuffix(".md") for path in glob.glob(os.path.join(HOME, "docs", "*.md"))
                         if any(kind == "run" for kind, _, _ in steps(os.path.basename(path).removesuffix(".md")))}
        self.assertEqual(with_commands - {"files"}, set(COMMANDS))  # which tests/commands/files_test.py follows


    def test_every_file_is_named_before_it_is_shown(self):
        # What stands behind ``` is for this test; readers do not see it.
        for document in COMMANDS:
            before = []
            with open(os.path.join(HOME, "docs", document + ".md"), encoding="utf-8") as file:
                for line in file:
                    fence = re.fullmatch(r"```\w+ (\S+)\n", line)
                    if fence:
                        self.assertIn(f"`{fence[1]}`", "".join(before[-6:]), document)
                    before.append(line)


for document in COMMANDS:
    setattr(Steps, "test_" + document.replace("-", "_"), lambda self, document=document: self.follow(document))

if __name__ == "__main__":
    unittest.main()
