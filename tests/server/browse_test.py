"""What there is to know, over HTTP: GET /api/browse and /api/complete."""
import json
import unittest
from urllib.parse import quote, urlencode

from docent_process import Server, main

NAMED = "Muming Poo"


class Browse(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.context = Server()
        cls.server = cls.context.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.context.__exit__(None, None, None)

    def get(self, path, expected=200):
        status, headers, body = self.server.request("GET", path)
        self.assertEqual(status, expected, body)
        self.assertEqual(headers["Content-Type"], "application/json")
        return json.loads(body)

    def test_the_overview_offers_questions_that_are_answered(self):
        for language in ("en", "zh"):
            overview = self.get(f"/api/browse?lang={language}")
            self.assertTrue(overview["sources"][0]["title"])
            kinds = [example["kind"] for example in overview["examples"]]
            self.assertGreaterEqual(len(kinds), 4)
            self.assertEqual(len(set(kinds)), len(kinds))
            for example in overview["examples"]:
                status, reply = self.server.post({"text": example["question"]})
                self.assertEqual((status, reply["status"], reply["language"]), (200, "answered", language), example)

    def test_the_entities_of_the_types_are_all_there_are(self):
        overview = self.get("/api/browse")
        names = set()
        for kind in overview["types"]:
            listed = self.get("/api/browse?" + urlencode({"type": kind["name"]}))
            self.assertEqual(listed["count"], kind["entities"])
            names |= {entity["name"] for entity in listed["entities"]}
        every = {entity["name"] for entity in self.get("/api/browse?q=")["entities"]}
        self.assertLessEqual(names, every)
        self.assertEqual(len(every), overview["entities"])

    def test_names_are_searched_by_words_and_their_beginnings(self):
        def found(words):
            return [entity["name"] for entity in self.get("/api/browse?" + urlencode({"q": words}))["entities"]]

        self.assertIn(NAMED, found("poo"))
        self.assertIn(NAMED, found("mum"))
        self.assertNotIn(NAMED, found("uming"))
        self.assertEqual(found("no such thing"), [])

    def test_what_most_is_known_of_comes_first(self):
        counts = [entity["facts"] for entity in self.get("/api/browse?q=")["entities"]]
        self.assertGreater(counts[0], 1)
        self.assertEqual(counts, sorted(counts, reverse=True))

    def test_an_entity_is_offered_under_its_own_name_if_that_is_begun(self):
        completions = self.get("/api/complete?" + urlencode({"q": "how much did sh"}))["completions"]
        names = [one["text"] for one in completions if one["kind"] == "name"]
        self.assertEqual(names[0], "Shanghai")
        self.assertIn("Shangtang Technology", names)

    def test_an_example_asks_in_a_sentence(self):
        for language, words in (("en", "who what when where why how which".split()), ("zh", "谁 什么 哪 何 多少 几".split())):
            for example in self.get(f"/api/browse?lang={language}")["examples"]:
                if example["kind"] != "whether":
                    self.assertTrue(any(word in example["question"].lower() for word in words), example)

    def test_an_entity_has_its_facts_and_links_that_lead_somewhere(self):
        entity = self.get("/api/browse?entity=" + quote(NAMED))
        self.assertEqual(entity["name"], NAMED)
        self.assertTrue(entity["facts"])
        self.assertTrue(all(fact["entity"] == NAMED for fact in entity["facts"]))
        self.assertTrue(entity["links"])
        for link in entity["links"]:
            other = self.get("/api/browse?entity=" + quote(link["name"]))
            back = [(one["name"], one["fact"], one["outward"]) for one in other["links"]]
            self.assertIn((NAMED, link["fact"], not link["outward"]), back)

    def test_facts_are_found_by_their_ids_with_their_figures(self):
        _, reply = self.server.post({"text": "how much did Shanghai AI raise in 2018"})
        query = "&".join("fact=" + quote(fact["id"]) for fact in reply["facts"])
        facts = self.get(f"/api/browse?{query}&fact=nowhere.facts:1")["facts"]
        self.assertEqual([fact["id"] for fact in facts], [fact["id"] for fact in reply["facts"]])
        self.assertIn(60e9, [figure.get("number") for figure in facts[0]["figures"]])

    def test_half_a_question_becomes_names_and_questions(self):
        def completed(typed):
            return self.get("/api/complete?" + urlencode({"q": typed}))["completions"]

        names = [one for one in completed("who is mum") if one["kind"] == "name"]
        self.assertIn({"kind": "name", "text": NAMED, "in_place_of": "mum"}, names)
        questions = [one for one in completed("who ") if one["kind"] == "question"]
        self.assertTrue(questions)
        for one in questions:
            self.assertTrue(one["text"].lower().startswith("who"), one)
            self.assertEqual(self.server.post({"text": one["text"]})[1]["status"], "answered")
        self.assertLessEqual(len(completed("a")), 8)
        self.assertEqual(completed(""), [])
        self.assertTrue([one for one in completed("商汤") if one["kind"] == "question"])

    def test_what_is_wrong_is_said(self):
        self.assertEqual(self.get("/api/browse?entity=nobody", 404)["code"], "not_found")
        self.assertEqual(self.get("/api/browse?q=%zz", 400)["code"], "bad_request")
        self.assertEqual(self.get("/api/complete?q=%4", 400)["code"], "bad_request")
        self.assertEqual(self.server.request("POST", "/api/browse")[0], 405)
        self.get("/api/browse?q=%ff%00")


if __name__ == "__main__":
    main()
