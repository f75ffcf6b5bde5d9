"""Score the teeth of an archive for the dentists' screen.

    python clinic.py data
"""

import argparse
import csv
from pathlib import Path

import numpy as np

from network import at_rest
from train import load, share_right


def read(path):
    """Numbers of the teeth, their measures, and whether dentists looked at them again."""
    with open(path, newline="") as file:
        rows = list(csv.reader(file))[1:]
    return [row[0] for row in rows], [[float(cell) for cell in row[1:-1]] for row in rows], [row[-1] == "yes" for row in rows]


def batches(teeth, size):
    """Lists of up to `size` rows, as soon as they have come in."""
    batch = []
    for tooth in teeth:
        batch.append(tooth)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def chances(network, teeth, size=16):
    """The chance of each tooth, in the order of the teeth, batch by batch as they come in from the archive."""
    with at_rest(network):
        return (chance for batch in batches(teeth, size) for chance in network.forward(np.array(batch)).tolist())


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    network = load(folder / "network.npz")
    names, teeth, again = read(folder / "teeth.csv")
    print(f"{len(teeth)} teeth; as the trainers score them: like the dentists {share_right(network, np.array(teeth), again):.1%}")
    first, second = (np.array(list(chances(network, teeth))) for _ in range(2))
    for name, found in (("first", first), ("second", second)):
        print(f"screen, {name:6} time: like the dentists {np.mean((found > 0.5) == again):.1%}")
    print(f"on the screen once and not the other time: {np.sum((first > 0.5) != (second > 0.5))} teeth")
    for row in np.argsort(-np.abs(first - second))[:5]:
        print(f"  tooth {names[row]}: {first[row]:.2f}, then {second[row]:.2f}")


if __name__ == "__main__":
    main()
