"""What the tests of an author's commands have in common: the program, and a folder of their own."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

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


class AuthorCase(unittest.TestCase):
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
