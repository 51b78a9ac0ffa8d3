"""What browsers and operators are protected by: CORS, compression, TLS, the proxy's word on addresses."""
import asyncio
import base64
import contextlib
import gzip
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.request

import websockets

import docent_process
from docent_process import ABOUT, HOME, Server

FRIEND = "https://friend.example"


class CorsTest(unittest.TestCase):
    def test_only_pages_that_were_named_may_read_the_api(self):
        with Server("--allow-origin", FRIEND) as server:
            body = json.dumps({"text": ABOUT})
            for origin, allowed in ((FRIEND, FRIEND), ("https://evil.example", None), (FRIEND + ".evil.example", None),
                                    (f"http://127.0.0.1:{server.port}", None), ("null", None)):
                for method, path in (("POST", "/api/ask"), ("GET", "/api/about")):
                    _, headers, _ = server.request(method, path, body if method == "POST" else None, Origin=origin,
                                                   Content_Type="application/json")
                    self.assertEqual(allowed, headers["Access-Control-Allow-Origin"], f"{path} from {origin}")
                status, headers, _ = server.request("OPTIONS", "/api/ask", Origin=origin, Access_Control_Request_Method="POST")
                self.assertEqual((204, "GET, POST") if allowed else (405, None), (status, headers["Access-Control-Allow-Methods"]))
            self.assertIsNone(server.request("GET", "/healthz", Origin=FRIEND)[1]["Access-Control-Allow-Origin"])


class CompressionTest(unittest.TestCase):
    def test_files_are_packed_for_those_who_take_it(self):
        with Server() as server:
            def get(path, **headers):
                request = urllib.request.Request(f"http://127.0.0.1:{server.port}{path}", headers=headers)
                with urllib.request.urlopen(request, timeout=5) as response:
                    return response.headers, response.read()
            plain, content = get("/style.css")
            packed, bytes = get("/style.css", **{"Accept-Encoding": "br, gzip;q=0.5"})
            self.assertEqual((None, "gzip"), (plain["Content-Encoding"], packed["Content-Encoding"]))
            self.assertEqual(content, gzip.decompress(bytes))
            self.assertLess(len(bytes), len(content) / 2)
            self.assertNotEqual(plain["ETag"], packed["ETag"])
            self.assertEqual(("Accept-Encoding", "Accept-Encoding"), (plain["Vary"], packed["Vary"]))
            self.assertIsNone(get("/style.css", **{"Accept-Encoding": "gzip;q=0, identity"})[0]["Content-Encoding"])
            status, _, _ = server.request("GET", "/style.css", If_None_Match=packed["ETag"], Accept_Encoding="gzip")
            self.assertEqual(304, status)


def make_certificate(folder, name):
    """A self-signed certificate for 127.0.0.1: the paths of its certificate and its key."""
    certificate, key = os.path.join(folder, "cert.pem"), os.path.join(folder, "key.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                    "-subj", f"/CN={name}", "-addext", "subjectAltName=IP:127.0.0.1", "-out", certificate + "~", "-keyout", key + "~"],
                   check=True, capture_output=True)
    os.replace(certificate + "~", certificate)
    os.replace(key + "~", key)
    return certificate, key


class TlsTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.certificate, self.key = make_certificate(self.folder.name, "first")

    def serve(self, *flags):
        return Server("--tls-cert", self.certificate, "--tls-key", self.key, *flags)

    def trust(self):
        return ssl.create_default_context(cafile=self.certificate)

    def serial(self, server):
        return ssl.get_server_certificate(("127.0.0.1", server.port), timeout=5)

    def test_serves_pages_and_websockets(self):
        async def talk(server):
            async with websockets.connect(server.websocket_url.replace("ws:", "wss:"), ssl=self.trust()) as client:
                for number in range(20):
                    await client.send(json.dumps({"id": number, "text": ABOUT}))
                return [json.loads(await asyncio.wait_for(client.recv(), 5))["id"] for _ in range(20)]
        with self.serve() as server:
            with urllib.request.urlopen(f"https://127.0.0.1:{server.port}/", context=self.trust(), timeout=5) as page:
                self.assertIn(b"<title>docent</title>", page.read())
            self.assertEqual(list(range(20)), asyncio.run(talk(server)))
            self.assertEqual(0, server.stop())

    def test_whoever_does_not_speak_it_is_let_go(self):
        with self.serve("--header-time", "0.5") as server:
            for data in (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\x16\x03\x01", b""):
                with socket.create_connection(("127.0.0.1", server.port), 5) as connection:
                    connection.sendall(data)
                    self.assertNotIn(b"HTTP/1.1", b"".join(iter(lambda: connection.recv(4096), b"")))
            self.serial(server)

    def test_old_versions_are_refused(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
        with self.serve() as server, socket.create_connection(("127.0.0.1", server.port), 5) as connection:
            with self.assertRaises(ssl.SSLError):
                context.wrap_socket(connection)

    def test_a_hangup_takes_a_new_certificate_and_keeps_the_old_one_if_it_is_wrong(self):
        with self.serve() as server:
            first = self.serial(server)
            make_certificate(self.folder.name, "second")
            server.process.send_signal(signal.SIGHUP)
            end = time.monotonic() + 10
            while self.serial(server) == first and time.monotonic() < end:
                time.sleep(0.05)
            second = self.serial(server)
            self.assertNotEqual(first, second)
            with open(self.certificate, "w", encoding="utf-8") as out:
                out.write("nonsense")
            server.process.send_signal(signal.SIGHUP)
            time.sleep(0.5)
            self.assertEqual(second, self.serial(server))

    def test_the_reload_command_speaks_it(self):
        with self.serve() as server:
            command = [docent_process.PROGRAM, "reload", "--port", str(server.port)]
            trusted = subprocess.run([*command, "--tls-ca", self.certificate], cwd=HOME, text=True, capture_output=True, timeout=60)
            self.assertEqual((0, ""), (trusted.returncode, trusted.stderr))
            other = tempfile.TemporaryDirectory()
            self.addCleanup(other.cleanup)
            strange, _ = make_certificate(other.name, "another")
            refused = subprocess.run([*command, "--tls-ca", strange], cwd=HOME, text=True, capture_output=True, timeout=60)
            self.assertEqual(4, refused.returncode)
            self.assertIn("certificate verify failed", refused.stderr)

    def test_a_certificate_that_is_none_is_told_at_the_start(self):
        with open(self.certificate, "w", encoding="utf-8") as out:
            out.write("nonsense")
        run = subprocess.run([docent_process.PROGRAM, "serve", "--port", "0", "--tls-cert", self.certificate, "--tls-key", self.key],
                             cwd=HOME, text=True, capture_output=True, timeout=30)
        self.assertEqual(4, run.returncode)
        self.assertIn(f"docent: cannot use {self.certificate} for TLS: ", run.stderr)


class ProxyTest(unittest.TestCase):
    FLAGS = ("--questions-per-address", "0.001", "--questions-per-address-burst", "1")

    def ask(self, server, forwarded):
        body = json.dumps({"text": ABOUT})
        return server.request("POST", "/api/ask", body, Content_Type="application/json", X_Forwarded_For=forwarded)[0]

    def test_a_trusted_proxys_askers_have_a_bucket_each(self):
        with Server(*self.FLAGS, "--trusted-proxy", "127.0.0.1") as server:
            self.assertEqual([200, 429, 200, 429], [self.ask(server, who) for who in
                                                    ("192.0.2.1", "192.0.2.1", "192.0.2.2", "203.0.113.5, 192.0.2.2")])

    def test_nobody_else_is_believed(self):
        with Server(*self.FLAGS) as server:
            self.assertEqual([200, 429], [self.ask(server, who) for who in ("192.0.2.1", "192.0.2.2")])

    def test_websockets_count_for_the_asker(self):
        async def talk(server):
            def connect(who):
                return websockets.connect(server.websocket_url, extra_headers={"X-Forwarded-For": who})
            async with connect("192.0.2.1"):
                with self.assertRaises(websockets.InvalidStatusCode) as refused:
                    async with connect("192.0.2.1"):
                        pass
                self.assertEqual(429, refused.exception.status_code)
                async with connect("192.0.2.2"):
                    pass
            # The place of a connection is free once the server has seen it end, which is not when the client has.
            for attempt in range(100):
                try:
                    async with connect("192.0.2.1"):
                        return
                except websockets.InvalidStatusCode as refused:
                    self.assertEqual(429, refused.status_code)
                    await asyncio.sleep(0.1)
            self.fail("the place of a closed connection is never free again")
        with Server("--max-connections-per-address", "1", "--trusted-proxy", "127.0.0.1") as server:
            asyncio.run(talk(server))

    @contextlib.contextmanager
    def haproxy(self, server, folder, environment=None, **replaced):
        """Starts HAProxy with the example, changed where it must be; gives its port and whom to trust."""
        if not os.path.exists("/usr/sbin/haproxy"):
            self.skipTest("haproxy is not installed")
        certificate, key = make_certificate(folder, "proxy")
        together = os.path.join(folder, "docent.pem")
        with open(together, "w", encoding="utf-8") as out:
            for part in (certificate, key):
                with open(part, encoding="utf-8") as text:
                    out.write(text.read())
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with open(os.path.join(HOME, "packaging", "haproxy.cfg"), encoding="utf-8") as example:
            text = example.read()
        for old, new in (("127.0.0.1:8443", f"127.0.0.1:{port}"), ("/etc/haproxy/docent.pem", together),
                         ("127.0.0.1:8080", f"127.0.0.1:{server.port}"), *replaced.items()):
            self.assertIn(old, text)
            text = text.replace(old, new)
        config = os.path.join(folder, "haproxy.cfg")
        with open(config, "w", encoding="utf-8") as out:
            out.write(text)
        proxy = subprocess.Popen(["/usr/sbin/haproxy", "-db", "-f", config], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                 env=environment)
        try:
            yield port, ssl.create_default_context(cafile=certificate)
        finally:
            proxy.terminate()
            proxy.wait(10)

    def test_the_example_for_haproxy_works(self):
        with tempfile.TemporaryDirectory() as folder, Server("--trusted-proxy", "127.0.0.1") as server:
            with self.haproxy(server, folder) as (port, trust):
                self.try_through(port, trust)

    def test_with_its_login_lines_whoever_logs_in_brings_the_token(self):
        environment = {**os.environ, "DOCENT_API_TOKEN": "open sesame"}
        with tempfile.TemporaryDirectory() as folder, Server("--trusted-proxy", "127.0.0.1", environment=environment) as server:
            with self.haproxy(server, folder, environment, **{"#login ": ""}) as (port, trust):
                self.try_through(port, trust, {"Authorization": "Basic " + base64.b64encode(b"visitor:change me").decode()})
                with self.assertRaises(urllib.error.HTTPError) as refused:
                    urllib.request.urlopen(f"https://127.0.0.1:{port}/", context=trust, timeout=5)
                self.assertEqual(401, refused.exception.code)
                refused.exception.close()

    def test_with_its_folder_lines_docent_is_a_folder_of_a_site(self):
        with tempfile.TemporaryDirectory() as folder, Server("--trusted-proxy", "127.0.0.1") as server:
            with self.haproxy(server, folder, **{"#folder ": ""}) as (port, trust):
                self.try_through(port, trust, folder="/docent")
                for given, led_to in (("/docent", "/docent/"), ("/docent/docs", "/docent/docs/")):
                    with urllib.request.urlopen(f"https://127.0.0.1:{port}{given}", context=trust, timeout=5) as response:
                        self.assertEqual((200, f"https://127.0.0.1:{port}{led_to}"), (response.status, response.url))

    def try_through(self, port, trust, headers=(), folder=""):
        def get(path):
            request = urllib.request.Request(f"https://127.0.0.1:{port}{folder}{path}", headers={"X-Forwarded-For": "203.0.113.5", **dict(headers)})
            try:
                with urllib.request.urlopen(request, context=trust, timeout=5) as response:
                    return response.status
            except urllib.error.HTTPError as error:
                return error.code
            except urllib.error.URLError:
                return 0
        end = time.monotonic() + 10
        while get("/readyz") != 200 and time.monotonic() < end:
            time.sleep(0.1)
        self.assertEqual([200, 404, 404], [get(path) for path in ("/", "/metrics", "/admin/reload")])

        async def talk():
            async with websockets.connect(f"wss://127.0.0.1:{port}{folder}/ws", ssl=trust, origin=f"https://127.0.0.1:{port}",
                                          extra_headers=dict(headers)) as client:
                await client.send(json.dumps({"text": ABOUT}))
                return json.loads(await asyncio.wait_for(client.recv(), 5))["status"]
        self.assertEqual("answered", asyncio.run(talk()))


if __name__ == "__main__":
    docent_process.main()
