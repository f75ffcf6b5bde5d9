"""Follow the trials in which both arms had the same version, and print how they ended.

    python past.py data/trials.json
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import plan
import trial


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("path", type=Path)
    trials = json.loads(arguments.parse_args().path.read_text(encoding="utf-8"))
    ends, undecided = Counter(), []
    for lines in trials:
        lines = [tuple(line) for line in lines]
        course = trial.follow(lines, plan.LOOKS, plan.LIMITS, plan.WINDOW, plan.LOOKS[-1])
        ends[course["decision"]] += 1
        if course["decision"] == "none":
            undecided.append((len({line[2] for line in lines if line[3] == "visit"}), course["looks"]))
    print(f"trials of a version against itself {len(trials)}, ended with a winner {ends['a'] + ends['b']}")
    for readers, looks in undecided[:2]:
        print(f"one without: {readers} readers in the log, {len(looks)} looks, the last one {looks[-1]}")


if __name__ == "__main__":
    main()
