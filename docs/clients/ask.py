#!/usr/bin/env python3
"""Asks docent over a WebSocket (Debian: python3-websockets).

    ask.py ws://127.0.0.1:8080/ws "who is Cheng Fang" "which company is that person president of"

Questions given together are one conversation. Prints each answer, and exits with 1 if one was not answered.
"""
import asyncio
import json
import sys

import websockets


async def converse(url, questions):
    answered = True
    async with websockets.connect(url) as socket:
        await socket.send(json.dumps({"type": "hello"}))
        hello = json.loads(await socket.recv())
        if hello["protocol"] != 1:
            sys.exit(f"this server speaks protocol {hello['protocol']}, not 1")
        for number, question in enumerate(questions):
            while True:
                await socket.send(json.dumps({"type": "ask", "id": number, "text": question}))
                reply = json.loads(await socket.recv())
                if reply.get("code") != "too_many":
                    break
                await asyncio.sleep(reply["retry_after_ms"] / 1000)
            if reply["type"] == "error":
                sys.exit(f"{reply['code']}: {reply['message']}")
            print(reply["text"])
            answered = answered and reply["status"] == "answered"
    return answered


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(0 if asyncio.run(converse(sys.argv[1], sys.argv[2:])) else 1)
