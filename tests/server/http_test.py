"""The HTTP side from outside: the page, the API, what is refused and how."""
import json
import socket
import subprocess
import unittest

import docent_process
from docent_process import ABOUT, ASKED, HOME, OTHER_YEAR, Server, ask_lines


class HttpTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def test_answers_a_post(self):
        status, answer = self.server.post({"type": "ask", "id": "7", "text": ASKED})
        self.assertEqual((200, "7", "answered"), (status, answer["id"], answer["status"]))
        self.assertIn("60 billion", answer["text"])
        status, answer = self.server.post({"text": OTHER_YEAR})
        self.assertEqual((200, "unknown"), (status, answer["status"]))
        self.assertIn("2018", answer["text"])

    def test_errors_have_a_status_and_a_code(self):
        for body, status, code in ((b"", 400, "bad_json"), (b"[]", 400, "bad_request"), (b'{"text":"\xff"}', 400, "bad_json"),
                                   (json.dumps({"text": "a" * 2001}), 413, "too_long"), (b"x" * 70_000, 413, "too_long")):
            seen, error = self.server.post(body)
            self.assertEqual((status, "error", code), (seen, error["type"], error["code"]))

    def test_refusals(self):
        for method, path, status in (("GET", "/none", 404), ("POST", "/api/none", 404), ("GET", "/api/ask", 405), ("POST", "/", 405),
                                     ("BREW", "/healthz", 405), ("GET", "/ws", 426), ("POST", "/ws", 405), ("GET", "/../README.md", 404)):
            seen, headers, body = self.server.request(method, path)
            self.assertEqual(status, seen, f"{method} {path}")
            self.assertEqual("error", json.loads(body)["type"])
            self.assertEqual(status == 405, "Allow" in headers)
        status, _, body = self.server.request("POST", "/api/ask", "{}", Content_Type="text/plain")
        self.assertEqual((415, "bad_request"), (status, json.loads(body)["code"]))

    def test_serves_the_page_and_says_when_it_has_not_changed(self):
        status, headers, page = self.server.request("GET", "/")
        self.assertEqual((200, "text/html; charset=utf-8"), (status, headers["Content-Type"]))
        self.assertIn("<title>docent</title>", page)
        self.assertEqual(304, self.server.request("GET", "/", If_None_Match=headers["ETag"])[0])
        self.assertEqual(200, self.server.request("GET", "/?a=b")[0])
        status, headers, body = self.server.request("HEAD", "/")
        self.assertEqual((200, str(len(page.encode())), ""), (status, headers["Content-Length"], body))

    def test_every_file_that_the_page_names_is_there(self):
        for path, kind in (("/main.js", "text/javascript"), ("/style.css", "text/css"), ("/favicon.svg", "image/svg+xml")):
            status, headers, _ = self.server.request("GET", path)
            self.assertEqual((200, kind), (status, headers["Content-Type"].split(";")[0]))

    def test_health(self):
        self.assertEqual((200, {"status": "alive"}), (lambda r: (r[0], json.loads(r[2])))(self.server.request("GET", "/healthz")))
        self.assertEqual((200, {"status": "ready"}), (lambda r: (r[0], json.loads(r[2])))(self.server.request("GET", "/readyz")))

    def test_about_tells_what_is_known(self):
        about = json.loads(self.server.request("GET", "/api/about")[2])
        self.assertGreater(about["facts"], 0)
        self.assertTrue(about["sources"][0]["title"])
        for example in about["examples"]:
            self.assertEqual("answered", self.server.post({"text": example})[1]["status"], example)

    def test_a_pipeline_is_answered_in_order(self):
        requests = b""
        for id in range(50):
            body = json.dumps({"id": id, "text": ABOUT}).encode()
            requests += b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
        with socket.create_connection(("127.0.0.1", self.server.port), 5) as connection:
            connection.sendall(requests)
            connection.shutdown(socket.SHUT_WR)
            replies = b"".join(iter(lambda: connection.recv(65536), b""))
        ids = [int(part.split(b",")[0]) for part in replies.split(b'"id":')[1:] if part.split(b",")[0].isdigit()]
        self.assertEqual(list(range(50)), ids)

    def test_continues_when_asked_whether_it_would(self):
        body = json.dumps({"text": ABOUT}).encode()
        with socket.create_connection(("127.0.0.1", self.server.port), 5) as connection:
            connection.sendall(b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n"
                               b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % len(body))
            self.assertEqual(b"HTTP/1.1 100 Continue\r\n\r\n", connection.recv(100))
            connection.sendall(body)
            self.assertTrue(connection.recv(100).startswith(b"HTTP/1.1 200 OK\r\n"))


class CommandTest(unittest.TestCase):
    def run_docent(self, *arguments, cwd=HOME):
        return subprocess.run([docent_process.PROGRAM, *arguments], cwd=cwd, text=True, capture_output=True, timeout=60)

    def test_a_bad_line_is_told_and_the_rest_goes_on(self):
        lines, status = ask_lines(['{"id":1,"text":"%s"}' % ABOUT, "nonsense", '{"id":3,"text":"%s"}' % ABOUT])
        self.assertEqual(["answer", "error", "answer"], [line["type"] for line in lines])
        self.assertEqual((1, 3, 0), (lines[0]["id"], lines[2]["id"], status))

    def test_each_line_is_its_own_conversation(self):
        follow_up = {"text": docent_process.FOLLOW_UP}
        lines, _ = ask_lines(map(json.dumps, ({"text": ABOUT}, follow_up, {**follow_up, "history": [ABOUT]})))
        self.assertIn(docent_process.DIRECTED, lines[2]["text"])
        self.assertNotEqual(lines[2]["text"], lines[1]["text"])

    def test_finds_its_files_from_any_folder(self):
        asked = self.run_docent("ask", *ASKED.split(), cwd="/")
        self.assertIn("60 billion", asked.stdout)
        self.assertIn("paragraph", asked.stdout)
        self.assertEqual(asked.stdout, self.run_docent("ask", ASKED).stdout)

    def test_exit_statuses(self):
        self.assertEqual(0, self.run_docent("ask", OTHER_YEAR).returncode)
        self.assertEqual(0, self.run_docent("--help").returncode)
        self.assertEqual(2, self.run_docent().returncode)
        self.assertEqual(2, self.run_docent("ask", "--nonsense").returncode)
        missing = self.run_docent("check", "--rules", "/nowhere")
        self.assertEqual((3, "docent: there is no folder /nowhere\n"), (missing.returncode, missing.stderr))

    def test_a_port_in_use_is_told_in_one_line(self):
        with Server() as server:
            second = self.run_docent("serve", "--port", str(server.port))
        self.assertEqual(4, second.returncode)
        self.assertEqual(f"docent: cannot listen on 127.0.0.1:{server.port}: Address already in use "
                         "(choose another --host or --port)\n", second.stderr)

    def test_check_counts(self):
        counts = json.loads(self.run_docent("check", "--json").stdout)
        self.assertEqual(0, counts["errors"])
        self.assertGreater(counts["facts"], 0)


if __name__ == "__main__":
    docent_process.main()
