"""Many at once, or one who is greedy: nobody else is kept waiting, and nothing of theirs stays behind."""
import json
import os
import socket
import struct
import threading
import time
import unittest

import docent_process
from docent_process import ABOUT, ASKED, DIRECTED, FOLLOW_UP, Server
from framing_test import PING, PONG, TEXT, Client, frame
from limits_test import dial, read_all, slow_question

FLAGS = ("--threads", "1", "--work-per-address", "0", "--questions-per-address", "0", "--questions-per-connection", "0")


def ask(text, **more):
    return frame(TEXT, json.dumps({"text": text, **more}).encode())


def dial_from(server, address):
    """A WebSocket from another address of this machine."""
    connect = socket.create_connection
    try:
        socket.create_connection = lambda to, patience: connect(to, patience, (address, 0))
        return Client(server, patience=60)
    finally:
        socket.create_connection = connect


def files_of(server):
    return len(os.listdir(f"/proc/{server.process.pid}/fd"))


def resident_megabytes(server):
    with open(f"/proc/{server.process.pid}/statm", encoding="ascii") as numbers:
        return int(numbers.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


class CrowdTest(unittest.TestCase):
    def assert_answers(self, server):
        self.assertEqual("answered", server.post({"text": ABOUT})[1]["status"])

    def test_a_header_that_trickles_in_has_no_more_time_than_another(self):
        with Server("--header-time", "1") as server, dial(server, b"GET / HTTP/1.1\r\nHost: x\r\nA: ") as connection:
            began = time.monotonic()
            with self.assertRaises((ConnectionResetError, BrokenPipeError)):
                while time.monotonic() - began < 20:
                    connection.sendall(b"b")
                    time.sleep(0.1)

    def test_whoever_floods_with_questions_that_take_long_is_in_nobodys_way(self):
        answered = []
        with Server(*FLAGS) as server, dial_from(server, "127.0.0.66") as greedy, dial_from(server, "127.0.0.67") as modest:
            def read():
                for _ in range(200):
                    answered.append(json.loads(greedy.read()[1])["id"])
            greedy.socket.sendall(b"".join(ask(slow_question(number), id=number) for number in range(200)))
            reading = threading.Thread(target=read)
            reading.start()
            for number in range(20):
                modest.socket.sendall(ask(f"{ASKED} {number}"))
                modest.read()
            self.assertLess(len(answered), 150, "twenty questions had their turns beside fewer than a hundred and fifty")
            reading.join()
        self.assertEqual(list(range(200)), answered, "all are answered, in their order")

    def test_what_is_answered_in_the_background_belongs_to_its_conversation(self):
        with Server(*FLAGS) as server, Client(server, patience=60) as greedy:
            for number in range(150):
                greedy.socket.sendall(ask(slow_question(number)))
                greedy.read()
            greedy.socket.sendall(ask(ABOUT) + ask(FOLLOW_UP))
            greedy.read()
            self.assertIn(DIRECTED, json.loads(greedy.read()[1])["text"])
            status, reply = server.post({"text": FOLLOW_UP, "history": [ABOUT]})  # HTTP, from the same address
            self.assertEqual(200, status)
            self.assertIn(DIRECTED, reply["text"])

    def test_each_of_many_gets_the_answers_to_its_own_questions(self):
        with Server(*FLAGS) as server:
            crowd = [Client(server) for _ in range(50)]
            for turn in range(10):
                for number, client in enumerate(crowd):
                    client.socket.sendall(ask(ABOUT, id=f"{number} {turn}"))
            for number, client in enumerate(crowd):
                self.assertEqual([f"{number} {turn}" for turn in range(10)], [json.loads(client.read()[1])["id"] for _ in range(10)])
                client.socket.close()

    def test_whoever_does_not_read_costs_one_reply(self):
        with Server(*FLAGS, "--write-time", "60") as server:
            self.assert_answers(server)
            before = resident_megabytes(server)
            crowd = [Client(server) for _ in range(20)]
            questions = b"".join(ask(f"{ABOUT} {number}", explain=True) for number in range(2_000))
            sent = [0] * len(crowd)
            for client in crowd:
                client.socket.setblocking(False)
            quiet = time.monotonic() + 3
            while time.monotonic() < quiet:
                for number, client in enumerate(crowd):
                    try:
                        sent[number] += client.socket.send(questions[sent[number]:sent[number] + 65536])
                        quiet = time.monotonic() + 3 if sent[number] < len(questions) else quiet
                    except BlockingIOError:
                        pass
                time.sleep(0.01)
            self.assert_answers(server)
            self.assertLess(resident_megabytes(server) - before, 64)
            for client in crowd:
                client.socket.close()

    def test_who_connects_and_drops_leaves_nothing_open(self):
        with Server() as server:
            self.assert_answers(server)
            before = files_of(server)
            for number in range(300):
                if number % 3 == 0:
                    connection = dial(server, b"GET / HT")
                else:
                    client = Client(server)
                    connection = client.socket
                    connection.sendall(ask(ABOUT)[:number % 40])
                if number % 2:  # reset, not closed
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                connection.close()
            end = time.monotonic() + 20
            while files_of(server) > before and time.monotonic() < end:
                time.sleep(0.05)
            self.assertLessEqual(files_of(server), before)
            self.assert_answers(server)

    def test_a_flood_of_pings_is_answered_and_others_are_served(self):
        with Server("--threads", "1") as server, Client(server) as client:
            count = 5_000
            sender = threading.Thread(target=client.socket.sendall, args=(b"".join(frame(PING, str(n).encode()) for n in range(count)),))
            sender.start()
            self.assert_answers(server)
            self.assertEqual([(PONG, str(n).encode()) for n in range(count)], [client.read() for _ in range(count)])
            sender.join()

    def test_two_thousand_idle_connections_are_in_nobodys_way(self):
        with Server("--max-connections-per-address", "3000", "--idle-time", "100") as server:
            crowd = [dial(server, b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n") for _ in range(min(2_000, soft_limit() - 100))]
            self.assert_answers(server)
            for connection in crowd[::100]:
                self.assertTrue(connection.recv(100).startswith(b"HTTP/1.1 200 "))
            for connection in crowd:
                connection.close()
            self.assertTrue(read_all(dial(server, b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))[0])


def soft_limit():
    import resource
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard


if __name__ == "__main__":
    docent_process.main()
