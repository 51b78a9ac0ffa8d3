"""The cases of Autobahn's test suite against /ws, by its numbers, with docent's replies in place of echoes.

Debian's python3-autobahn holds no fuzzing client, and the suite itself would fail whoever does not echo. So each case is
written anew: what is sent, and all that must come back until the connection ends. A text message is a ping of the protocol
whose id is what the suite would have echoed; a binary one gets an error in its place. As in the suite, a case is `strict`,
or `non-strict` where it allows less (the reply before a failure is lost). 7.1.6 and 7.13 are only looked at. 12 and 13
(compression) do not apply: docent agrees to no extension, which is tested too.

Prints how many cases came out how.
"""
import collections
import json
import struct
import unittest

import docent_process
from docent_process import Server
from framing_test import BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT, Client, close, frame

MEGABYTE = 1 << 20
BAD_UTF8 = 1007
GREEK = "κόσμε".encode()


def message(payload, size=0):
    """A text whose reply brings `payload` back, filled up with blanks to `size` bytes."""
    return (b'{"type":"ping","id":"' + payload + b'"}').ljust(size)


def text(payload=b"Hello", **more):
    return frame(TEXT, message(payload), **more)


def fragments(parts, between=b"", opcode=TEXT):
    frames = [frame(opcode if i == 0 else CONTINUATION, part, fin=i == len(parts) - 1) for i, part in enumerate(parts)]
    return between.join(frames)


def sliced(data, size):
    return [data[at:at + size] for at in range(0, len(data), size)]


class Case:
    """Octets that are sent, `chop` at a time, and what must come back: `strict`, or at least `lenient`."""

    def __init__(self, number, sent, strict, lenient=None, chop=None, looked_at=False):
        self.number, self.sent, self.strict, self.lenient, self.chop, self.looked_at = number, sent, strict, lenient, chop, looked_at


def clean(number, sent, *replies, chop=None):
    """A case after which the client closes, and the server with it."""
    return Case(number, sent + close(1000), [*replies, "close 1000"], chop=chop)


def failing(number, sent, *replies, code=1002, chop=None):
    """A case that ends the connection; the replies before that may be lost."""
    return Case(number, sent, [*replies, f"close {code}"], [f"close {code}"], chop)


def framing():
    for number, size in enumerate((0, 125, 126, 127, 128, 65535, 65536, 65536), 1):
        chop = 997 if number == 8 else None
        yield clean(f"1.1.{number}", frame(TEXT, message(b"*", size)) if size else frame(TEXT), "echo *" if size else "error bad_json", chop=chop)
        yield clean(f"1.2.{number}", frame(BINARY, b"\xfe" * size), "error bad_request", chop=chop)


def pings():
    yield clean("2.1", frame(PING), "pong ")
    yield clean("2.2", frame(PING, b"Hello"), "pong Hello")
    yield clean("2.3", frame(PING, b"\x00\xff\xfe"), "pong \\x00\\xff\\xfe")
    yield clean("2.4", frame(PING, b"*" * 125), "pong " + "*" * 125)
    yield failing("2.5", frame(PING, b"*" * 126))
    yield clean("2.6", frame(PING, b"*" * 125), "pong " + "*" * 125, chop=1)
    yield clean("2.7", frame(PONG))
    yield clean("2.8", frame(PONG, b"unasked"))
    yield clean("2.9", frame(PONG, b"unasked") + frame(PING, b"asked"), "pong asked")
    for number, chop in ((10, None), (11, 1)):
        yield clean(f"2.{number}", b"".join(frame(PING, b"%d" % i) for i in range(10)), *(f"pong {i}" for i in range(10)), chop=chop)


def reserved():
    for bits in range(1, 8):
        chop = {3: 20, 4: 1}.get(bits)
        opcode, payload = {5: (BINARY, b"x"), 6: (PING, b"x"), 7: (CLOSE, struct.pack(">H", 1000))}.get(bits, (TEXT, message(b"x")))
        wrong = frame(opcode, payload, reserved=bits)
        before = text() if bits in (2, 3, 4) else b""
        yield failing(f"3.{bits}", before + wrong + frame(PING), *(["echo Hello"] if before else []), chop=chop)
    for kind, opcodes in ((1, (3, 4, 5, 6, 7)), (2, (11, 12, 13, 14, 15))):
        for number, opcode in enumerate(opcodes, 1):
            before = text() if number > 2 else b""
            payload = b"x" if number % 2 == 0 else b""
            yield failing(f"4.{kind}.{number}", before + frame(opcode, payload) + frame(PING), *(["echo Hello"] if before else []),
                          chop=1 if number == 5 else None)


