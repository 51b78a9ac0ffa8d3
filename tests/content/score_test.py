#!/usr/bin/env python3
"""Score docent on files of questions, and fail if it falls below what it has reached on one of them.

usage: score_test.py DOCENT REACHED.csv [--verbose] [PART OF A NAME ...]

A row of REACHED.csv names a file of questions, from tests/, and the least percentage of accuracy, precision and abstention
that is asserted of it. Its facts are in the folder knowledge/ beside it, or else in the shipped one: each folder is
loaded once. With parts of names, only the files whose names hold one of them.

A line of questions holds `id`, `q`, `context` (earlier turns), `answerable`, `expect` and `forbid` (regular expressions).
Right is an answer that holds every `expect` and no `forbid`; of a question that is not answerable, anything but an answer.
"""
import argparse
import csv
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


def questions_of(name):
    with open(ROOT / "tests" / name, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def knowledge_of(name):
    own = ROOT / "tests" / pathlib.Path(name).parent / "knowledge"
    return own if own.is_dir() else ROOT / "knowledge"


def answers_of(docent, knowledge, files):
    """What docent says to the questions of all `files`: {(file, id): answer}."""
    asked = "".join(
        json.dumps({"type": "ask", "id": f"{name} {q['id']}", "text": q["q"], "history": q.get("context", [])}) + "\n"
        for name in files for q in questions_of(name))
    run = subprocess.run([docent, "ask", "--jsonl", "--knowledge", knowledge, "--rules", ROOT / "rules"],
                         input=asked, text=True, encoding="utf-8", stdout=subprocess.PIPE, check=True)
    return {tuple(answer["id"].split(" ", 1)): answer for answer in map(json.loads, run.stdout.splitlines())}


def score(name, answers, verbose):
    """Percentages: accuracy, precision, abstention."""
    questions = questions_of(name)
    answer_to = lambda q: answers[name, q["id"]]
    right = [q for q in questions if is_right(q, answer_to(q))]
    answered = [q for q in questions if answer_to(q)["status"] == "answered"]
    unanswerable = [q for q in questions if not q.get("answerable", True)]
    if verbose:
        for q in questions:
            if q not in right:
                answer = answer_to(q)
                print(f'{q["id"]} {" > ".join(q.get("context", []) + [q["q"]])}\n    {answer["status"]}: {answer["text"][:200]}')
    share = lambda part, whole: 100 * len(part) / max(len(whole), 1)
    reached = {
        "accuracy": share(right, questions),
        "precision": share([q for q in answered if q in right], answered),
        "abstention": share([q for q in unanswerable if q not in answered], unanswerable),
    }
    print(f"{name}: {len(questions)} questions: " + ", ".join(f"{what} {value:.1f} %" for what, value in reached.items()))
    return reached


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("docent")
    options.add_argument("reached", type=pathlib.Path)
    options.add_argument("parts", nargs="*")
    options.add_argument("--verbose", action="store_true", help="print every question that is not answered right")
    options = options.parse_args()

    with open(options.reached, encoding="utf-8") as file:
        wanted = {row.pop("questions"): row for row in csv.DictReader(file)}
    files = [name for name in wanted if not options.parts or any(part in name for part in options.parts)]
    if not files:
        sys.exit("no such file of questions")
    below = []
    for knowledge in dict.fromkeys(map(knowledge_of, files)):
        together = [name for name in files if knowledge_of(name) == knowledge]
        answers = answers_of(options.docent, knowledge, together)
        for name in together:
            reached = score(name, answers, options.verbose)
            below += [f"{name}: {what} is below {least} %" for what, least in wanted[name].items() if reached[what] < float(least)]
    if below:
        sys.exit("\n".join(below))


if __name__ == "__main__":
    main()
