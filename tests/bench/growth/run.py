#!/usr/bin/env python3
"""Measure docent with more and more facts and rules, beside a baseline that was built from another commit.

usage: run.py DOCENT_GROWTH [--baseline TREE] [--most FACTS] [--out FILE]

Prints tables and writes all figures as JSON. Machines differ, and so does what else runs on one; so the two programs
read the same catalogues, one after the other, in two rounds, the better of which counts, and what is compared is the
ratio. Exits with 1 if a kind of question takes much longer than with the baseline, if loading does or takes more
memory, or if fewer questions are answered right.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
FACTS = [100, 10_000, 100_000, 1_000_000]
RULES = [100, 1_000, 10_000]
GROWTH = "build/release/tests/bench/growth/docent_growth"
WORSE = 1.5  # times what the baseline takes; the pace of a shared machine changes by a third within a run
WORSE_MEMORY = 1.1
ROUNDS = 2
LOADING = {"load_processor_s": WORSE, "load_s": None, "resident_mb": WORSE_MEMORY, "most_resident_mb": WORSE_MEMORY}


def better(one, other, key=""):
    """Of two rounds of one program, by figure: the smaller time and memory, the larger pace."""
    if one is None or key in ("asked", "right", "wrong", "seen"):
        return other
    if isinstance(other, dict):
        return {name: better(one[name], other[name], name) for name in other}
    return max(one, other) if key.endswith("thread") or key.endswith("threads") else min(one, other)


def measure(programs, facts, rules=0):
    """By program, the figures of a catalogue; `programs` are (name, executable, folder of rules)."""
    runs = {name: None for name, _, _ in programs}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, HERE / "make_knowledge.py", folder, "--facts", str(facts), "--rules", str(rules)], check=True)
        more = [pathlib.Path(folder) / "rules"] if rules else []
        for _ in range(ROUNDS if len(programs) > 1 else 1):
            for name, executable, rule_folder in programs:
                run = subprocess.run([executable, folder, rule_folder, *more], stdout=subprocess.PIPE, check=True)
                runs[name] = better(runs[name], json.loads(run.stdout))
    return runs


def print_table(runs):
    kinds = list(next(iter(runs.values()))["kinds"])
    print(f'{"p50 / p99 / p99.9 us":26}' + "".join(f"{name:>24}" for name in runs))
    for kind in kinds:
        cells = [run["kinds"][kind] for run in runs.values()]
        print(f"{kind:26}" + "".join(f'{c["p50_us"]:9.0f}{c["p99_us"]:7.0f}{c["p999_us"]:8.0f}' for c in cells))
    for kind in kinds:
        cells = [run["kinds"][kind] for run in runs.values()]
        print(f"{kind + ', right (wrong)':26}" + "".join(f'{c["right"]:>17} ({c["wrong"]:>4})' for c in cells))
    for step in next(iter(runs.values()))["steps"]:
        cells = [run["steps"][step] for run in runs.values()]
        print(f"  {step:24}"[:26].ljust(26) + "".join(f'{c["p50_us"]:9.1f}{c["p99_us"]:7.0f}{c["p999_us"]:8.0f}' for c in cells))
    for step in next(iter(runs.values())).get("floors", {}):
        cells = [run["floors"][step] for run in runs.values()]
        if step != "seen":
            print(f"  floor of {step}"[:26].ljust(26) + "".join(f'{c["p50_us"]:9.2f}{c["p99_us"]:7.1f}{c["p999_us"]:8.1f}' for c in cells))
    for name in (*LOADING, "store_mb", "rules", "facts"):
        print(f"{name:26}" + "".join(f"{run.get(name, 0):24.1f}" for run in runs.values()))
    for threads in ("one thread", "two threads"):
        print(f"{threads + ', a second':26}" + "".join(f'{run["questions_a_second"][threads]:24.0f}' for run in runs.values()))


def compare(runs, baseline):
    """Prints ratios, now to baseline; returns what is worse, in words."""
    worse = []
    print(f'\n{"times the baseline":26}' + "".join(f"{name:>24}" for name in runs))
    for kind in next(iter(runs.values()))["kinds"]:
        cells = []
        for name, run in runs.items():
            now, before = run["kinds"][kind], baseline[name]["kinds"][kind]
            ratio = now["p50_us"] / before["p50_us"]
            cells.append(f'{ratio:16.2f}{now["p99_us"] / before["p99_us"]:8.2f}')
            if ratio > WORSE:
                worse.append(f'{name}, {kind}: {now["p50_us"]:.0f} us, with the baseline {before["p50_us"]:.0f}')
            if now["right"] < before["right"]:
                worse.append(f'{name}, {kind}: {now["right"]} right, with the baseline {before["right"]}')
        print(f"{kind + ', p50 and p99':26}" + "".join(cells))
    for figure, most in LOADING.items():
        cells = []
        for name, run in runs.items():
            now, before = run[figure], baseline[name].get(figure)
            cells.append(f"{now / before:24.2f}" if before else " " * 23 + "-")
            if most and before and now > most * before:
                worse.append(f"{name}, {figure}: {now:.1f}, with the baseline {before:.1f}")
        print(f"{figure:26}" + "".join(cells))
    return worse


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("program", type=pathlib.Path)
    options.add_argument("--baseline", type=pathlib.Path, help="a tree of another commit, built")
    options.add_argument("--most", type=int, default=100_000, help="facts of the largest catalogue")
    options.add_argument("--out", type=pathlib.Path)
    options = options.parse_args()

    programs = [("now", options.program.resolve(), ROOT / "rules")]
    if options.baseline:
        tree = options.baseline.resolve()
        programs.insert(0, ("baseline", tree / GROWTH, tree / "rules"))
    runs = {f"{facts} facts": measure(programs, facts) for facts in FACTS if facts <= options.most}
    runs |= {f"{rules} more rules": measure(programs, 10_000, rules) for rules in RULES}
    by_program = {name: {catalogue: run[name] for catalogue, run in runs.items()} for name, _, _ in programs}
    print_table(by_program["now"])
    worse = compare(by_program["now"], by_program["baseline"]) if options.baseline else []
    if options.out:
        options.out.write_text(json.dumps(by_program, indent=1) + "\n", encoding="utf-8")
    print("\n".join(worse) if worse else "no worse than the baseline" if options.baseline else "no baseline")
    sys.exit(1 if worse else 0)


if __name__ == "__main__":
    main()
