"""League table of the assistants, and what each took from each.

    python report.py data
"""

import argparse
import json
from pathlib import Path

import league
from judge import Judge


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    judge = Judge.load(folder / "judge.json")
    questions = json.loads((folder / "questions.json").read_text())
    answers = {path.stem: json.loads(path.read_text()) for path in sorted((folder / "answers").glob("*.json"))}
    table = league.table(judge, questions, answers)
    spread = league.spread(judge, questions, answers)
    played = league.matches(judge, questions, answers)
    print(f"{'':13}strength      " + "".join(f"{name:>13}" for name in table) + "   (share taken from)")
    for one, strength in table.items():
        shares = [
            "-" if one == other else f"{played[one, other].mean() if one < other else 1 - played[other, one].mean():.2f}"
            for other in table
        ]
        print(f"{one:13}{strength:>+8.2f} ±{spread[one]:.2f}" + "".join(f"{share:>13}" for share in shares))


if __name__ == "__main__":
    main()
