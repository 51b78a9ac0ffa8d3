#!/usr/bin/env python3
"""Measure docent with more and more facts and rules, and compare with the committed baseline.

usage: run.py DOCENT_GROWTH [--most FACTS] [--out FILE] [--write-baseline]

Prints a table and writes all figures as JSON. Machines differ, so what is compared is growth: each figure divided by the
same figure of the smallest catalogue of the same run. Exits with 1 if a question grows much more than in
baseline.json, or if fewer are answered right.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
BASELINE = HERE / "baseline.json"
FACTS = [100, 10_000, 100_000, 1_000_000]
RULES = [100, 1_000, 10_000]
WORSE = 2.5  # times as much growth as in the baseline; the pace of a shared machine changes by half in a run


def measure(program, facts, rules=0):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, HERE / "make_knowledge.py", folder, "--facts", str(facts), "--rules", str(rules)], check=True)
        rule_folders = [ROOT / "rules"] + ([pathlib.Path(folder) / "rules"] if rules else [])
        run = subprocess.run([program, folder, *rule_folders], stdout=subprocess.PIPE, check=True)
    return json.loads(run.stdout)


def growth_of(runs):
    """By catalogue and kind, p50 as a multiple of the smallest catalogue's, and how many are right."""
    first = next(iter(runs.values()))
    return {name: {kind: {"p50": round(figures["p50_us"] / first["kinds"][kind]["p50_us"], 2), "right": figures["right"]}
                   for kind, figures in run["kinds"].items()}
            for name, run in runs.items()}


def print_table(runs):
    kinds = list(next(iter(runs.values()))["kinds"])
    print(f'{"p50 / p99 / p99.9 us":22}' + "".join(f"{name:>24}" for name in runs))
    for kind in kinds:
        cells = [run["kinds"][kind] for run in runs.values()]
        print(f"{kind:22}" + "".join(f'{c["p50_us"]:9.0f}{c["p99_us"]:7.0f}{c["p999_us"]:8.0f}' for c in cells))
    print(f'{"right of 200":22}' + "".join(f'{sum(k["right"] for k in run["kinds"].values()):>18}/{sum(k["asked"] for k in run["kinds"].values())}' for run in runs.values()))
    for step in next(iter(runs.values()))["steps"]:
        cells = [run["steps"][step] for run in runs.values()]
        print(f"  {step:20}"[:22].ljust(22) + "".join(f'{c["p50_us"]:9.0f}{c["p99_us"]:7.0f}{c["p999_us"]:8.0f}' for c in cells))
    for name in ("load_s", "resident_mb", "most_resident_mb", "rules", "facts"):
        print(f"{name:22}" + "".join(f"{run[name]:24.1f}" for run in runs.values()))
    for threads in ("one thread", "two threads"):
        print(f"{threads + ', a second':22}" + "".join(f'{run["questions_a_second"][threads]:24.0f}' for run in runs.values()))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("program", type=pathlib.Path)
    options.add_argument("--most", type=int, default=100_000, help="facts of the largest catalogue")
    options.add_argument("--out", type=pathlib.Path)
    options.add_argument("--write-baseline", action="store_true")
    options = options.parse_args()

    runs = {f"{facts} facts": measure(options.program, facts) for facts in FACTS if facts <= options.most}
    runs |= {f"{rules} more rules": measure(options.program, 10_000, rules) for rules in RULES}
    print_table(runs)
    if options.out:
        options.out.write_text(json.dumps(runs, indent=1) + "\n", encoding="utf-8")
    growth = growth_of(runs)
    if options.write_baseline:
        BASELINE.write_text(json.dumps(growth, indent=1) + "\n", encoding="utf-8")
        return
    worse = []
    for name, kinds in json.loads(BASELINE.read_text(encoding="utf-8")).items():
        for kind, before in kinds.items():
            now = growth.get(name, {}).get(kind)
            if now and now["p50"] > WORSE * max(before["p50"], 1):
                worse.append(f'{name}, {kind}: grows {now["p50"]} times, was {before["p50"]}')
            if now and now["right"] < before["right"]:
                worse.append(f'{name}, {kind}: {now["right"]} right, were {before["right"]}')
    print("\n".join(worse) if worse else "no worse than the baseline")
    sys.exit(1 if worse else 0)


if __name__ == "__main__":
    main()
