"""A WebSocket client that docent knows nothing of (Debian's python3-websockets) talks to the running server."""
import asyncio
import json
import unittest

import websockets

import docent_process
from docent_process import ABOUT, ASKED, DIRECTED, FOLLOW_UP, OTHER_YEAR, Server, ask_lines


def connect(server, **options):
    return websockets.connect(server.websocket_url, **options)


async def exchange(socket, message):
    await socket.send(message if isinstance(message, (str, bytes)) else json.dumps(message))
    return json.loads(await asyncio.wait_for(socket.recv(), 5))


def ask(text, **more):
    return {"type": "ask", "text": text, **more}


class WebSocketTest(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    async def test_answers_with_the_fact_and_its_paragraph(self):
        async with connect(self.server) as socket:
            answer = await exchange(socket, ask(ASKED, id="7"))
        self.assertEqual(("answer", "7", "answered"), (answer["type"], answer["id"], answer["status"]))
        self.assertIn("60 billion", answer["text"])
        self.assertIn("60 billion", answer["facts"][0]["says"])
        self.assertGreater(answer["facts"][0]["paragraph"], 0)
        self.assertTrue(answer["facts"][0]["source_title"])
        self.assertEqual([(60e9, "CNY", "more than")], [(v["number"], v["unit"], v["bound"]) for v in answer["values"]])

    async def test_declines_another_year_and_names_the_one_it_knows(self):
        async with connect(self.server) as socket:
            answer = await exchange(socket, ask(OTHER_YEAR))
        self.assertEqual("unknown", answer["status"])
        self.assertIn("2018", answer["text"])

    async def test_gives_every_id_back_as_it_came(self):
        async with connect(self.server) as socket:
            for id in ("7", "", "é\"\\", 7, -1, 2.5, 2**64 - 1):
                self.assertEqual(id, (await exchange(socket, ask(ABOUT, id=id)))["id"])
            self.assertNotIn("id", await exchange(socket, ask(ABOUT)))

    async def test_answers_in_the_order_of_asking(self):
        async with connect(self.server) as socket:
            for id in range(200):
                await socket.send(json.dumps(ask(ABOUT, id=id)))
            self.assertEqual(list(range(200)), [json.loads(await socket.recv())["id"] for _ in range(200)])

    async def test_a_connection_is_a_conversation(self):
        async with connect(self.server) as socket, connect(self.server) as other:
            await exchange(socket, ask(ABOUT))
            follow_up = await exchange(socket, ask(FOLLOW_UP))
            elsewhere = await exchange(other, ask(FOLLOW_UP))
        self.assertEqual("answered", follow_up["status"])
        self.assertIn(DIRECTED, follow_up["text"])
        self.assertNotEqual(follow_up["text"], elsewhere["text"])

    async def test_history_stands_for_the_conversation(self):
        async with connect(self.server) as socket:
            await exchange(socket, ask(ABOUT))
            spoken = await exchange(socket, ask(FOLLOW_UP))
        async with connect(self.server) as socket:
            told = await exchange(socket, ask(FOLLOW_UP, history=[ABOUT]))
        self.assertEqual(spoken, told)

    async def test_explains_when_asked_to(self):
        async with connect(self.server) as socket:
            self.assertNotIn("steps", await exchange(socket, ask(ASKED)))
            steps = (await exchange(socket, ask(ASKED, explain=True)))["steps"]
        self.assertTrue(all(step["name"] and isinstance(step["detail"], str) for step in steps) and steps)

    async def test_a_mended_word_can_be_asked_for_as_it_was_written(self):
        misspelt = "who is the direcctor of the Institute of Neuroscience"
        async with connect(self.server) as socket:
            mended = await exchange(socket, ask(misspelt))
            meant = await exchange(socket, ask(misspelt, as_written=True))
        self.assertEqual(("answered", [{"from": "direcctor", "to": "director"}]), (mended["status"], mended["corrections"]))
        self.assertEqual(("unknown", []), (meant["status"], meant["corrections"]))

    async def test_errors_have_codes_and_the_connection_lives_on(self):
        cases = [("hello", None, "bad_json"), (b"\x00\xff", None, "bad_request"), ("[]", None, "bad_request"),
                 ({"type": "tell", "id": 1}, 1, "bad_request"), (ask(5, id="2"), "2", "bad_request"),
                 (ask("who " * 600, id="3"), "3", "too_long"), (ask("x", history="y", id=4), 4, "bad_request")]
        async with connect(self.server) as socket:
            for message, id, code in cases:
                error = await exchange(socket, message)
                self.assertEqual(("error", id, code), (error["type"], error.get("id"), error["code"]), message)
                self.assertTrue(error["message"])
                self.assertEqual("answer", (await exchange(socket, ask(ABOUT)))["type"])

    async def test_says_hello_only_when_greeted(self):
        async with connect(self.server) as socket:
            hello = await exchange(socket, {"type": "hello", "id": 1})
            self.assertEqual({"type": "pong", "id": 2}, await exchange(socket, {"type": "ping", "id": 2}))
        self.assertEqual(("hello", 1, 1), (hello["type"], hello["id"], hello["protocol"]))
        self.assertRegex(hello["brain"], "^[0-9a-f]+$")

    async def test_suggests_more_questions_that_are_answered_nearest_first(self):
        async with connect(self.server) as socket:
            any_three = await exchange(socket, {"type": "more", "id": 1})
            self.assertEqual(("suggestions", 1, 3), (any_three["type"], any_three["id"], len(any_three["suggestions"])))
            await exchange(socket, ask(ABOUT))
            near = (await exchange(socket, {"type": "more", "count": 2}))["suggestions"]
            next = (await exchange(socket, {"type": "more", "count": 2, "skip": 2}))["suggestions"]
            told = (await exchange(socket, {"type": "more", "count": 4, "text": ABOUT}))["suggestions"]
            self.assertEqual(told, near + next)
            self.assertEqual(4, len(set(told)))
            self.assertNotEqual(any_three["suggestions"], told[:3])
            for question in told + any_three["suggestions"]:
                self.assertEqual("answered", self.server.post({"text": question})[1]["status"], question)
            after = await exchange(socket, ask(FOLLOW_UP))
            self.assertIn(DIRECTED, after["text"], "asking for more is no turn of the conversation")

    async def test_thanks_for_feedback(self):
        async with connect(self.server) as socket:
            reply = await exchange(socket, {"type": "feedback", "id": "f", "text": ABOUT, "helpful": True})
        self.assertEqual({"type": "thanks", "id": "f"}, reply)

    async def test_closes_on_a_message_that_is_too_large(self):
        async with connect(self.server) as socket:
            await socket.send(json.dumps(ask("a" * 70_000)))
            await asyncio.wait_for(socket.wait_closed(), 5)
            self.assertEqual(1009, socket.close_code)

    async def test_foreign_pages_may_not_connect(self):
        with self.assertRaises(websockets.InvalidStatusCode) as refused:
            async with connect(self.server, origin="https://evil.example"):
                pass
        self.assertEqual(403, refused.exception.status_code)
        async with connect(self.server, origin=f"http://127.0.0.1:{self.server.port}") as socket:
            self.assertEqual("answer", (await exchange(socket, ask(ABOUT)))["type"])

    async def test_all_ways_of_asking_give_the_same_reply(self):
        messages = [ask(ASKED, id="1"), ask(OTHER_YEAR, id=2), ask(FOLLOW_UP, history=[ABOUT]), ask(""), {"type": "ping"}]
        by_line, status = ask_lines(map(json.dumps, messages))
        self.assertEqual(0, status)
        for message, line in zip(messages, by_line, strict=True):
            async with connect(self.server) as socket:
                self.assertEqual(line, await exchange(socket, message))
            self.assertEqual(line, self.server.post(message)[1])


class ShutdownTest(unittest.IsolatedAsyncioTestCase):
    async def test_finishes_what_is_in_flight_and_closes_with_1001(self):
        with Server() as server:
            async with connect(server) as busy, connect(server) as idle:
                for id in range(300):
                    await busy.send(json.dumps(ask(ASKED, id=id)))
                await asyncio.sleep(0.005)
                stopped = asyncio.get_running_loop().run_in_executor(None, server.stop)
                answers = [json.loads(message)["id"] async for message in busy]
                await asyncio.wait_for(idle.wait_closed(), 5)
                self.assertEqual(list(range(300)), answers)
                self.assertEqual((1001, 1001), (busy.close_code, idle.close_code))
                self.assertEqual(0, await stopped)

    async def test_ends_though_a_client_never_closes(self):
        with Server("--drain", "1") as server:
            reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
            writer.write(b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n")
            await writer.drain()
            await asyncio.sleep(0.1)
            self.assertEqual(0, await asyncio.get_running_loop().run_in_executor(None, server.stop))
            writer.close()


if __name__ == "__main__":
    docent_process.main()