def fragmentation():
    whole = message(b"fragmented")
    two, five, ping = (whole[:9], whole[9:]), sliced(whole, 7), frame(PING, b"!")
    yield failing("5.1", frame(PING, b"frag", fin=False) + frame(CONTINUATION, b"ment"))
    yield failing("5.2", frame(PONG, b"frag", fin=False) + frame(CONTINUATION, b"ment"))
    yield clean("5.3", fragments(two), "echo fragmented")
    yield clean("5.4", fragments(two), "echo fragmented", chop=9)
    yield clean("5.5", fragments(two), "echo fragmented", chop=1)
    for number, chop in ((6, None), (7, 9), (8, 1)):
        yield clean(f"5.{number}", fragments(two, ping), "pong !", "echo fragmented", chop=chop)
    for at, fin in ((9, True), (12, False)):
        for offset, chop in enumerate((None, 9, 1)):
            yield failing(f"5.{at + offset}", frame(CONTINUATION, b"nothing", fin=fin) + text(), chop=chop)
    yield failing("5.15", fragments(two) + frame(CONTINUATION, b"3", fin=False) + text(), "echo fragmented")
    for number, fin in ((16, False), (17, True)):
        yield failing(f"5.{number}", (frame(CONTINUATION, b"1", fin=fin) + frame(TEXT, b"2", fin=False) + frame(CONTINUATION, b"3")) * 2)
    yield failing("5.18", frame(TEXT, b"1", fin=False) + frame(TEXT, b"2"))
    for number, chop in ((19, None), (20, 9)):
        yield clean(f"5.{number}", fragments(five, ping), *["pong !"] * (len(five) - 1), "echo fragmented", chop=chop)


def utf8_fragments():
    yield clean("6.1.1", frame(TEXT), "error bad_json")
    yield clean("6.1.2", fragments((b"", b"", b"")), "error bad_json")
    yield clean("6.1.3", fragments((b"", message(b"middle"), b"")), "echo middle")
    for name, payload in (("6.2", "Hello-µ@ßöäüàá-UTF-8!!".encode()), ("6.2b", GREEK)):
        whole, echo = message(payload), f"echo {payload.decode()}"
        yield clean(f"{name}.1", frame(TEXT, whole), echo)
        yield clean(f"{name}.2", fragments(sliced(whole, 33)), echo)
        yield clean(f"{name}.3", fragments(sliced(whole, 1)), echo)
        yield clean(f"{name}.4", fragments(sliced(whole, 1)), echo, chop=1)
    broken = GREEK + b"\xed\xa0\x80edited"
    yield failing("6.3.1", frame(TEXT, broken), code=BAD_UTF8)
    yield failing("6.3.2", fragments(sliced(broken, 1)), code=BAD_UTF8)
    # Nothing but the broken part is sent: whoever waits for the rest of the message, or of its frame, never fails.
    yield failing("6.4.1", frame(TEXT, GREEK, fin=False) + frame(CONTINUATION, b"\xf4\x90\x80\x80", fin=False), code=BAD_UTF8)
    yield failing("6.4.2", frame(TEXT, GREEK + b"\xf4", fin=False) + frame(CONTINUATION, b"\x90", fin=False), code=BAD_UTF8)
    half = frame(TEXT, GREEK + b"\xf4\x90\x80\x80edited")[:-len(b"\x80\x80edited")]
    yield failing("6.4.3", half, code=BAD_UTF8)
    yield failing("6.4.4", half, code=BAD_UTF8, chop=1)


NON_CHARACTERS = [bytes((first, second, 0xBF, last)) for first in range(0xF0, 0xF5) for second in (0x8F, 0x9F, 0xAF, 0xBF) for last in (0xBE, 0xBF)
                  if (first, second) != (0xF0, 0x8F) and (first < 0xF4 or second == 0x8F)]
