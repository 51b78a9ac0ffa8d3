"""The example clients of docs/clients, run as their comments say."""
import os
import subprocess
import unittest

import docent_process
from docent_process import ABOUT, ASKED, DIRECTED, FOLLOW_UP, HOME, OTHER_YEAR, Server


class ClientsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def run_client(self, *command):
        return subprocess.run(command, cwd=os.path.join(HOME, "docs", "clients"), text=True, capture_output=True, timeout=30)

    def try_conversation(self, *command):
        asked = self.run_client(*command, ABOUT, FOLLOW_UP)
        self.assertEqual(0, asked.returncode, asked.stderr)
        self.assertIn(DIRECTED, asked.stdout.splitlines()[1])
        self.assertEqual(1, self.run_client(*command, OTHER_YEAR).returncode)

    def test_python(self):
        self.try_conversation("/usr/bin/python3", "ask.py", self.server.websocket_url)

    def test_javascript(self):
        self.try_conversation("node", "ask.mjs", f"http://127.0.0.1:{self.server.port}")

    def test_cpp(self):
        client = os.path.join(os.path.dirname(docent_process.PROGRAM), "docs", "ask_client")
        self.try_conversation(client, "127.0.0.1", str(self.server.port))
        refused = self.run_client(client, "127.0.0.1", str(self.server.port), "a" * 2001)
        self.assertEqual((2, "ask: too_long: a question may have at most 2000 characters\n"), (refused.returncode, refused.stderr))
        self.assertEqual(2, self.run_client(client, "127.0.0.1", "1", ABOUT).returncode)

    def test_shell(self):
        url = f"http://127.0.0.1:{self.server.port}"
        asked = self.run_client("sh", "ask.sh", url, ASKED)
        self.assertEqual(0, asked.returncode, asked.stderr)
        self.assertIn("60 billion", asked.stdout)
        self.assertEqual(1, self.run_client("sh", "ask.sh", url, OTHER_YEAR).returncode)
        refused = self.run_client("sh", "ask.sh", url, "a" * 2001)
        self.assertEqual((2, "too_long: a question may have at most 2000 characters\n"), (refused.returncode, refused.stderr))


if __name__ == "__main__":
    docent_process.main()
