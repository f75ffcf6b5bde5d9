"""Pack texts, and print how much of the rows is used.

    python look.py data/texts.jsonl --length 64
"""

import argparse

import numpy as np
import packing
import texts


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("--length", type=int, default=64)
    given = arguments.parse_args()
    read = texts.read(given.file)
    rows = packing.pack(read, given.length)
    used = np.count_nonzero(rows.text != packing.NOTHING)
    expected = np.count_nonzero(packing.targets(rows) != packing.NOTHING)
    print(f"{len(read)} texts with {sum(map(len, read))} tokens; {len(rows.tokens)} rows, {used / rows.tokens.size:.0%} used")
    print(f"{expected} places have a token to expect")


if __name__ == "__main__":
    main()
