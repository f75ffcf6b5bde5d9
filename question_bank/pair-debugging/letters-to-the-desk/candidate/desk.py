"""Sort the letters of a morning: which of them cannot wait?

    python desk.py data
"""

import argparse
from pathlib import Path

import numpy as np

from letters import load, numbered, side_by_side
from network import Network


def scores(network, letters, size=16):
    """The chance of each letter, in the order in which they came in, a batch at a time."""
    parts = [network.chances(*side_by_side(letters[at : at + size])) for at in range(0, len(letters), size)]
    return np.concatenate(parts)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    known, post = load(folder / "letters.json")
    with np.load(folder / "network.npz") as file:
        network = Network(dict(file))
    letters, urgent = [numbered(letter["text"], known) for letter in post], np.array([letter["urgent"] for letter in post])
    together = scores(network, letters)
    alone = np.concatenate([scores(network, [letter]) for letter in letters])
    short = np.array([len(letter) for letter in letters]) <= 12
    for name, found in (("in the morning's batches", together), ("each letter alone", alone)):
        right = (found > 0.5) == urgent
        print(f"{name:24}  like the desk {right.mean():.1%}; letters of up to 12 words {right[short].mean():.1%}")
    print("letter  words  in its batch  alone")
    for row in np.argsort(-np.abs(together - alone))[:6]:
        print(f"{row:6}  {len(letters[row]):5}  {together[row]:12.0%}  {alone[row]:5.0%}")


if __name__ == "__main__":
    main()
