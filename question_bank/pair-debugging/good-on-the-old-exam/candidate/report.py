"""How often is the assistant right on questions that it has not met in training?

    python report.py data
"""

import argparse
import json
from pathlib import Path

import numpy as np

import overlap
from texts import documents


def control(folder, count=40, least=12, seed=0):
    """Share of passages, cut at random from the texts themselves, that are found in them. Below 1, the search is not to be used."""
    long = [line for _, lines in documents(folder) for line in lines if len(line.split()) >= least]
    picked = np.random.default_rng(seed).choice(len(long), count, replace=False)
    passages = {str(place): long[place].upper() for place in picked.tolist()}
    return len(overlap.seen(passages, documents(folder))) / count


def right(items):
    """Share answered rightly, and twice its standard error."""
    share = np.mean([item["right"] for item in items])
    return share, 2 * np.sqrt(share * (1 - share) / len(items))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    exam = json.loads((folder / "exam.json").read_text(encoding="utf-8"))
    found = overlap.seen({item["id"]: item["question"] for item in exam}, documents(folder / "texts"))
    parts = {
        "all": exam,
        "seen in training": [item for item in exam if item["id"] in found],
        "not seen": [item for item in exam if item["id"] not in found],
    }
    print(f"control: {control(folder / 'texts'):.0%} of passages cut from the texts are found in them\n")
    for name, items in parts.items():
        share, margin = right(items)
        print(f"{name:18}{len(items):>5} questions{100 * share:>7.0f} % right, ±{100 * margin:.0f}")


if __name__ == "__main__":
    main()
