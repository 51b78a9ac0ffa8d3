#!/usr/bin/python3
"""Load on a running docent: what a server must stand, in figures that compare two things of one run.

    run.py [echo|idle|flood|reloads|steady ...] [--build build/release] [--seconds 8] [--rounds 3]

Client and server have one core each. Prints a line for each figure; exits with 1 if one is not as it must be.

    echo     questions a second against a bare Beast echo server, in turns, the best of each: at least 0.6. The questions
             repeat, so docent answers most from memory; the figure for questions that never repeat stands beside it.
    idle     memory for each of 10,000 idle WebSockets (as many as the system allows), and a normal user's p99 beside them
    flood    p99 of a normal user while 400 connections of another address ask as fast as they can, or 8 ask what takes longest:
             below 50 ms
    reloads  100 reloads under load: none lost, none mixed, none wrong
    steady   (only when named) memory after twenty minutes of load against that after five: within 5 %
"""
import argparse
import json
import os
import resource
import socket
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TREE = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
sys.path.insert(0, os.path.join(TREE, "tests", "server"))
import docent_process  # noqa: E402
from docent_process import ABOUT, ASKED, OTHER_YEAR, Server  # noqa: E402
from harbour import QUESTION, Harbour, generations_in  # noqa: E402

NO_RATES = ("--questions-per-connection", "0", "--questions-per-address", "0", "--work-per-address", "0")
SERVER_CORE, CLIENT_CORE = "0", "1"
QUESTIONS = [ASKED, OTHER_YEAR, ABOUT, "who is Cheng Fang", "what is AI"]
# By a search for what takes longest: some four hundred ways to read it, none of which leads anywhere.
LABORIOUS = ("Shangtang base Iflytek's hill of took (town took (town place office and part place they and office and part place they and "
             "part monkey is meeting brain and new which Which G60 is in? and I In place? w")
failed = []


def say(text, good=True):
    print(("   " if good else "BAD ") + text, flush=True)
    if not good:
        failed.append(text)


def pinned(*command):
    return ["taskset", "-c", SERVER_CORE, *command]


def serve(*flags):
    return Server("--threads", "1", *flags, program=pinned(docent_process.PROGRAM), errors=subprocess.DEVNULL)


