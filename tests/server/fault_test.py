"""What the machine may do to a server: too few files, too little memory, a folder that goes away."""
import contextlib
import http.client
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time
import unittest

import docent_process
from docent_process import ABOUT, HOME, OTHER_YEAR, Server
from framing_test import TEXT, Client, frame
from harbour import QUESTION, Harbour, generations_in


def limited(*limits):
    return ["prlimit", *limits, docent_process.PROGRAM]


SANITIZED = "DOCENT_SANITIZED" in os.environ  # set by ctest

FAKED_TIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"  # of Debian's faketime


class FaultTest(unittest.TestCase):
    def test_takes_no_more_connections_than_it_may_open_files(self):
        with Server(program=limited("--nofile=100"), errors=subprocess.DEVNULL) as server:
            held = []
            for _ in range(150):
                held.append(socket.create_connection(("127.0.0.1", server.port), 5))
                held[-1].sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
                held[-1].settimeout(5)
            served = sum(connection.recv(100).startswith(b"HTTP/1.1 200") for connection in held[:20])
            self.assertEqual(20, served)
            for connection in held:
                connection.close()
            time.sleep(0.3)
            self.assertEqual(200, server.post({"text": ABOUT})[0])

    def test_a_reload_for_which_no_file_can_be_opened_keeps_what_is_served(self):
        with tempfile.TemporaryDirectory() as folder:
            harbour = Harbour(folder)
            with Server("--knowledge", folder, errors=subprocess.DEVNULL) as server:
                connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)

                def request(method, path, body=None):
                    connection.request(method, path, body, {"Content-Type": "application/json"})
                    response = connection.getresponse()
                    return response.status, json.loads(response.read())

                def allow_files(count):
                    subprocess.run(["prlimit", f"--pid={server.process.pid}", f"--nofile={count}:"], check=True)
                request("GET", "/healthz")
                harbour.write(1)
                allow_files(3)  # no further one; the connection is open already
                status, outcome = request("POST", "/admin/reload", "")
                self.assertEqual((422, "refused"), (status, outcome["status"]), outcome)
                self.assertEqual({20000}, generations_in(request("POST", "/api/ask", json.dumps({"text": QUESTION}))[1]))
                allow_files(1000)
                self.assertEqual(200, request("POST", "/admin/reload", "")[0])
                self.assertEqual({20001}, generations_in(request("POST", "/api/ask", json.dumps({"text": QUESTION}))[1]))
                connection.close()

    def test_a_folder_that_goes_away_keeps_what_is_served(self):
        with tempfile.TemporaryDirectory() as folder:
            inner = os.path.join(folder, "facts")
            os.mkdir(inner)
            Harbour(inner)
            with Server("--knowledge", inner, "--watch", errors=subprocess.DEVNULL) as server:
                shutil.rmtree(inner)
                time.sleep(0.6)
                self.assertEqual(422, server.request("POST", "/admin/reload", "")[0])
                self.assertEqual({20000}, generations_in(server.post({"text": QUESTION})[1]))

    @unittest.skipIf(SANITIZED, "what sanitizers keep beside the program's memory counts as well")
    def test_lives_in_256_megabytes_under_load_and_reloads(self):
        with Server("--work-per-address", "0", program=limited(f"--data={256 << 20}"), errors=subprocess.DEVNULL) as server:
            stop, statuses = threading.Event(), []

            def ask():
                number = 0
                while not stop.is_set():
                    number += 1
                    statuses.append(server.post({"text": f"{OTHER_YEAR} {number} " + "what and why " * 20})[0])
            askers = [threading.Thread(target=ask) for _ in range(8)]
            for asker in askers:
                asker.start()
            for _ in range(2):
                server.process.send_signal(signal.SIGHUP)
                time.sleep(2)
            stop.set()
            for asker in askers:
                asker.join()
            self.assertEqual({200}, set(statuses))
            self.assertEqual("answered", server.post({"text": ABOUT})[1]["status"])
            self.assertEqual(0, server.stop())

    @unittest.skipIf(SANITIZED, "sanitizers want to be the first library that is loaded, and faketime does, too")
    def test_a_clock_that_is_set_back_or_ahead_changes_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            clock, log = os.path.join(folder, "clock"), os.path.join(folder, "questions.db")

            def set_clock(offset):
                with open(clock, "w", encoding="ascii") as file:
                    file.write(offset)
            set_clock("+0")
            # The wall clock only, as an administrator sets it: time that has passed is told by another one.
            environment = {**os.environ, "LD_PRELOAD": FAKED_TIME, "FAKETIME_TIMESTAMP_FILE": clock, "FAKETIME_NO_CACHE": "1",
                           "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
            flags = ("--question-log", log, "--websocket-idle", "30", "--questions-per-address", "50")
            with Server(*flags, environment=environment) as server, Client(server) as client:
                for offset in ("+0", "-2d", "+3d", "-40y"):
                    set_clock(offset)
                    client.socket.sendall(frame(TEXT, json.dumps({"text": f"{OTHER_YEAR} {offset}"}).encode()))
                    self.assertEqual("unknown", json.loads(client.read()[1])["status"])
                    self.assertEqual("answered", server.post({"text": ABOUT})[1]["status"])
                    time.sleep(0.6)  # a few ticks, by which connections that are late are ended
                self.assertEqual(0, server.stop())
            with contextlib.closing(sqlite3.connect(log)) as rows:
                times = [time for time, in rows.execute("SELECT time FROM question ORDER BY id")]
            self.assertEqual([2, 1, 3, 0], [sorted(times).index(time) for time in times], "each row has the time it was told")

    def test_a_second_signal_ends_it_at_once(self):
        with Server("--drain", "60", errors=subprocess.DEVNULL) as server:
            with socket.create_connection(("127.0.0.1", server.port), 5) as connection:
                connection.sendall(b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n")
                time.sleep(0.1)
                server.process.send_signal(signal.SIGTERM)
                time.sleep(0.3)
                self.assertIsNone(server.process.poll())
                server.process.send_signal(signal.SIGTERM)
                self.assertEqual(0, server.process.wait(10))


if __name__ == "__main__":
    docent_process.main()
