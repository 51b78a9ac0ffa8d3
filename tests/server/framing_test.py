"""RFC 6455 frame by frame, and what docent makes of it: limits, errors in place of echoes, frames that lie.

The cases of Autobahn's test suite, one by one, are in autobahn_test.py.
"""
import base64
import json
import os
import socket
import struct
import unittest

import docent_process
from docent_process import Server

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
ASK = '{"type":"ping","id":"%s"}'


def frame(opcode, payload=b"", fin=True, reserved=0, masked=True, length=None):
    """One frame as a client sends it, or wrong in one respect."""
    size = len(payload) if length is None else length
    head = bytes([(0x80 if fin else 0) | reserved << 4 | opcode])
    mask_bit = 0x80 if masked else 0
    if size < 126:
        head += bytes([mask_bit | size])
    elif size < 65536:
        head += bytes([mask_bit | 126]) + struct.pack(">H", size)
    else:
        head += bytes([mask_bit | 127]) + struct.pack(">Q", size)
    if not masked:
        return head + payload
    key = os.urandom(4)
    mask = (key * (len(payload) // 4 + 1))[:len(payload)]
    return head + key + (int.from_bytes(payload, "big") ^ int.from_bytes(mask, "big")).to_bytes(len(payload), "big")


def close(code=None, reason=b""):
    return frame(CLOSE, b"" if code is None else struct.pack(">H", code) + reason)


class Client:
    """A WebSocket whose frames are put together by hand."""

    def __init__(self, server, fields="", patience=5):
        """`fields`: further ones of the handshake, each a line. `patience`: seconds to wait for a reply."""
        self.socket = socket.create_connection(("127.0.0.1", server.port), patience)
        self.data = b""
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(f"GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n{fields}\r\n".encode())
        while b"\r\n\r\n" not in self.data:
            self.data += self.socket.recv(4096)
        self.head, self.data = self.data.split(b"\r\n\r\n", 1)
        assert self.head.startswith(b"HTTP/1.1 101 "), self.head

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def take(self, count):
        while len(self.data) < count:
            part = self.socket.recv(65536)
            if not part:
                raise EOFError
            self.data += part
        taken, self.data = self.data[:count], self.data[count:]
        return taken

    def read(self):
        """The next frame, as (opcode, payload); (None, b"") when the connection has ended."""
        try:
            first, size = self.take(2)
            assert first & 0xF0 == 0x80 and size < 128, "servers send whole, unmasked frames here"
            if size == 126:
                size, = struct.unpack(">H", self.take(2))
            elif size == 127:
                size, = struct.unpack(">Q", self.take(8))
            return first & 0xF, self.take(size)
        except (EOFError, ConnectionResetError):
            return None, b""


class FramingTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def replies(self, *frames, count=1, chop=None):
        """The first frames that come back to these; `chop`: sent so many bytes at a time."""
        with Client(self.server) as client:
            data = b"".join(frames)
            client.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            step = chop or len(data)
            try:
                for at in range(0, len(data), step):
                    client.socket.sendall(data[at:at + step])
            except (BrokenPipeError, ConnectionResetError):
                pass
            return [client.read() for _ in range(count)]

    def assert_closes(self, code, *frames, name=""):
        opcode, payload = self.replies(*frames)[0]
        self.assertEqual((CLOSE, code), (opcode, struct.unpack(">H", payload[:2])[0] if payload else None), name)

    def assert_pong_message(self, seen, id, name=""):
        self.assertEqual((TEXT, {"type": "pong", "id": id}), (seen[0], json.loads(seen[1])), name)

    def test_text_of_every_length_that_is_coded_in_another_way(self):
        for size in (0, 1, 80, 90, 95, 96, 97, 100, 1000, 65_400, 65_500):
            message = (ASK % "x" + " " * size).encode()
            for chop in (None, 997, 1) if size < 1000 else (None, 997):
                self.assert_pong_message(self.replies(frame(TEXT, message), chop=chop)[0], "x", f"{size} by {chop}")

    def test_an_empty_message_is_answered_by_an_error(self):
        for opcode in (TEXT, BINARY):
            opcode, payload = self.replies(frame(opcode))[0]
            self.assertEqual((TEXT, "error"), (opcode, json.loads(payload)["type"]))

    def test_pings_come_back_and_pongs_do_not(self):
        for payload in (b"", b"hello", b"\x00\xff\xfe\xfd", b"x" * 125):
            self.assertEqual([(PONG, payload)], self.replies(frame(PING, payload)))
        self.assertEqual([(PONG, b"1"), (PONG, b"2")], self.replies(frame(PONG, b"x"), frame(PING, b"1"), frame(PING, b"2"), count=2))
        self.assertEqual([(PONG, b"%d" % i) for i in range(10)], self.replies(*(frame(PING, b"%d" % i) for i in range(10)), count=10))

    def test_control_frames_are_short_and_whole(self):
        self.assert_closes(1002, frame(PING, b"x" * 126))
        self.assert_closes(1002, frame(PONG, b"x" * 126))
        self.assert_closes(1002, frame(PING, b"x", fin=False))
        self.assert_closes(1002, frame(CLOSE, struct.pack(">H", 1000), fin=False))

    def test_reserved_bits_and_opcodes(self):
        for bits in range(1, 8):
            self.assert_closes(1002, frame(TEXT, b"{}", reserved=bits), name=f"bits {bits}")
            self.assert_closes(1002, frame(PING, b"", reserved=bits), name=f"bits {bits} of a ping")
        for opcode in (3, 4, 5, 6, 7, 11, 12, 13, 14, 15):
            self.assert_closes(1002, frame(opcode, b"x"), name=f"opcode {opcode}")

    def test_frames_of_clients_are_masked(self):
        self.assert_closes(1002, frame(TEXT, b"{}", masked=False))

    def test_fragments(self):
        whole = (ASK % "é").encode()
        for parts in ((whole[:1], whole[1:]), (whole[:-3], whole[-3:]), (b"", whole, b""), tuple(whole[i:i + 1] for i in range(len(whole)))):
            for between in (b"", frame(PING, b"!"), frame(PONG, b"?")):
                frames = [frame(TEXT if i == 0 else CONTINUATION, part, fin=i == len(parts) - 1) for i, part in enumerate(parts)]
                data = between.join(frames)
                pings = len(parts) - 1 if between and between[0] & 0xF == PING else 0
                seen = self.replies(data, count=pings + 1)
                self.assertEqual([(PONG, b"!")] * pings, seen[:pings])
                self.assert_pong_message(seen[pings], "é")
        self.assert_closes(1002, frame(CONTINUATION, b"{}"), name="nothing to continue")
        self.assert_closes(1002, frame(CONTINUATION, b"{}", fin=False), name="nothing to continue")
        self.assert_closes(1002, frame(TEXT, b"{", fin=False), frame(TEXT, b"}"), name="a new message inside")
        self.assert_closes(1009, *[frame(TEXT if i == 0 else CONTINUATION, b" " * 10_000, fin=False) for i in range(7)])

    def test_text_is_utf8(self):
        for good in ("κόσμε", "\U00010000", "\U0010FFFF", "\uFFFD", "\uFFFE", "\uFFFF", "\u0800", "\u0080", "퟿", "\uE000", "日本語"):
            self.assert_pong_message(self.replies(frame(TEXT, (ASK % good).encode()))[0], good)
        bad = (b"\x80", b"\xbf", b"\xc0\xaf", b"\xc1\xbf", b"\xc3(", b"\xe0\x80\xaf", b"\xe0\x9f\xbf", b"\xe2\x82", b"\xed\xa0\x80", b"\xed\xbf\xbf",
               b"\xf0\x80\x80\xaf", b"\xf0\x8f\xbf\xbf", b"\xf0\x90\x80", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xfe", b"\xff")
        for sequence in bad:
            message = b'{"id":"' + sequence + b'"}'
            self.assert_closes(1007, frame(TEXT, message), name=repr(sequence))
            self.assert_closes(1007, frame(TEXT, message[:8], fin=False), frame(CONTINUATION, message[8:]), name=repr(sequence) + " in two")
        self.assert_closes(1007, frame(TEXT, b"{\xff", fin=False), name="told before the message ends")

    def test_a_binary_message_gets_an_error_and_the_connection_lives_on(self):
        (opcode, payload), after = self.replies(frame(BINARY, b"\x00\xff"), frame(TEXT, (ASK % "1").encode()), count=2)
        self.assertEqual((TEXT, "bad_request"), (opcode, json.loads(payload)["code"]))
        self.assert_pong_message(after, "1")

    def test_closing(self):
        for code in (1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999):
            seen = self.replies(close(code, "auf Wiedersehen".encode()), count=2)
            self.assertEqual((CLOSE, code, None), (seen[0][0], struct.unpack(">H", seen[0][1][:2])[0], seen[1][0]))
        self.assertEqual(CLOSE, self.replies(close())[0][0])
        # 5000 and above: the RFC says nothing of them, and Autobahn only looks on.
        for code in (0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999):
            self.assert_closes(1002, close(code), name=str(code))
        self.assert_closes(1002, frame(CLOSE, b"x"), name="one byte")
        self.assert_closes(1002, frame(CLOSE, struct.pack(">H", 1000) + b"x" * 124), name="too long")
        opcode, payload = self.replies(close(1000, b"\xff"))[0]
        self.assertEqual((CLOSE, True), (opcode, struct.unpack(">H", payload[:2])[0] in (1002, 1007)))

    def test_nothing_is_answered_after_a_close(self):
        seen = self.replies(close(1000), frame(TEXT, (ASK % "late").encode()), frame(PING, b"late"), count=2)
        self.assertEqual([CLOSE, None], [opcode for opcode, _ in seen])

    def test_lengths_that_lie(self):
        self.assert_closes(1009, frame(TEXT, b"", length=2**40))
        self.assert_closes(1009, frame(TEXT, b"", length=2**63))  # the RFC forbids the length as such; Beast finds it too long first
        self.assert_closes(1002, bytes([0x81, 0xFE]) + struct.pack(">H", 5) + b"\0\0\0\0{   }", name="five in two bytes")

    def test_two_thousand_messages_in_one_go(self):
        frames = [frame(TEXT, (ASK % i).encode()) for i in range(2000)]
        for i, seen in enumerate(self.replies(*frames, count=2000)):
            self.assert_pong_message(seen, str(i))


if __name__ == "__main__":
    docent_process.main()
