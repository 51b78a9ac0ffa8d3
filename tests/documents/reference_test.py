"""The documents that list things list all there are: metrics, flags, keys, warnings, paths. (Commands: tests/packaging.)"""
import glob
import json
import os
import re
import subprocess
import sys
import unittest

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(HOME, "tests", "server"))

import docent_process  # noqa: E402
from docent_process import Server  # noqa: E402


def document(name):
    with open(os.path.join(HOME, "docs", name + ".md"), encoding="utf-8") as file:
        return file.read()


def docent(*arguments):
    return subprocess.run([docent_process.PROGRAM, *arguments], cwd=HOME, text=True, capture_output=True, timeout=60).stdout


def section(text, title):
    """What stands under a heading, up to the next one of its level."""
    found = re.search(rf"^(#+) {re.escape(title)}\n(.*?)(?=^#{{1,2}} |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[2]


class ReferenceTest(unittest.TestCase):
    def test_metrics(self):
        listed = set(re.findall(r"`(docent_\w+)`", section(document("operating"), "Metrics")))
        with Server() as server:
            served = set(re.findall(r"^# TYPE (\w+)", server.request("GET", "/metrics")[2], re.MULTILINE))
        self.assertEqual(listed, served)

    def test_flags_of_the_server(self):
        text = document("operating") + document("protocol")
        named = set(re.findall(r"--[a-z-]+[a-z]", text))
        # "`--work-per-address`, `...-burst`"
        named |= {first + "-burst" for first in re.findall(r"`(--[a-z-]+)`, `\.\.\.-burst`", text)}
        of_every_command, of_serve = (set(re.findall(r"^  (--[a-z-]+)", docent(*command, "--help"), re.MULTILINE))
                                      for command in ([], ["serve"]))
        self.assertEqual(of_serve - of_every_command - named, set())

    def test_limits_and_their_defaults(self):
        table = section(document("protocol"), "Limits")
        flags = docent("serve", "--help").split("Limits (")[1]
        for flag, default in re.findall(r"^  (--[a-z-]+) \S+=([\d.]+)", flags, re.MULTILINE):
            if flag.endswith("-burst"):
                continue
            [row] = [row for row in table.splitlines() if f"`{flag}`" in row]
            numbers = [number.replace(",", "") for number in re.findall(r"\d[\d,]*", row)]
            self.assertTrue(default in numbers or str(int(default) >> 20) in numbers, f"{flag} is {default}: {row}")

    def test_keys_of_the_text_files(self):
        missing = []
        for kind in json.loads(docent("keys"))["files"]:
            text = document("rules" if kind["extension"] == "rules" else "files")
            for block in kind["blocks"]:
                for key in [block["block"], *(one["key"] for one in block["keys"])]:
                    if not re.search(rf"(`|^ *){re.escape(key)}(`|[:@])", text, re.MULTILINE):
                        missing.append(f"{key} of {block['block']}")
        self.assertEqual(missing, [])

    def test_warnings(self):
        listed = set(re.findall(r"`([a-z-]+)`", "\n".join(
            row.split("|")[1] for row in section(document("files"), "What `docent check` warns of").splitlines() if row.startswith("| `"))))
        given = set()
        for path in glob.glob(os.path.join(HOME, "bot", "*", "*.cc")):
            with open(path, encoding="utf-8") as file:
                given |= set(re.findall(r"Warn(?:ing)?\((?:[^;\"]*?),\s*\"([a-z-]+)\"", file.read()))
        self.assertEqual(listed, given)

    def test_paths(self):
        rows = [row for row in section(document("protocol"), "HTTP").splitlines() if row.startswith("| `/")]
        paths = {path.split("?")[0] for row in rows for path in re.findall(r"`(/[\w/?=]*)`", row.split("|")[1])}
        self.assertGreater(len(paths), 8)
        with Server() as server:
            for path in paths - {"/docs/NAME", "/docs/"}:
                self.assertNotEqual(404, server.request("GET", path)[0], path)


if __name__ == "__main__":
    docent_process.main()
