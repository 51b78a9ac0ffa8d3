"""The pages of the documents, as the server gives them: every link between them leads somewhere, all is from this server."""
import html.parser
import os
import sys
import unittest
import urllib.parse

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(HOME, "tests", "server"))

import docent_process  # noqa: E402
from docent_process import Server  # noqa: E402


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.loads, self.anchors, self.inline, self.titles = [], [], [], [], 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.titles += tag == "h1"
        if "id" in given:
            self.anchors.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        elif "href" in given or "src" in given:
            self.loads.append(given.get("href") or given["src"])
        if tag in ("script", "style") or any(name == "style" or name.startswith("on") for name in given):
            self.inline.append(self.get_starttag_text())


class PagesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().__enter__()
        cls.pages = {}
        cls.other = set()
        waiting = {"/docs/"}
        while waiting:
            path = waiting.pop()
            status, headers, body = cls.server.request("GET", path)
            if status != 200 or not headers["Content-Type"].startswith("text/html"):
                cls.other.add((path, status))
                continue
            cls.pages[path] = Page(body)
            for link in cls.pages[path].links:
                to = urllib.parse.urlsplit(urllib.parse.urljoin(path, link))
                if not to.scheme and to.path.startswith("/docs/") and to.path not in cls.pages:
                    waiting.add(to.path)

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def test_every_link_between_them_leads_to_a_page_and_to_a_heading_of_it(self):
        self.assertEqual(self.other, set())
        self.assertGreater(len(self.pages), 20)
        followed = 0
        for path, page in self.pages.items():
            for link in page.links:
                to = urllib.parse.urlsplit(urllib.parse.urljoin(path, link))
                if to.scheme or to.path == "/":
                    continue
                self.assertIn(to.path, self.pages, f"{link} on {path}")
                if to.fragment:
                    self.assertIn(urllib.parse.unquote(to.fragment), self.pages[to.path].anchors, f"{link} on {path}")
                followed += 1
        self.assertGreater(followed, 200)

    def test_every_document_can_be_reached(self):
        written = {"/docs/" + name.removesuffix(".md") for name in os.listdir(os.path.join(HOME, "docs")) if name.endswith(".md")}
        self.assertEqual(written - {"/docs/README"} - set(self.pages), set())

    def test_each_is_whole_and_runs_nothing(self):
        for path, page in self.pages.items():
            self.assertEqual((page.titles, page.inline), (1, []), path)
            self.assertEqual(len(page.anchors), len(set(page.anchors)), path)

    def test_they_load_only_what_is_beside_them(self):
        loaded = {urllib.parse.urljoin(path, name) for path, page in self.pages.items() for name in page.loads}
        self.assertEqual(loaded, {"/docs/base.css", "/docs/documents.css", "/docs/favicon.svg"})
        self.assertEqual({self.server.request("GET", path)[0] for path in loaded}, {200})

    def test_they_are_served_as_the_chat_page_is(self):
        status, headers, _ = self.server.request("GET", "/docs/tutorial", Accept_Encoding="identity")
        self.assertEqual((200, "text/html; charset=utf-8"), (status, headers["Content-Type"]))
        self.assertIn("script-src 'self'; style-src 'self';", headers["Content-Security-Policy"])
        self.assertEqual(304, self.server.request("GET", "/docs/tutorial", If_None_Match=headers["ETag"])[0])
        connection = docent_process.http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=5)
        self.addCleanup(connection.close)
        connection.request("GET", "/docs/tutorial", headers={"Accept-Encoding": "gzip"})
        packed = connection.getresponse()
        self.assertEqual("gzip", packed.getheader("Content-Encoding"))
        self.assertLess(len(packed.read()), int(headers["Content-Length"]) / 2)

    def test_the_folder_is_found_without_its_slash(self):
        status, headers, body = self.server.request("GET", "/docs")
        self.assertEqual((308, "docs/", ""), (status, headers["Location"], body))
        for path in ("/docs/index", "/docs/tutorial.html", "/docs/tutorial/", "/docs//tutorial", "/doc", "/docs/../docs/tutorial"):
            self.assertEqual(404, self.server.request("GET", path)[0], path)
        self.assertEqual(405, self.server.request("POST", "/docs/tutorial", "")[0])

    def test_the_chat_page_is_told_where_they_are(self):
        self.assertIn('"documents":"docs/"', self.server.request("GET", "/api/browse")[2])


if __name__ == "__main__":
    docent_process.main()