CUT_SHORT = [b"\xc0", b"\xe0\x80", b"\xf0\x80\x80", b"\xf8\x80\x80\x80", b"\xfc\x80\x80\x80\x80",
             b"\xdf", b"\xef\xbf", b"\xf7\xbf\xbf", b"\xfb\xbf\xbf\xbf", b"\xfd\xbf\xbf\xbf\xbf"]
SURROGATES = [bytes((0xED, second, third)) for second, third in
              ((0xA0, 0x80), (0xAD, 0xBF), (0xAE, 0x80), (0xAF, 0xBF), (0xB0, 0x80), (0xBE, 0x80), (0xBF, 0xBF))]
OVERLONG = [bytes((*lead, *[0x80] * rest, last)) for last in (0xAF, 0x80)
            for lead, rest in (((0xC0,), 0), ((0xE0, 0x80), 0), ((0xF0, 0x80), 1), ((0xF8, 0x80), 2), ((0xFC, 0x80), 3))]
SEQUENCES = {  # by the suite's numbers, after Kuhn's UTF-8-test.txt; what is not UTF-8 is told by Python's own decoder
    5: [b"hello$world", "hello¢world".encode(), "hello€world".encode(), "hello\U00024b62world".encode(), GREEK],
    6: [GREEK[:size] for size in range(1, len(GREEK) + 1)],
    7: [b"\x00", b"\xc2\x80", b"\xe0\xa0\x80", b"\xf0\x90\x80\x80"],
    8: [b"\xf8\x88\x80\x80\x80", b"\xfc\x84\x80\x80\x80\x80"],
    9: [b"\x7f", b"\xdf\xbf", b"\xef\xbf\xbf", b"\xf4\x8f\xbf\xbf"],
    10: [b"\xf7\xbf\xbf\xbf", b"\xfb\xbf\xbf\xbf\xbf", b"\xfd\xbf\xbf\xbf\xbf\xbf"],
    11: [b"\xed\x9f\xbf", b"\xee\x80\x80", b"\xef\xbf\xbd", b"\xf4\x8f\xbf\xbf", b"\xf4\x90\x80\x80"],
    12: [b"\x80", b"\xbf", *((b"\x80\xbf" * 3)[:size] for size in range(2, 7)), bytes(range(0x80, 0xC0))],
    13: [b"".join(bytes((lead, 0x20)) for lead in range(first, last)) for first, last in
         ((0xC0, 0xE0), (0xE0, 0xF0), (0xF0, 0xF8), (0xF8, 0xFC), (0xFC, 0xFE))],
    14: CUT_SHORT,
    15: [b"".join(CUT_SHORT)],
    16: [b"\xfe", b"\xff", b"\xfe\xfe\xff\xff"],
    17: OVERLONG[:5],
    18: [b"\xc1\xbf", b"\xe0\x9f\xbf", b"\xf0\x8f\xbf\xbf", b"\xf8\x87\xbf\xbf\xbf", b"\xfc\x83\xbf\xbf\xbf\xbf"],
    19: OVERLONG[5:],
    20: SURROGATES,
    21: [high + low for high in SURROGATES[:4] for low in (SURROGATES[4], SURROGATES[6])],
    22: [b"\xef\xbf\xbe", b"\xef\xbf\xbf", *NON_CHARACTERS],
    23: [bytes((0xEF, 0xBF, last)) for last in range(0xB9, 0xC0)],
}


def utf8_sequences():
    for group, sequences in SEQUENCES.items():
        for number, sequence in enumerate(sequences, 1):
            name, sent = f"6.{group}.{number}", frame(TEXT, message(sequence))
            try:
                written = sequence.decode()
            except UnicodeDecodeError:
                yield failing(name, sent, code=BAD_UTF8)
            else:  # JSON allows no NUL in a text as it stands
                yield clean(name, sent, f"echo {written}" if sequence != b"\0" else "error bad_json")


