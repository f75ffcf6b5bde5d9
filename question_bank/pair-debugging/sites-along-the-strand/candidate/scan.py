"""Score stretches of a strand and lay the scores beside those of the laboratory.

    python scan.py data
"""

import argparse
import json
from pathlib import Path

import numpy as np

from reader import score
from weights import load


def scores(reader, stretches):
    """One score for each stretch, a dictionary with `bases` and `start`."""
    return np.array([score(reader, stretch["bases"], stretch["start"]) for stretch in stretches])


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    stretches = json.loads((folder / "stretches.json").read_text())
    for name in ("earlier", "latest"):
        reader = load(folder / f"{name}.npz")
        laboratory = np.array([stretch[name] for stretch in stretches])
        ours = scores(reader, stretches)
        moved = scores(reader, [stretch | {"start": stretch["start"] + 1000} for stretch in stretches])
        shared = set(np.argsort(-laboratory)[:10]) & set(np.argsort(-ours)[:10])
        print(f"the {name} reader of the laboratory")
        print("  stretch   start  bases  laboratory  service  service, begun 1000 later")
        for row in range(4):
            bases, start = len(stretches[row]["bases"]), stretches[row]["start"]
            print(f"  {row:7}  {start:6}  {bases:5}  {laboratory[row]:10.3f}  {ours[row]:7.3f}  {moved[row]:7.3f}")
        print(f"  laboratory and service at most {np.abs(laboratory - ours).max():.3f} apart")
        print(f"  of the ten that the laboratory scores highest, {len(shared)} are among our ten")


if __name__ == "__main__":
    main()
