"""Print what was asked most, and how much is kept for it.

    python week.py data/asked.csv --size 60
"""

import argparse

import asked
from counts import Counts


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("--size", type=int, default=60)
    given = arguments.parse_args()
    counts = Counts(given.size)
    for _, question in asked.read(given.file):
        counts.add(question)
    print(f"asked {counts.total} times, {len(counts.kept)} questions kept")
    for question in counts.often(0.02)[:8]:
        low, high = counts.bounds(question)
        print(f"{low:>6} to {high:<6} {question}")


if __name__ == "__main__":
    main()
