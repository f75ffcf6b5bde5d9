"""Print each model against the one before it.

    python table.py data/judgements.csv
"""

import argparse

import compare
import judgements


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("--seed", type=int, default=0)
    given = arguments.parse_args()
    made = judgements.read(given.file)
    models = sorted({model for each in made for model in (each.first, each.second)})
    for other, one in zip(models, models[1:]):
        found = compare.compare(made, one, other, given.seed)
        if found:
            print(f"{one} against {other}: {found.rate:.3f}, from {found.low:.3f} to {found.high:.3f}, {found.prompts} prompts")


if __name__ == "__main__":
    main()
