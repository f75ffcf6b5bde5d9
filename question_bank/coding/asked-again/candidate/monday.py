"""Print what has changed between the two runs in a folder.

    python monday.py data
"""

import argparse
from pathlib import Path

import compare
import runs


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder
    found = compare.compare(
        runs.read(folder / "before.csv"), runs.read(folder / "after.csv"), runs.renamed(folder / "renamed.txt")
    )
    for (one, other), number in sorted(found.table.items()):
        print(f"{one:>6} -> {other:<6} {number:>4}")
    for name in ("better", "worse", "unsure", "silent", "gone", "added"):
        ids = getattr(found, name)
        print(f"{name:<7} {len(ids):>4}  {' '.join(ids[:6])}")
    if found.shares:
        print(f"right before {found.shares[0]:.1%}, after {found.shares[1]:.1%}")


if __name__ == "__main__":
    main()
