"""Scores of a past day, made again from the records of today, beside those that were written down on the day.

    python compare.py data --day 2026-03-01
"""

import argparse
from pathlib import Path

import pandas as pd

import features
import records
import score

LETTERS = 25


def again(folder, day):
    """Scores by customer for a past day."""
    return score.scores(features.table(records.load(folder), day))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--day", required=True)
    chosen = arguments.parse_args()

    written = pd.read_csv(chosen.folder / "written.csv", dtype={"customer": "str"}).set_index("customer")["score"]
    now = again(chosen.folder, chosen.day)
    both = pd.DataFrame({"written": written, "now": now})
    differ = (both["written"] - both["now"]).abs() > 0.0005
    kept = set(written.nlargest(LETTERS).index) & set(now.nlargest(LETTERS).index)
    print(both[differ].head(8).round(3).to_string())
    print(f"\n{len(both)} customers, {differ.sum()} with another score than was written on {chosen.day}")
    print(f"of the {LETTERS} who got a letter then, {len(kept)} would get one now")


if __name__ == "__main__":
    main()
