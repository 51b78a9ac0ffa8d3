"""Reloading from outside: by signal, by command, by watching; what is refused; nothing lost under load."""
import asyncio
import json
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest

import websockets

import docent_process
from docent_process import HOME, Server
from harbour import QUESTION, Harbour, generations_in


PATIENCE = 60  # seconds; on a machine with much else to do a reload that takes one may take thirty


def wait_until(condition, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


class Slow:
    """A text of a source that takes as long to read as the test wants: a pipe, which whoever reads the files waits at."""

    def __init__(self, harbour):
        self.path = os.path.join(harbour.folder, "slow.txt")
        os.mkfifo(self.path)
        harbour.write_file("slow.facts", "source: slow\ntitle: A slow source\ntext: slow.txt\n")

    def let_read(self, meanwhile=lambda: None):
        """Waits for a reader, lets something happen, and gives it the text."""
        opened = []

        def is_read():
            try:
                opened.append(os.open(self.path, os.O_WRONLY | os.O_NONBLOCK))
            except OSError:  # nobody reads
                pass
            return opened
        assert wait_until(is_read), "nobody reads the files"
        meanwhile()
        os.mkfifo(self.path + "~")  # who reads again waits anew
        os.replace(self.path + "~", self.path)
        os.write(opened[0], b"slowly\n")
        os.close(opened[0])


class ReloadTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.harbour = Harbour(self.folder.name)

    def serve(self, *flags):
        return Server("--knowledge", self.folder.name, *flags)

    def crew(self, server):
        return generations_in(server.post({"text": QUESTION})[1])

    def reload(self, server, *flags, **environment):
        return subprocess.run([docent_process.PROGRAM, "reload", "--port", str(server.port), *flags], cwd=HOME, text=True,
                              capture_output=True, timeout=60, env={**os.environ, **environment})

    def crews(self, server):
        """Of each ship by itself, whatever the edition of the log."""
        return [server.post({"text": f"What is the crew of the {ship}?"})[1]["values"][0]["text"] for ship in ("Aurora", "Borealis")]

    def metric(self, server, line):
        return line in server.request("GET", "/metrics")[2].splitlines()

    def test_the_command_says_what_came_of_it(self):
        with self.serve() as server:
            self.assertEqual({20000}, self.crew(server))
            unchanged = self.reload(server)
            self.assertEqual((0, "unchanged"), (unchanged.returncode, unchanged.stdout.split(":")[0]))
            self.harbour.write(1)
            replaced = self.reload(server)
            self.assertEqual((0, "replaced"), (replaced.returncode, replaced.stdout.split(":")[0]), replaced.stderr)
            self.assertEqual({20001}, self.crew(server))

    def test_a_mistake_keeps_what_is_served(self):
        with self.serve() as server:
            self.harbour.write_file("aurora.facts", "entity: Aurora\ntype: ship\n\nfact: crew\nvaleu: 7\n")
            refused = self.reload(server)
            self.assertEqual(3, refused.returncode)
            self.assertIn('aurora.facts:5', refused.stderr)
            self.assertIn('did you mean "value"?', refused.stderr)
            self.assertEqual({20000}, self.crew(server))
            self.harbour.write(2, expected="9")
            refused = self.reload(server)
            self.assertEqual(1, refused.returncode)
            self.assertIn('the answer lacks "9"', refused.stderr)
            self.assertIn("2 tests fail", refused.stderr)
            self.assertEqual({20000}, self.crew(server))
            self.assertTrue(self.metric(server, 'docent_reloads_total{result="refused"} 2'))
            self.assertTrue(self.metric(server, 'docent_reloads_total{result="replaced"} 0'))

    def test_without_a_server_the_command_says_so(self):
        with self.serve() as server:
            server.stop()
            gone = self.reload(server)
        self.assertEqual(4, gone.returncode)
        self.assertIn("is it running?", gone.stderr)

    def test_a_hangup_reloads_and_conversations_go_on(self):
        async def talk(server):
            async with websockets.connect(server.websocket_url) as socket:
                async def ask(message):
                    await socket.send(json.dumps(message))
                    return json.loads(await asyncio.wait_for(socket.recv(), PATIENCE))
                before = await ask({"type": "hello"})
                await ask({"text": "What is the crew of the Aurora?"})
                self.harbour.write(3)
                server.process.send_signal(signal.SIGHUP)
                while (await ask({"type": "hello"}))["brain"] == before["brain"]:
                    await asyncio.sleep(0.02)
                return await ask({"text": "and the Borealis?"})
        with self.serve() as server:
            answer = asyncio.run(asyncio.wait_for(talk(server), PATIENCE))
        self.assertEqual(("answered", {20003}), (answer["status"], generations_in(answer)))

    def test_watches_files_and_folders_that_come_later(self):
        with self.serve("--watch") as server:
            self.harbour.write(4)
            self.assertTrue(wait_until(lambda: self.crew(server) == {20004}))
            later = os.path.join(self.folder.name, "later")
            os.mkdir(later)
            time.sleep(0.5)
            with open(os.path.join(later, "comet.facts"), "w", encoding="utf-8") as out:
                out.write("entity: Comet\ntype: ship\n\nfact: crew\nvalue: 77\nsays: The Comet sails with a crew of 77.\n")
            self.assertTrue(wait_until(lambda: "77" in server.post({"text": "what is the crew of the Comet"})[1]["text"]))

    def test_watches_a_folder_that_takes_the_place_of_one(self):
        other = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, other, ignore_errors=True)
        with self.serve("--watch") as server:
            replacing = Harbour(other)
            replacing.write(5)
            os.rename(self.folder.name, other + "-before")
            self.addCleanup(shutil.rmtree, other + "-before")
            time.sleep(0.6)  # long enough to be missed
            os.rename(other, self.folder.name)
            self.assertTrue(wait_until(lambda: self.crew(server) == {20005}))
            self.harbour.write(6)
            self.assertTrue(wait_until(lambda: self.crew(server) == {20006}))

    def test_a_second_file_that_is_saved_a_little_later_is_served_with_the_first(self):
        with self.serve("--watch") as server:
            for generation, pause in enumerate((0.15, 0.3, 0.7, 2), 7):
                crew = self.harbour.crew(generation)
                self.harbour.write_file("aurora.facts", self.harbour.ship("Aurora", crew))
                time.sleep(pause)
                self.harbour.write_file("borealis.facts", self.harbour.ship("Borealis", crew))
                self.assertTrue(wait_until(lambda: self.crews(server) == [crew, crew]), pause)

    def test_files_that_change_while_they_are_read_are_read_again(self):
        slow = Slow(self.harbour)
        starting = threading.Thread(target=slow.let_read)
        starting.start()
        with self.serve() as server:
            starting.join()
            self.harbour.write(1)
            reloaded = []
            asking = threading.Thread(target=lambda: reloaded.append(server.request("POST", "/admin/reload", "", seconds=PATIENCE)))
            asking.start()
            slow.let_read(lambda: self.harbour.write(2))
            slow.let_read()
            asking.join()
            self.assertEqual((200, "replaced"), (reloaded[0][0], json.loads(reloaded[0][2])["status"]))
            self.assertEqual({20002}, self.crew(server))

    def test_a_mistake_that_stood_there_only_while_files_were_saved_is_not_told(self):
        slow = Slow(self.harbour)
        starting = threading.Thread(target=slow.let_read)
        starting.start()
        with self.serve() as server:
            starting.join()
            self.harbour.write(1, expected="9")
            asking = threading.Thread(target=server.request, args=("POST", "/admin/reload", ""), kwargs={"seconds": PATIENCE})
            asking.start()
            slow.let_read(lambda: self.harbour.write(2))
            slow.let_read()
            asking.join()
            self.assertEqual({20002}, self.crew(server))
            self.assertTrue(self.metric(server, 'docent_reloads_total{result="refused"} 0'))

    def test_a_file_that_changes_while_the_server_starts_is_not_missed(self):
        slow = Slow(self.harbour)

        def read_twice():
            slow.let_read(lambda: self.harbour.write(3))
            slow.let_read()
        reading = threading.Thread(target=read_twice)
        reading.start()
        with self.serve("--watch") as server:
            self.assertTrue(wait_until(lambda: self.crew(server) == {20003}))
            reading.join()

    def test_nothing_is_lost_or_mixed_under_load(self):
        async def ask_on(server, stop, seen):
            async with websockets.connect(server.websocket_url) as socket:
                is_last = False
                while not is_last:
                    is_last = stop.is_set()  # looked at before asking: what is asked after the last reload knows of it
                    await socket.send(json.dumps({"text": QUESTION}))
                    answer = json.loads(await asyncio.wait_for(socket.recv(), PATIENCE))
                    if answer.get("code") in ("overloaded", "too_many"):  # told to come again: a machine at its limit
                        refused.append(answer["code"])
                        await asyncio.sleep(0.05)
                        is_last = False
                        continue
                    self.assertIn("facts", answer)
                    seen.append((answer.get("status"), len(answer["facts"]), generations_in(answer), is_last))

        async def load(server, stop, seen):
            await asyncio.gather(*(ask_on(server, stop, seen) for _ in range(8)))
        stop, seen, refused = threading.Event(), [], []
        with self.serve("--work-per-address", "0") as server:
            asking = threading.Thread(target=lambda: asyncio.run(load(server, stop, seen)))
            asking.start()
            for generation in range(1, 11):
                self.harbour.write(generation)
                self.assertEqual(200, server.request("POST", "/admin/reload", "", seconds=PATIENCE)[0])
            stop.set()
            asking.join(2 * PATIENCE)
            self.assertFalse(asking.is_alive())
        self.assertGreater(len(seen), 100, refused)
        for status, facts, crews, _ in seen:
            self.assertEqual(("answered", 2, 1), (status, facts, len(crews)), crews)
        self.assertEqual([{20010}] * 8, [crews for _, _, crews, is_last in seen if is_last])


