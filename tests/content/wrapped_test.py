#!/usr/bin/env python3
"""What people put around a question or a claim must not change its answer.

usage: wrapped_test.py DOCENT [--right PERCENT] [--wrong PERCENT] [--verbose]

Each way in ways-to-have-a-claim-checked.txt ({S}: the claim; "!" before it: asks whether it is wrong) is filled with
claims that hold and that do not, each way in ways-to-lead-to-a-question.txt ({Q}: the question, {E}: the same as a
clause) with questions. Right is the Yes, No or fact that the bare one gets; a false claim may be declined. --right is
the least share of right ones, --wrong the greatest of wrong answers.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TRUE = ["the G60 fund has a target of 10 billion yuan", "Zhao Xiang is the general manager of Iflytek Shanghai",
        "Muming Poo directs the Institute of Neuroscience", "Shangtang has more than 500 employees",
        "the G60 fund is managed by Shanghai Guohe Investment"]
FALSE = ["Pan Tianyou is the general manager of Iflytek Shanghai", "the G60 fund has a target of 20 billion yuan",
         "Muming Poo directs Microsoft Research Asia", "Shangtang has more than 900 employees"]
QUESTIONS = [("who runs the G60 fund", "who runs the G60 fund", "Guohe"),
             ("how many people does Shangtang employ", "how many people Shangtang employs", "500"),
             ("how much money did AI in Shanghai raise in 2018", "how much money AI in Shanghai raised in 2018", "60"),
             ("what is Zhao Xiang's position", "what Zhao Xiang's position is", "general manager"),
             ("where was the brain base set up", "where the brain base was set up", "Songjiang"),
             ("why are cloned monkeys useful", "why cloned monkeys are useful", "fewer|drug|number")]


def capital(way, place, claim):
    return claim[0].upper() + claim[1:] if way.startswith(place) else claim


def wrapped():
    """Pairs of a text and the pattern of its right answer; no pattern: a No, or none."""
    chance = random.Random(1)
    for way in (HERE / "ways-to-have-a-claim-checked.txt").read_text(encoding="utf-8").splitlines():
        asks_if_wrong, way = way.startswith("!"), way.lstrip("!")
        for claim, holds in [(chance.choice(TRUE), True), (chance.choice(FALSE), False)]:
            yes = holds != asks_if_wrong
            text = re.sub(r"\{[Ss]\}", lambda _: capital(way, "{S}", claim), way)
            yield text, r"^\W*yes" if yes else r"^\W*no\b", not holds
    for way in (HERE / "ways-to-lead-to-a-question.txt").read_text(encoding="utf-8").splitlines():
        question, clause, pattern = chance.choice(QUESTIONS)
        yield way.replace("{Q}", question).replace("{E}", clause), pattern, False


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("docent")
    options.add_argument("--right", type=float, default=0)
    options.add_argument("--wrong", type=float, default=100)
    options.add_argument("--verbose", action="store_true", help="print every text that is not answered right")
    options = options.parse_args()

    texts = list(wrapped())
    asked = "".join(json.dumps({"type": "ask", "id": str(i), "text": text}) + "\n" for i, (text, _, _) in enumerate(texts))
    run = subprocess.run([options.docent, "ask", "--jsonl", "--knowledge", ROOT / "knowledge", "--rules", ROOT / "rules"],
                         input=asked, text=True, encoding="utf-8", stdout=subprocess.PIPE, check=True)
    answers = {answer["id"]: answer for answer in map(json.loads, run.stdout.splitlines())}
    right = wrong = 0
    for i, (text, pattern, may_decline) in enumerate(texts):
        answer = answers[str(i)]
        is_answered = answer["status"] == "answered"
        is_right = bool(re.search(pattern, answer["text"], re.IGNORECASE)) if is_answered else may_decline
        right += is_right
        wrong += is_answered and not is_right
        if options.verbose and not is_right:
            print(f'{answer["status"]}: {text}\n    {answer["text"][:160]}')
    print(f"{len(texts)} texts: {100 * right / len(texts):.1f} % right, {100 * wrong / len(texts):.1f} % wrong")
    if 100 * right / len(texts) < options.right or 100 * wrong / len(texts) > options.wrong:
        sys.exit(f"fewer right than {options.right} % or more wrong than {options.wrong} %")


if __name__ == "__main__":
    main()
