#!/usr/bin/python3
"""Everything at once on one docent, for a build with sanitizers to watch over.

    mixed.py DOCENT [--seconds 600]

Strangers talk over WebSockets and HTTP, in English and Chinese, with follow-ups and with histories; they browse, complete,
fetch the page, send nonsense and broken frames, hang up amid a question. Meanwhile the files change, well and wrongly, and are
reloaded by signal, by request and by watching. In the end the server is told to stop.

Prints a line of JSON that counts what happened. Exits with 1 if a reply was lost, strange or of two Brains at once, if a
reload did not come out as it must, if the server did not end well, or if its log holds a sanitizer's report; then the log is shown.
"""
import argparse
import collections
import glob
import json
import os
import random
import re
import signal
import socket
import struct
import sys
import tempfile
import threading
import time
import traceback
from urllib.parse import quote

HERE = os.path.dirname(os.path.abspath(__file__))
TREE = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
sys.path.insert(0, os.path.join(TREE, "tests", "server"))
import docent_process  # noqa: E402
from docent_process import Server  # noqa: E402
from framing_test import BINARY, CONTINUATION, PING, PONG, TEXT, Client, close, frame  # noqa: E402
from harbour import QUESTION, generations_in  # noqa: E402

REPORT = re.compile("AddressSanitizer|LeakSanitizer|ThreadSanitizer|runtime error:|Assertion .* failed")
PATIENCE = 120  # seconds for one reply: sanitizers are slow, and so is a machine that others use
RELOADING = 300  # seconds for a reload, whose tests are asked beside the load
FLAGS = ("--watch", "--log-each", "--threads", "2", "--work-per-address", "0", "--max-conversations", "6", "--websocket-idle", "60",
         "--header-time", "60", "--body-time", "60", "--write-time", "60", "--question-log-bytes", "300000", "--answer-memory", "200000")


def questions():
    """Each question of the content tests, after those that it follows."""
    for name in sorted(glob.glob(os.path.join(TREE, "tests", "content", "*.jsonl"))):
        with open(name, encoding="utf-8") as file:
            for line in file:
                item = json.loads(line)
                yield [*item.get("context", []), item["q"]]


def write_ships(folder, generation, key="value"):
    """Two ships with a crew of one size, in one file: a reload that comes amid writing finds the old one or the new one."""
    crew, path = 20_000 + generation, os.path.join(folder, "ships.facts")
    with open(path + "~", "w", encoding="utf-8") as out:
        out.write(f"source: log\ntitle: The log, edition {crew}\n\n")
        for ship in ("Aurora", "Borealis"):
            out.write(f"entity: {ship}\ntype: ship\n\nfact: crew\n{key}: {crew}\nsays: The {ship} sails with a crew of {crew}.\n"
                      f"test: what is the crew of the {ship} => {crew}\n\n")
    os.replace(path + "~", path)