def start_load(port, connections, seconds, messages, address="127.0.0.1", pause=0):
    client = subprocess.Popen(["taskset", "-c", CLIENT_CORE, os.path.join(BUILD, "tests/bench/load/docent_load_client"), str(port),
                               str(connections), str(seconds), address, str(pause)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    client.stdin.write("\n".join(map(json.dumps, messages)) + "\n")
    client.stdin.close()
    return client


def result_of(client):
    with client:
        return json.loads(client.stdout.read())


def load(*arguments):
    return result_of(start_load(*arguments))


def normal_user(port, seconds):
    """Somebody who asks from an address of their own, quickly but within every limit."""
    return load(port, 1, seconds, asks(QUESTIONS), "127.0.0.9", 5)


def asks(questions):
    return [{"type": "ask", "id": str(number), "text": text} for number, text in enumerate(questions)]


def resident(process):
    with open(f"/proc/{process.pid}/statm", encoding="ascii") as numbers:
        return int(numbers.read().split()[1]) * resource.getpagesize()


def echo(options):
    repeated = asks(QUESTIONS)
    fresh = asks(f"{QUESTIONS[number % len(QUESTIONS)]} {number}" for number in range(400_000))
    best = {"echo": 0, "docent": 0, "fresh": 0}
    for _ in range(options.rounds):
        bare = subprocess.Popen(pinned(os.path.join(BUILD, "tests/bench/load/docent_echo_server")), stdout=subprocess.PIPE, text=True)
        try:
            best["echo"] = max(best["echo"], load(int(bare.stdout.readline()), 64, options.seconds, repeated)["per_second"])
        finally:
            bare.kill()
            bare.wait()
            bare.stdout.close()
        with serve(*NO_RATES) as server:
            seen = load(server.port, 64, options.seconds, repeated)
            say(f"echo: {seen['errors']} errors, {seen['lost']} lost", seen["errors"] + seen["lost"] == 0)
            best["docent"] = max(best["docent"], seen["per_second"])
            best["fresh"] = max(best["fresh"], load(server.port, 64, options.seconds, fresh)["per_second"])
    ratio = best["docent"] / best["echo"]
    say(f"echo: {best['docent']:.0f} questions a second against {best['echo']:.0f} echoes: {ratio:.2f} (at least 0.6)", ratio >= 0.6)
    say(f"echo: {best['fresh']:.0f} a second where no question repeats: {best['fresh'] / best['echo']:.3f}")


def idle(options):
    files = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
    count = min(10_000, files - 500)
    handshake = (b"GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
    with serve(*NO_RATES, "--max-connections", str(count + 200), "--max-connections-per-address", str(count)) as server:
        alone = min(normal_user(server.port, options.seconds)["p99_ms"] for _ in range(options.rounds))
        before = resident(server.process)
        sockets = []
        for _ in range(count):
            sockets.append(socket.create_connection(("127.0.0.1", server.port), 10))
            sockets[-1].sendall(handshake)
        for connection in sockets:
            assert connection.recv(1000).startswith(b"HTTP/1.1 101")
        each = (resident(server.process) - before) / count
        beside = min(normal_user(server.port, options.seconds)["p99_ms"] for _ in range(options.rounds))
        for connection in sockets:
            connection.close()
    say(f"idle: {each / 1024:.1f} KiB of memory for each of {count} idle WebSockets")
    say(f"idle: a user's p99 is {alone:.2f} ms alone, {beside:.2f} ms beside them", beside < 2 * alone + 1)


def beside_flood(options, connections, questions, *flags):
    """What a normal user sees, and what one address gets that asks these questions as fast as it can."""
    with serve(*flags) as server:
        flooder = start_load(server.port, connections, options.seconds + 2, asks(questions), "127.0.0.66")
        time.sleep(1)
        return normal_user(server.port, options.seconds), result_of(flooder)


def flood(options):
    floods = (("messages", 400, [f"who is number {number}" for number in range(20_000)]),
              ("laborious questions", 8, [f"{LABORIOUS} {number}" for number in range(20_000)]))
    for name, connections, questions in floods:
        seen, crowd = beside_flood(options, connections, questions)  # with the ordinary limits
        say(f"flood: {crowd['per_second']:.0f} {name} a second of one address ({crowd['errors']} refused): another's p99 is "
            f"{seen['p99_ms']:.1f} ms (below 50), {seen['errors']} errors", seen["p99_ms"] < 50 and seen["errors"] == 0)
    for name, connections, questions in floods:
        seen, crowd = beside_flood(options, connections, questions, *NO_RATES)
        say(f"flood: without any limit on questions, beside {crowd['per_second']:.0f} {name} a second, it is {seen['p99_ms']:.1f} ms")


def reloads(options):
    import asyncio
    try:
        import websockets
    except ImportError:
        sys.exit(f"run.py: {sys.executable} has no websockets: run script/setup test, then this by /usr/bin/python3")

    async def ask_on(server, stop, seen):
        async with websockets.connect(server.websocket_url) as client:
            while not stop.is_set():
                await client.send(json.dumps({"text": QUESTION}))
                answer = json.loads(await asyncio.wait_for(client.recv(), 10))
                seen.append((answer.get("status") == "answered" and len(answer["facts"]) == 2, generations_in(answer)))

    async def ask(server, stop, seen):
        await asyncio.gather(*(ask_on(server, stop, seen) for _ in range(16)))
    stop, seen = threading.Event(), []
    with tempfile.TemporaryDirectory() as folder:
        harbour = Harbour(folder)
        with serve("--knowledge", folder, *NO_RATES) as server:
            asking = threading.Thread(target=lambda: asyncio.run(ask(server, stop, seen)))
            asking.start()
            refused = 0
            for generation in range(1, 101):
                harbour.write(generation)
                refused += server.request("POST", "/admin/reload", "", seconds=60)[0] != 200
            stop.set()
            asking.join()
    wrong = sum(not good for good, _ in seen)
    mixed = sum(len(crews) != 1 for _, crews in seen)
    say(f"reloads: 100, {refused} refused; {len(seen)} questions, {wrong} lost or wrong, {mixed} mixed, "
        f"{len(set().union(*(crews for _, crews in seen)))} generations seen", refused + wrong + mixed == 0)


def steady(options):
    with serve(*NO_RATES) as server:
        def after(minutes):
            end = time.monotonic() + 60 * minutes
            while time.monotonic() < end:
                load(server.port, 32, 20, asks(f"{text} {number}" for number in range(5_000) for text in QUESTIONS))
            return resident(server.process)
        early, late = after(5), after(15)
    say(f"steady: {early >> 20} MiB after five minutes, {late >> 20} MiB after twenty: {late / early:.3f}", late <= 1.05 * early)


def main():
    global BUILD
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", choices=[[], "echo", "idle", "flood", "reloads", "steady"], default=[])
    parser.add_argument("--build", default=os.path.join(TREE, "build", "release"))
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    BUILD = options.build
    docent_process.PROGRAM = os.path.join(BUILD, "docent")
    for name in options.what or ("echo", "idle", "flood", "reloads"):
        globals()[name](options)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
