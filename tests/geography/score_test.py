#!/usr/bin/env python3
"""Score docent on GeoQuery, and fail if it falls below what it has reached.

usage: score_test.py DOCENT [--questions FILE] [--first N] [--recall PERCENT] [--precision PERCENT] [--verbose]

Right is an answer whose `values` are exactly the question's answers, as a set; a final "river" is passed over.
--first scores only the first N questions, which are the ones that the rules were written with.
"""
import argparse
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def plain(value):
    """One form for each value, so that 638000 and {"number": 638000.0} are equal."""
    if isinstance(value, dict):
        value = value["number"] if value.get("number") is not None else value.get("text", "")
    try:
        return round(float(value), 6)
    except (TypeError, ValueError):
        return str(value).strip().lower().removesuffix(" river")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("docent")
    options.add_argument("--questions", default="questions.jsonl", help="a file beside this one")
    options.add_argument("--first", type=int)
    options.add_argument("--recall", type=float, default=0)
    options.add_argument("--precision", type=float, default=0)
    options.add_argument("--verbose", action="store_true", help="print every question that is not answered right")
    options = options.parse_args()

    lines = (HERE / options.questions).read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line) for line in lines if line.strip()][:options.first]
    asked = "".join(json.dumps({"type": "ask", "id": q["id"], "text": q["q"]}) + "\n" for q in questions)
    run = subprocess.run(
        [options.docent, "ask", "--jsonl", "--knowledge", HERE / "knowledge", "--rules", ROOT / "rules/en", "--rules", HERE / "rules"],
        input=asked, text=True, encoding="utf-8", stdout=subprocess.PIPE, check=True)
    answers = {answer["id"]: answer for answer in map(json.loads, run.stdout.splitlines())}

    answered = right = 0
    for q in questions:
        answer = answers[q["id"]]
        if answer["status"] == "answered":
            answered += 1
            if {plain(v) for v in answer["values"]} == {plain(v) for v in q["answers"]}:
                right += 1
                continue
        if options.verbose:
            print(f'{q["id"]} {q["q"]}\n    {answer["status"]}: {answer["text"][:160]}\n    wanted: {q["answers"][:8]}')
    recall = 100 * right / len(questions)
    precision = 100 * right / max(answered, 1)
    print(f"{len(questions)} questions, {answered} answered, {right} right: recall {recall:.1f} %, precision {precision:.1f} %")
    if recall < options.recall or precision < options.precision:
        sys.exit(f"below recall {options.recall} % or precision {options.precision} %")


if __name__ == "__main__":
    main()