class AdminTest(unittest.TestCase):
    def test_without_a_token_only_programs_of_this_machine_may(self):
        with Server() as server:
            self.assertEqual(200, server.request("GET", "/metrics")[0])
            for name, value in (("Origin", f"http://127.0.0.1:{server.port}"), ("Sec-Fetch-Site", "same-origin"),
                                ("X-Forwarded-For", "127.0.0.1"), ("Forwarded", "for=127.0.0.1")):
                for method, path in (("GET", "/metrics"), ("POST", "/admin/reload")):
                    self.assertEqual(403, server.request(method, path, **{name: value})[0], f"{path} with {name}")
            self.assertEqual(405, server.request("GET", "/admin/reload")[0])

    def test_with_a_token_whoever_brings_it_may(self):
        with tempfile.NamedTemporaryFile("w") as file:
            file.write("s3cret\n")
            file.flush()
            with Server("--admin-token-file", file.name) as server:
                for given, status in (("Bearer s3cret", 200), ("bearer s3cret", 200), ("Bearer s3cre", 401), ("Bearer s3crets", 401),
                                      ("Bearer ", 401), ("Basic s3cret", 401), ("s3cret", 401)):
                    seen, headers, _ = server.request("GET", "/metrics", Authorization=given)
                    self.assertEqual((status, "Bearer" if status == 401 else None), (seen, headers["WWW-Authenticate"]), given)
                self.assertEqual(401, server.request("GET", "/metrics")[0])
                command = [docent_process.PROGRAM, "reload", "--port", str(server.port)]
                self.assertEqual(4, subprocess.run(command, cwd=HOME, capture_output=True).returncode)
                self.assertEqual(0, subprocess.run([*command, "--admin-token-file", file.name], cwd=HOME, capture_output=True).returncode)
                self.assertEqual(0, subprocess.run(command, cwd=HOME, env={**os.environ, "DOCENT_ADMIN_TOKEN": "s3cret"},
                                                   capture_output=True).returncode)

    def test_an_api_token_is_wanted_of_whoever_asks_or_looks_around(self):
        environment = {**os.environ, "DOCENT_API_TOKEN": "open sesame"}
        with Server(environment=environment) as server:
            body = json.dumps({"text": "who is it"})
            ask = lambda **headers: server.request("POST", "/api/ask", body, Content_Type="application/json", **headers)[0]
            self.assertEqual((401, 200), (ask(), ask(Authorization="Bearer open sesame")))
            for path in ("/api/browse", "/api/browse?type=person", "/api/complete?q=who", "/api/about"):
                self.assertEqual((401, 200), (server.request("GET", path)[0],
                                              server.request("GET", path, Authorization="Bearer open sesame")[0]), path)
            self.assertEqual((200, 200), (server.request("GET", "/")[0], server.request("GET", "/metrics")[0]))
            with self.assertRaises(websockets.InvalidStatusCode) as refused:
                asyncio.run(self.connect(server, {}))
            self.assertEqual(401, refused.exception.status_code)
            asyncio.run(self.connect(server, {"Authorization": "Bearer open sesame"}))

    async def connect(self, server, headers):
        async with websockets.connect(server.websocket_url, extra_headers=headers):
            pass


if __name__ == "__main__":
    docent_process.main()
