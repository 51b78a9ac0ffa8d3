#!/usr/bin/env python3
"""Score docent on a file of questions, and fail if it falls below what it has reached.

usage: score_test.py DOCENT QUESTIONS.jsonl [--knowledge DIR] [--accuracy PERCENT] [--precision PERCENT]
                     [--abstention PERCENT] [--verbose]

A line holds `id`, `q`, `context` (earlier turns), `answerable`, `expect` and `forbid` (regular expressions). Right is an
answer that holds every `expect` and no `forbid`; of a question that is not answerable, anything but an answer.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def is_right(question, answer):
    answered = answer["status"] == "answered"
    if not question.get("answerable", True):
        return not answered
    found = lambda pattern: re.search(pattern, answer["text"], re.IGNORECASE | re.DOTALL)
    return answered and all(map(found, question["expect"])) and not any(map(found, question.get("forbid", [])))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("docent")
    options.add_argument("questions", type=pathlib.Path)
    options.add_argument("--knowledge", default=ROOT / "knowledge")
    options.add_argument("--accuracy", type=float, default=0)
    options.add_argument("--precision", type=float, default=0)
    options.add_argument("--abstention", type=float, default=0)
    options.add_argument("--verbose", action="store_true", help="print every question that is not answered right")
    options = options.parse_args()

    lines = options.questions.read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line) for line in lines if line.strip()]
    asked = "".join(
        json.dumps({"type": "ask", "id": q["id"], "text": q["q"], "history": q.get("context", [])}) + "\n" for q in questions)
    run = subprocess.run([options.docent, "ask", "--jsonl", "--knowledge", options.knowledge, "--rules", ROOT / "rules"],
                         input=asked, text=True, encoding="utf-8", stdout=subprocess.PIPE, check=True)
    answers = {answer["id"]: answer for answer in map(json.loads, run.stdout.splitlines())}

    right = [q for q in questions if is_right(q, answers[q["id"]])]
    answered = [q for q in questions if answers[q["id"]]["status"] == "answered"]
    unanswerable = [q for q in questions if not q.get("answerable", True)]
    if options.verbose:
        for q in questions:
            if q not in right:
                answer = answers[q["id"]]
                print(f'{q["id"]} {" > ".join(q.get("context", []) + [q["q"]])}\n    {answer["status"]}: {answer["text"][:200]}')
    share = lambda part, whole: 100 * len(part) / max(len(whole), 1)
    accuracy = share(right, questions)
    precision = share([q for q in answered if q in right], answered)
    abstention = share([q for q in unanswerable if q not in answered], unanswerable)
    print(f"{len(questions)} questions: accuracy {accuracy:.1f} %, precision {precision:.1f} %, abstention {abstention:.1f} %")
    if accuracy < options.accuracy or precision < options.precision or abstention < options.abstention:
        sys.exit(f"below accuracy {options.accuracy} %, precision {options.precision} % or abstention {options.abstention} %")


if __name__ == "__main__":
    main()
