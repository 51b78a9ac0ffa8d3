"""docs/asyncapi.yaml against the server: what it calls good is taken, what it does not is refused, replies are as it says."""
import asyncio
import copy
import json
import os
import unittest

import jsonschema
import websockets
import yaml

import docent_process
from docent_process import ABOUT, ASKED, FOLLOW_UP, HOME, OTHER_YEAR, Server

with open(os.path.join(HOME, "docs", "asyncapi.yaml"), encoding="utf-8") as text:
    DESCRIPTION = yaml.safe_load(text)
MESSAGES = DESCRIPTION["components"]["messages"]


def resolved(reference):
    node = DESCRIPTION
    for part in reference["$ref"].removeprefix("#/").split("/"):
        node = node[part]
    return resolved(node) if "$ref" in node else node


def fault(schema, value):
    """What is wrong with `value` by the schema of this name, or None."""
    whole = {"$ref": f"#/components/schemas/{schema}", "components": DESCRIPTION["components"]}
    return next((error.message for error in jsonschema.Draft7Validator(whole).iter_errors(value)), None)


def named(message):
    return next(name for name, one in MESSAGES.items() if one is message)


def fields_of(schema, name=""):
    """The paths of all fields that the schema knows, as in "facts.qualifiers.name"."""
    if "$ref" in schema:
        return fields_of(resolved(schema), name)
    if "items" in schema:
        return fields_of(schema["items"], name)
    inner = schema.get("properties", {})
    return {name}.union(*(fields_of(field, f"{name}.{key}" if name else key) for key, field in inner.items())) - {""}


def fields_in(value, name=""):
    """Likewise of a message."""
    if isinstance(value, list):
        return set().union(*(fields_in(item, name) for item in value))
    if not isinstance(value, dict):
        return set()
    return set().union(*({f"{name}.{key}" if name else key} | fields_in(field, f"{name}.{key}" if name else key)
                         for key, field in value.items()))


class DescriptionTest(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    async def exchange(self, message):
        async with websockets.connect(self.server.websocket_url) as socket:
            await socket.send(json.dumps(message))
            return json.loads(await asyncio.wait_for(socket.recv(), 5))

    async def test_every_example_gets_a_reply_that_its_operation_names(self):
        for operation in DESCRIPTION["operations"].values():
            replies = [named(resolved(reply)) for reply in operation["reply"]["messages"]]
            for message in map(resolved, operation["messages"]):
                for example in message["examples"]:
                    payload = example["payload"]
                    self.assertIsNone(fault(named(message), payload), payload)
                    reply = await self.exchange(payload)
                    self.assertIsNone(fault(replies[0], reply), reply)
                    self.assertEqual(payload.get("id"), reply.get("id"))

    async def test_every_field_of_every_message_has_an_example(self):
        for name, message in MESSAGES.items():
            payloads = [example["payload"] for example in message.get("examples", [])]
            for payload in payloads:
                self.assertIsNone(fault(name, payload), payload)
            self.assertEqual(fields_of(message["payload"]), fields_in(payloads), name)

    async def test_other_answers_are_as_described(self):
        for text in (ABOUT, OTHER_YEAR, FOLLOW_UP, "hello", "who is Chen Fang", "which companies are there", "人工智能"):
            answer = await self.exchange({"text": text, "explain": True})
            self.assertIsNone(fault("answer", answer), answer)

    async def test_what_it_does_not_allow_is_refused(self):
        bad = {"text": [5, "", " ", "a" * 2001], "id": [True, {}, "a" * 257], "history": ["x", [1], ["a" * 2001]],
               "explain": ["yes", 1], "as_written": ["yes", 1], "helpful": ["yes", 0], "count": [-1, 1.5, "3"],
               "skip": [-1, "3"], "type": [5, "tell"]}
        tried = 0
        for name in ("ask", "more", "feedback", "ping", "hello"):
            schema = DESCRIPTION["components"]["schemas"][name]
            good = {"type": name, **({"text": ABOUT} if "text" in schema["required"] else {}),
                    **({"helpful": True} if "helpful" in schema["required"] else {})}
            self.assertIsNone(fault(name, good))
            spoilt = [{key: value for key, value in good.items() if key != lacking} for lacking in schema["required"] if lacking != "type"]
            for field in schema["properties"]:
                spoilt += [{**good, field: value} for value in bad[field]]
            for message in spoilt:
                self.assertIsNotNone(fault(name, message), message)
                reply = await self.exchange(message)
                self.assertIsNone(fault("error", reply), (message, reply))
                tried += 1
        self.assertGreater(tried, 40)

    async def test_every_error_code_has_its_http_status(self):
        codes = set(DESCRIPTION["components"]["schemas"]["error"]["properties"]["code"]["enum"])
        with open(os.path.join(HOME, "docs", "protocol.md"), encoding="utf-8") as text:
            page = text.read()
        for code in codes:
            self.assertIn(f"| `{code}` |", page)
        seen = {self.server.post(body)[1]["code"]: self.server.post(body)[0] for body in ("{", "[]", {"text": "a" * 2001})}
        seen[json.loads(self.server.request("GET", "/none")[2])["code"]] = 404
        self.assertEqual({"bad_json": 400, "bad_request": 400, "too_long": 413, "not_found": 404}, seen)

    async def test_a_reply_that_is_not_described_is_found(self):
        answer = await self.exchange({"text": ASKED})
        self.assertIsNone(fault("answer", answer))
        for path, value in ((("status",), "maybe"), (("facts", 0, "paragraph"), 0), (("values", 0, "bound"), "some"), (("extra",), 1)):
            wrong = copy.deepcopy(answer)
            node = wrong
            for step in path[:-1]:
                node = node[step]
            node[path[-1]] = value
            self.assertIsNotNone(fault("answer", wrong), path)


if __name__ == "__main__":
    docent_process.main()
