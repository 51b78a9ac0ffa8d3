#!/usr/bin/env python3
"""Asks whether each fact's own sentence is true, and whether it is with another figure.

usage: restated_test.py DOCENT RULES DENIED CONFIRMED KNOWLEDGE...

At most DENIED sentences may be answered with no, and at most CONFIRMED of those with a figure changed with yes. (That
one is declined is no failure: the sentence may say more than one fact can bear out.)
"""

import glob
import json
import re
import subprocess
import sys

FIGURE = re.compile(r"(?<![A-Za-z\d.,])\d[\d,]*(?:\.\d+)?")
ASKED = {"": ("Is it true that ", "?"), "@zh": ("", "，对吗？")}


def sentences(folder):
    """(language, sentence without its full stop) of all facts below the folder."""
    for path in sorted(glob.glob(f"{folder}/**/*.facts", recursive=True)):
        with open(path, encoding="utf-8") as file:
            for line in file:
                says = re.match(r"says(@zh)?:\s*(.*)", line)
                if says:
                    yield says.group(1) or "", says.group(2).strip().rstrip(".。")


def with_another_figure(sentence):
    """The sentence with its last figure changed; nothing if it has none."""
    figures = list(FIGURE.finditer(sentence))
    if not figures:
        return None
    figure = figures[-1]
    plain = figure.group(0).replace(",", "")
    if "." in plain:
        other = str(round(float(plain) + 1.3, 1))
    else:
        number = int(plain)
        other = str(number + 1 if number < 13 or 1800 < number < 2100 else 3 * number)
    return sentence[: figure.start()] + other + sentence[figure.end() :]


def answers(docent, rules, folder, questions):
    """(question, answer's text) of those that are answered."""
    asked = "".join(
        json.dumps({"type": "ask", "id": str(i), "text": text}, ensure_ascii=False) + "\n"
        for i, text in enumerate(questions)
    )
    command = [docent, "ask", "--jsonl", "--knowledge", folder, "--rules", rules]
    done = subprocess.run(command, input=asked.encode(), stdout=subprocess.PIPE, check=True)
    for line in done.stdout.decode().splitlines():
        answer = json.loads(line)
        if answer.get("status") == "answered":
            yield questions[int(answer["id"])], answer["text"]


def main():
    docent, rules, most_denied, most_confirmed, *folders = sys.argv[1:]
    denied, confirmed, asked = [], [], 0
    for folder in folders:
        own, changed = [], []
        for language, sentence in sentences(folder):
            before, after = ASKED[language]
            own.append(before + sentence + after)
            other = with_another_figure(sentence)
            if other:
                changed.append(before + other + after)
        asked += len(own) + len(changed)
        denied += [pair for pair in answers(docent, rules, folder, own) if re.match(r"No\.|不|没有", pair[1])]
        confirmed += [pair for pair in answers(docent, rules, folder, changed) if re.match(r"Yes\.|是", pair[1])]
    for name, found in (("denied", denied), ("confirmed", confirmed)):
        for question, text in found:
            print(f"{name}: {question}\n    {text[:160]}")
    print(f"{asked} asked; {len(denied)} own sentences denied, {len(confirmed)} with another figure confirmed")
    sys.exit(len(denied) > int(most_denied) or len(confirmed) > int(most_confirmed) or asked == 0)


if __name__ == "__main__":
    main()
