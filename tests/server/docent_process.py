"""Runs the docent program for a test: starts the server on a port that the system chooses, and ends it."""
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import unittest

PROGRAM = "docent"
HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

ASKED = "how much did Shanghai AI raise in 2018"  # the question that everything about this project begins with
OTHER_YEAR = "how much did Shanghai AI raise in 2017"
ABOUT = "Who is Muming Poo?"
FOLLOW_UP = "What does he direct?"  # means nothing without ABOUT
DIRECTED = "Neuroscience"


class Server:
    """`docent serve` inside a with block."""

    def __init__(self, *flags, environment=None, errors=None, program=None):
        self.flags = flags
        self.environment = environment
        self.errors = errors  # where its log goes
        self.program = program or [PROGRAM]

    def __enter__(self):
        self.process = subprocess.Popen([*self.program, "serve", "--port", "0", *self.flags], cwd=HOME, text=True,
                                        stdout=subprocess.PIPE, stderr=self.errors, env=self.environment)
        line = self.process.stdout.readline()
        found = re.fullmatch(r"docent serves \d+ facts at https?://127\.0\.0\.1:(\d+)\n", line)
        if not found:
            self.process.kill()
            raise AssertionError(f"the server said {line!r}")
        self.port = int(found[1])
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    @property
    def websocket_url(self):
        return f"ws://127.0.0.1:{self.port}/ws"

    def stop(self):
        """Asks the server to end, and gives its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(10)

    def request(self, method, path, body=None, seconds=30, **headers):
        """The status, the headers and the body of one HTTP exchange."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            return response.status, response.headers, response.read().decode()
        finally:
            connection.close()

    def post(self, message):
        """The status and the reply, as an object, to a message sent to /api/ask."""
        body = message if isinstance(message, (str, bytes)) else json.dumps(message)
        status, _, reply = self.request("POST", "/api/ask", body, Content_Type="application/json")
        return status, json.loads(reply)


def ask_lines(lines):
    """What `docent ask --jsonl` prints for these lines, and its exit status."""
    run = subprocess.run([PROGRAM, "ask", "--jsonl"], cwd=HOME, input="".join(line + "\n" for line in lines), text=True,
                         capture_output=True, timeout=60)
    return [json.loads(line) for line in run.stdout.splitlines()], run.returncode


def main():
    global PROGRAM
    if len(sys.argv) < 2:
        sys.exit(f"usage: {sys.argv[0]} DOCENT [TEST ...]")
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(module="__main__")