class Load:
    def __init__(self, server, folder, seconds):
        self.server, self.folder, self.end = server, folder, time.monotonic() + seconds
        self.talks, self.counts, self.faults = list(questions()), collections.Counter(), []

    def repeat(self, act, seed):
        """Does `act` until the time is over; each thread with chances of its own, the same on every run."""
        chance = random.Random(seed)
        while time.monotonic() < self.end and not self.faults:
            try:
                act(chance)
                self.counts[act.__name__] += 1
            except Exception:  # whatever it is, it is told, and ends the run
                self.faults.append(f"{act.__name__}: {traceback.format_exc()}")

    def exchange(self, client, message):
        """Sends a message and takes its reply, whatever pings come first."""
        client.socket.sendall(frame(TEXT, json.dumps(message).encode()))
        opcode, payload = client.read()
        while opcode in (PING, PONG):
            if opcode == PING:
                client.socket.sendall(frame(PONG, payload))
            opcode, payload = client.read()
        reply = json.loads(payload)
        assert (opcode, reply.get("id")) == (TEXT, message.get("id")), (message, opcode, payload)
        self.counts[reply.get("status") or reply.get("code") or reply["type"]] += 1
        return reply

    def post(self, message):
        status, _, body = self.server.request("POST", "/api/ask", json.dumps(message), PATIENCE, Content_Type="application/json")
        assert status in (200, 413, 429, 503), (status, body)
        return json.loads(body)

    # What each thread does, again and again.

    def talk(self, chance):
        with Client(self.server, patience=PATIENCE) as client:
            self.exchange(client, {"type": "hello", "id": 1})
            for number, text in enumerate(chance.choice(self.talks) + chance.choice(self.talks)):
                self.exchange(client, {"type": "ask", "id": f"{number}é", "text": text, "explain": chance.random() < 0.3})
            self.exchange(client, {"type": "more", "id": 2, "count": 5})
            self.exchange(client, {"type": "feedback", "id": 3, "text": text, "helpful": chance.random() < 0.5})
            client.socket.sendall(close(1000))
            client.read()

    def post_questions(self, chance):
        *history, text = chance.choice(self.talks)
        self.post({"text": text, "history": history})
        self.post({"text": text[:chance.randrange(len(text)) + 1] + "?" * chance.randrange(2), "explain": True})

    def browse(self, chance):
        words = chance.choice(chance.choice(self.talks)).split()
        for path in (f"/api/complete?q={quote(' '.join(words[:3]))}", f"/api/browse?q={quote(words[0])}", "/api/browse", "/api/browse?lang=zh",
                     "/api/about", "/metrics", "/readyz", "/", "/style.css"):
            status, _, body = self.server.request("GET", path, seconds=PATIENCE)
            assert status == 200 and body, (path, status)

    def be_rude(self, chance):
        what = chance.randrange(7)
        if what == 0:  # half a request, or nonsense
            with socket.create_connection(("127.0.0.1", self.server.port), PATIENCE) as connection:
                connection.sendall(chance.choice((b"GET / HT", b"\x16\x03\x01\x02\x00", b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{")))
                time.sleep(chance.random())
            return
        with Client(self.server, patience=PATIENCE) as client:
            ask = frame(TEXT, json.dumps({"text": chance.choice(chance.choice(self.talks))}).encode())
            if what == 1:  # gone before the answer; the socket is reset, not closed
                client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                client.socket.sendall(ask)
            elif what == 2:  # many at once, and gone
                client.socket.sendall(ask * 20)
            elif what == 3:  # half a frame
                client.socket.sendall(ask[:chance.randrange(len(ask))])
            elif what == 4:  # silent
                time.sleep(chance.random() * 10)
            else:
                client.socket.sendall(chance.choice((frame(TEXT, b"\xff"), frame(BINARY, os.urandom(9)), frame(TEXT, b"x" * 70_000), frame(3),
                                                     frame(CONTINUATION, b"?"), close(999), frame(TEXT, b"[" * 500), frame(PING, b"x" * 126))))
                client.read()

    def witness(self, _):
        answer = self.post({"text": QUESTION})
        assert answer["status"] == "answered" and len(generations_in(answer)) == 1, answer

    def reload(self, chance):
        generation = self.counts["reload"] + 1
        if generation % 7 == 0:
            write_ships(self.folder, generation, key="valeu")
            status = self.server.request("POST", "/admin/reload", "", RELOADING)[0]
            assert status == 422, status
        write_ships(self.folder, generation)
        if generation % 3 == 0:
            self.server.process.send_signal(signal.SIGHUP)
        elif generation % 3 == 1:
            status, _, body = self.server.request("POST", "/admin/reload", "", RELOADING)
            assert status == 200, body
        time.sleep(0.5 + chance.random())

    def run(self):
        acts = [self.talk, self.talk, self.post_questions, self.browse, self.be_rude, self.be_rude, self.witness, self.reload]
        threads = [threading.Thread(target=self.repeat, args=(act, seed)) for seed, act in enumerate(acts)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docent")
    parser.add_argument("--seconds", type=float, default=600)
    options = parser.parse_args()
    docent_process.PROGRAM = os.path.abspath(options.docent)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+") as log:
        facts = os.path.join(folder, "facts")
        os.mkdir(facts)
        write_ships(facts, 0)
        flags = (*FLAGS, "--knowledge", os.path.join(TREE, "knowledge"), "--knowledge", facts, "--cache", os.path.join(folder, "cache"),
                 "--question-log", os.path.join(folder, "questions.db"))
        with Server(*flags, errors=log) as server:
            load = Load(server, facts, options.seconds)
            load.run()
            if server.process.poll() is None:
                page = server.request("GET", "/metrics", seconds=PATIENCE)[2]
                counted = re.findall(r'^docent_(reloads|limit_hits)_total{\w+="([\w-]+)"} ([1-9]\d*)$', page, re.MULTILINE)
                load.counts.update({f"{what} {which}": int(count) for what, which, count in counted})
                server.process.send_signal(signal.SIGTERM)
            status = server.process.wait(PATIENCE)
        log.seek(0)
        said = log.read()
    reports = len(REPORT.findall(said))
    good = not load.faults and status == 0 and reports == 0
    print(json.dumps({"seconds": options.seconds, "exit_status": status, "reports": reports, "faults": len(load.faults), **load.counts}))
    if not good:
        lines = [line for line in said.splitlines() if not line.startswith("{")]
        print("\n".join(lines[-400:]), *load.faults, sep="\n")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