def closing():
    yield clean("7.1.1", text(), "echo Hello")
    for number, after in ((2, close(1000)), (3, frame(PING)), (4, text())):
        yield Case(f"7.1.{number}", close(1000) + after, ["close 1000"])
    yield Case("7.1.5", frame(TEXT, b"{", fin=False) + close(1000) + frame(CONTINUATION, b"}"), ["close 1000"])
    yield Case("7.1.6", frame(TEXT, message(b"*", 65536)) + text() + close(1000) + frame(PING), ["echo *", "echo Hello", "close 1000"], looked_at=True)
    yield Case("7.3.1", close(), ["close 1000"])
    yield failing("7.3.2", frame(CLOSE, b"a"))
    yield Case("7.3.3", close(1000), ["close 1000"])
    yield Case("7.3.4", close(1000, b"Hello"), ["close 1000"])
    yield Case("7.3.5", close(1000, b"*" * 123), ["close 1000"])
    yield failing("7.3.6", close(1000, b"*" * 124))
    yield failing("7.5.1", close(1000, GREEK + b"\xed\xa0\x80edited"))
    for number, code in enumerate((1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999), 1):
        yield Case(f"7.7.{number}", close(code), [f"close {code}"])
    for number, code in enumerate((0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999), 1):
        yield failing(f"7.9.{number}", close(code))
    for number, code in enumerate((5000, 65535), 1):
        yield Case(f"7.13.{number}", close(code), [f"close {code}"], looked_at=True)


def sizes():
    """Class 9, up to 16 MiB: against a server that takes messages of that size."""
    for kind, opcode, reply in ((1, TEXT, "echo *"), (2, BINARY, "error bad_request")):
        for number, size in enumerate((1 << 16, 1 << 18, MEGABYTE, 4 * MEGABYTE, 8 * MEGABYTE, 16 * MEGABYTE), 1):
            yield clean(f"9.{kind}.{number}", frame(opcode, message(b"*", size)), reply)
        whole = message(b"*", 4 * MEGABYTE)
        for number in range(9):
            yield clean(f"9.{kind + 2}.{number + 1}", fragments(sliced(whole, 64 << 2 * number), opcode=opcode), reply)
        whole = message(b"*", MEGABYTE)
        for number in range(6):
            yield clean(f"9.{kind + 4}.{number + 1}", frame(opcode, whole), reply, chop=64 << number)
        for number, size in enumerate((0, 16, 64, 256, 1024, 4096), 1):
            yield clean(f"9.{kind + 6}.{number}", frame(opcode, message(b"*", size)) * 1000, *[reply] * 1000)
    yield clean("10.1.1", fragments(sliced(message(b"*", 65536), 1300)), "echo *")


def told(opcode, payload):
    if opcode == CLOSE:
        return f"close {struct.unpack('>H', payload[:2])[0] if payload else ''}"
    if opcode == PONG:
        return "pong " + repr(payload)[2:-1]
    reply = json.loads(payload)
    return f"echo {reply['id']}" if reply["type"] == "pong" else f"{reply['type']} {reply['code']}"


def seen_of(case, server):
    """All that comes back until the connection ends."""
    with Client(server, patience=60) as client:
        step = case.chop or len(case.sent)
        try:
            for part in sliced(case.sent, step):
                client.socket.sendall(part)
        except (BrokenPipeError, ConnectionResetError):
            pass
        seen = []
        while (read := client.read())[0] is not None:
            seen.append(told(*read))
        return seen


class AutobahnTest(unittest.TestCase):
    def run_cases(self, server, cases):
        verdicts = collections.Counter()
        for case in cases:
            with self.subTest(case.number):
                seen = seen_of(case, server)
                if case.looked_at:
                    verdicts["looked at"] += 1
                    continue
                self.assertIn(seen, [case.strict] if case.lenient is None else [case.strict, case.lenient])
                verdicts["strict" if seen == case.strict else "non-strict"] += 1
        print(self.id().rpartition("_")[2] + ":", ", ".join(f"{count} {verdict}" for verdict, count in verdicts.items()), flush=True)

    def test_messages_of_every_form(self):
        with Server() as server:
            self.run_cases(server, [*framing(), *pings(), *reserved(), *fragmentation(), *utf8_fragments(), *utf8_sequences(), *closing()])

    def test_messages_of_every_size(self):
        with Server("--max-message", str(16 * MEGABYTE)) as server:
            self.run_cases(server, sizes())

    def test_an_offer_to_compress_is_not_taken(self):
        with Server() as server, Client(server, "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n") as client:
            self.assertNotIn(b"sec-websocket-extensions", client.head.lower())
            client.socket.sendall(text(b"plain"))
            self.assertEqual("echo plain", told(*client.read()))
            client.socket.sendall(text(b"packed", reserved=4))
            self.assertEqual("close 1002", told(*client.read()))


if __name__ == "__main__":
    docent_process.main()
