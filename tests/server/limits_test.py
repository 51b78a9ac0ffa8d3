"""Each limit that a flag sets, seen from outside."""
import json
import socket
import time
import unittest

import docent_process
from docent_process import ABOUT, ASKED, Server

HANDSHAKE = (b"GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
             b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")


def dial(server, data=b""):
    connection = socket.create_connection(("127.0.0.1", server.port), 10)
    connection.sendall(data)
    return connection


def read_all(connection):
    """What came until the server closed, and how long that took."""
    began, data = time.monotonic(), b""
    try:
        while part := connection.recv(65536):
            data += part
    except ConnectionResetError:
        pass
    connection.close()
    return data, time.monotonic() - began


def slow_question(number):
    """One that no other is like, and that takes some milliseconds."""
    return f"{ASKED} {number} " + "and who is Muming Poo of it " * 45


class LimitsTest(unittest.TestCase):
    def assert_hits(self, server, **hits):
        """How often each limit was run into, as /metrics counts it."""
        page = server.request("GET", "/metrics")[2]
        for name, count in hits.items():
            self.assertIn(f'docent_limit_hits_total{{limit="{name.replace("_", "-")}"}} {count}\n', page)

    def test_question_history_and_message(self):
        with Server("--max-question", "10", "--max-message", "200") as server:
            self.assertEqual((413, "too_long"), (lambda r: (r[0], r[1]["code"]))(server.post({"text": "a" * 11})))
            self.assertEqual((413, "too_long"), (lambda r: (r[0], r[1]["code"]))(server.post({"text": "a", "x": "b" * 200})))
            self.assertEqual(200, server.post({"text": "a" * 10})[0])
            self.assertEqual((400, "bad_json"), (lambda r: (r[0], r[1]["code"]))(server.post('{"x":' + "[" * 20 + "]" * 20 + "}")))
            self.assert_hits(server, question=1, message=1, id=0, depth=1)
        with Server() as server:
            self.assertEqual((413, "too_long"), (lambda r: (r[0], r[1]["code"]))(server.post({"text": "a", "id": "b" * 257})))
            self.assert_hits(server, id=1)

    def test_header(self):
        with Server("--max-header", "500", "--max-header-fields", "5") as server:
            self.assertEqual(431, server.request("GET", "/healthz", A="b" * 500)[0])
            self.assertEqual(431, server.request("GET", "/healthz", **{f"A{i}": "b" for i in range(6)})[0])
            self.assertEqual(200, server.request("GET", "/healthz")[0])
            self.assert_hits(server, header=1, header_fields=1)

    def test_connections_in_all(self):
        with Server("--max-connections", "2") as server:
            held = [dial(server), dial(server)]
            time.sleep(0.1)
            data, _ = read_all(dial(server, b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"))
            self.assertTrue(data.startswith(b"HTTP/1.1 503 "), data[:40])
            self.assertIn(b'"code":"overloaded"', data)
            for connection in held:
                connection.close()
            time.sleep(0.1)
            self.assertEqual(200, server.request("GET", "/healthz")[0])
            self.assert_hits(server, connections=1, connections_per_address=0)

    def test_connections_of_one_address(self):
        with Server("--max-connections-per-address", "1") as server, dial(server):
            time.sleep(0.1)
            data, _ = read_all(dial(server, HANDSHAKE))
            self.assertTrue(data.startswith(b"HTTP/1.1 429 "), data[:40])
            self.assertIn(b'"code":"too_many"', data)
            other = socket.create_connection(("127.0.0.1", server.port), 5, ("127.0.0.2", 0))
            other.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            self.assertTrue(read_all(other)[0].startswith(b"HTTP/1.1 200 "))
            asking = socket.create_connection(("127.0.0.1", server.port), 5, ("127.0.0.3", 0))
            asking.sendall(b"GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            self.assertIn(b'docent_limit_hits_total{limit="connections-per-address"} 1\n', read_all(asking)[0])

    def test_questions_of_one_connection(self):
        with Server("--questions-per-connection", "2", "--questions-per-connection-burst", "1") as server:
            body = json.dumps({"text": ABOUT}).encode()
            ask = b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n" % len(body)
            data, _ = read_all(dial(server, ask + b"\r\n" + body + ask + b"Connection: close\r\n\r\n" + body))
            first, second = data.split(b"HTTP/1.1 ")[1:]
            self.assertTrue(first.startswith(b"200 "))
            self.assertTrue(second.startswith(b"429 "))
            self.assertIn(b"\r\nRetry-After: 1\r\n", second)
            self.assertLessEqual(json.loads(second.split(b"\r\n\r\n")[1])["retry_after_ms"], 500)
            self.assert_hits(server, questions_per_connection=1, questions_per_address=0)

    def test_questions_of_one_address(self):
        with Server("--questions-per-address", "0.1", "--questions-per-address-burst", "2") as server:
            self.assertEqual([200, 200, 429], [server.post({"text": ABOUT})[0] for _ in range(3)])
            self.assert_hits(server, questions_per_address=1)

    def test_work_of_one_address(self):
        flags = ("--work-per-address", "0.0001", "--work-per-address-burst", "0.0001", "--answer-memory", "1")
        with Server(*flags) as server:
            self.assertEqual([200, 429], [server.post({"text": ABOUT})[0] for _ in range(2)])
            self.assert_hits(server, work=1)

    def test_steps_of_one_question(self):
        with Server("--max-steps", "2") as server:
            self.assertEqual(200, server.post({"text": f"{ABOUT} {ABOUT}"})[0])
            status, reply = server.post({"id": 7, "text": f"{ABOUT} {ASKED}? {ABOUT}"})
            self.assertEqual((503, 7, "overloaded"), (status, reply["id"], reply["code"]))
            self.assertEqual(503, server.post({"text": ABOUT, "history": [ABOUT, f"{ASKED}?"]})[0])
            self.assertEqual(503, server.post({"type": "more", "text": f"{ABOUT} {ASKED}? {ABOUT}"})[0])
            self.assert_hits(server, steps=3)

    def test_browsing_counts_as_asking(self):
        with Server("--questions-per-address", "0.1", "--questions-per-address-burst", "1") as server:
            self.assertEqual([200, 429], [server.request("GET", f"/api/{path}")[0] for path in ("complete?q=w", "browse")])
            self.assert_hits(server, questions_per_address=1)
        with Server("--work-per-address", "0.0001", "--work-per-address-burst", "0.0001") as server:
            self.assertEqual([200, 429], [server.request("GET", "/api/browse")[0] for _ in range(2)])
            self.assertEqual(429, server.post({"text": ABOUT})[0])
            self.assert_hits(server, work=2)

    def test_conversations(self):
        import asyncio
        import websockets

        async def talk(server):
            async def ask(socket, text):
                await socket.send(json.dumps({"text": text}))
                return json.loads(await socket.recv())["text"]
            async with websockets.connect(server.websocket_url) as first, websockets.connect(server.websocket_url) as second:
                await ask(first, ABOUT)
                await ask(second, ABOUT)  # the first is forgotten
                kept = await ask(second, docent_process.FOLLOW_UP)
                return await ask(first, docent_process.FOLLOW_UP), kept
        with Server("--max-conversations", "1", "--threads", "1") as server:
            forgotten, kept = asyncio.run(talk(server))
            self.assertIn(docent_process.DIRECTED, kept)
            self.assertNotEqual(kept, forgotten)
            self.assert_hits(server, conversations=2)

    def test_history(self):
        with Server("--max-history", "1") as server:
            answer = server.post({"text": docent_process.FOLLOW_UP, "history": [docent_process.ASKED, ABOUT]})[1]
            self.assertIn(docent_process.DIRECTED, answer["text"])
            self.assert_hits(server, history=1)

    def test_times(self):
        flags = ("--header-time", "0.5", "--body-time", "0.5", "--idle-time", "0.5", "--websocket-idle", "0.5")
        with Server(*flags) as server:
            cases = {"silence": b"", "half a header": b"GET / HT", "idle between requests": b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n",
                     "half a body": b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{", "silent WebSocket": HANDSHAKE}
            waiting = {name: dial(server, data) for name, data in cases.items()}
            for name, connection in waiting.items():
                with self.subTest(name):
                    self.assertLess(read_all(connection)[1], 5)
            self.assert_hits(server, header_time=2, body_time=1, idle_time=1, websocket_idle=1)

    def test_a_websocket_that_answers_pings_stays(self):
        import asyncio
        import websockets

        async def stay(server):
            async with websockets.connect(server.websocket_url, ping_interval=None) as client:
                await asyncio.sleep(2)
                await client.send('{"type":"ping"}')
                return await client.recv()
        with Server("--websocket-idle", "0.8") as server:
            self.assertEqual('{"type":"pong"}', asyncio.run(stay(server)))

    def test_who_waits_for_an_answer_is_not_idle(self):
        import asyncio
        import websockets

        async def ask(server, number):
            async with websockets.connect(server.websocket_url, open_timeout=None, ping_interval=None) as client:
                for part in (1, 2):
                    await client.send(json.dumps({"text": slow_question(f"{number} {part}")}))
                return [json.loads(await client.recv())["type"] for _ in (1, 2)]

        async def ask_at_once(server):
            return await asyncio.gather(*(ask(server, number) for number in range(200)))
        # One thread works on them in turns, for longer than anybody may be silent.
        with Server("--websocket-idle", "1", "--threads", "1", "--work-per-address", "0") as server:
            self.assertEqual([["answer"] * 2] * 200, asyncio.run(ask_at_once(server)))
            self.assert_hits(server, websocket_idle=0)

    def test_who_waits_for_an_answer_has_sent_the_whole_request(self):
        with Server("--body-time", "0.3", "--threads", "1", "--work-per-address", "0") as server:
            waiting = []
            for number in range(150):
                body = json.dumps({"text": slow_question(number)}).encode()
                waiting.append(dial(server, b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                            b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body))
            for connection in waiting:
                connection.settimeout(300)
                self.assertEqual(b"HTTP/1.1 200", read_all(connection)[0][:12])
            self.assert_hits(server, body_time=0)

    def test_a_reader_who_does_not_read_is_closed(self):
        with Server("--write-time", "0.5", "--questions-per-connection", "0") as server:
            requests = b"GET /style.css HTTP/1.1\r\nHost: x\r\n\r\n" * 2000
            connection = socket.socket()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.settimeout(10)
            connection.connect(("127.0.0.1", server.port))
            began = time.monotonic()
            with self.assertRaises((ConnectionResetError, BrokenPipeError)):
                while time.monotonic() - began < 8:
                    connection.sendall(requests)
                    time.sleep(0.05)
            connection.close()
            self.assertEqual(200, server.request("GET", "/healthz")[0])
            self.assert_hits(server, write_time=1)


if __name__ == "__main__":
    docent_process.main()
