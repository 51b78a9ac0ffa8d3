#!/usr/bin/env python3
"""Asks whether each fact's own sentence is true, and whether it is with another figure or name.

usage: restated_test.py DOCENT RULES DENIED FIGURES NAMES KNOWLEDGE...

At most DENIED sentences may be answered with no, at most FIGURES of those with another figure with yes, and at most NAMES
of those with another thing of the same type (some of which are true). That one is declined is no failure: a sentence
may say more than one fact can bear out.
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


def names_by_type(folder):
    """The names of the things of each type, in the order of the files."""
    names = {}
    for path in sorted(glob.glob(f"{folder}/**/*.facts", recursive=True)):
        with open(path, encoding="utf-8") as file:
            name = None
            for line in file:
                key, _, value = line.partition(":")
                if key == "entity":
                    name = value.strip()
                elif key == "type" and name:
                    names.setdefault(re.split("[,;]", value)[0].strip(), []).append(name)
                    name = None
    return names


def with_another_name(sentence, names):
    """The sentence with a name in it replaced by the next one of that type; nothing if it holds none."""
    for others in names.values():
        for at, name in enumerate(others):
            place = sentence.rfind(name)
            fresh = [other for other in others[at + 1 :] + others[:at] if other not in sentence and name not in other]
            if place >= 0 and fresh:
                return sentence[:place] + fresh[0] + sentence[place + len(name) :]
    return None


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
    docent, rules, *most = sys.argv[1:6]
    folders = sys.argv[6:]
    denied, figures, names, asked = [], [], [], 0
    for folder in folders:
        own, changed, renamed = [], [], []
        known = names_by_type(folder)
        for language, sentence in sentences(folder):
            before, after = ASKED[language]
            own.append(before + sentence + after)
            other = with_another_figure(sentence)
            if other:
                changed.append(before + other + after)
            other = None if language else with_another_name(sentence, known)
            if other:
                renamed.append(before + other + after)
        asked += len(own) + len(changed) + len(renamed)
        denied += [pair for pair in answers(docent, rules, folder, own) if re.match(r"No\.|不|没有", pair[1])]
        figures += [pair for pair in answers(docent, rules, folder, changed) if re.match(r"Yes\.|是", pair[1])]
        names += [pair for pair in answers(docent, rules, folder, renamed) if re.match(r"Yes\.|是", pair[1])]
    for name, found in (("denied", denied), ("figure confirmed", figures), ("name confirmed", names)):
        for question, text in found:
            print(f"{name}: {question}\n    {text[:160]}")
    print(
        f"{asked} asked; {len(denied)} own sentences denied, confirmed {len(figures)} with another figure "
        f"and {len(names)} with another name"
    )
    counts = [len(denied), len(figures), len(names)]
    sys.exit(asked == 0 or any(count > int(limit) for count, limit in zip(counts, most)))


if __name__ == "__main__":
    main()
