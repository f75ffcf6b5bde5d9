"""Do loud frames and touches go together? To be looked at before a model is trained on them.

python look.py data
"""

import sys
from typing import NamedTuple

import numpy as np

from frames import loudness
from labels import touched
from recordings import read, touches

LOUD = 1000


class Table(NamedTuple):
    """One entry a frame, piece after piece."""

    loudness: np.ndarray
    touched: np.ndarray


def table(pieces, found):
    """What the model is trained on."""
    heard = [loudness(piece) for piece in pieces]
    labels = [touched(piece, len(one), found) for piece, one in zip(pieces, heard, strict=True)]
    return Table(np.concatenate(heard), np.concatenate(labels))


def shares(frames, loud=LOUD):
    """The share of loud frames: of those that touched, of the others."""
    return tuple(float((frames.loudness[part] > loud).mean()) for part in (frames.touched, ~frames.touched))


def main():
    folder = sys.argv[1]
    frames = table(read(folder), touches(folder))
    print(f"{len(frames.touched)} frames, {frames.touched.sum()} of them touched")
    with_touch, without = shares(frames)
    print(f"loud: {with_touch:.2%} of those that touched, {without:.2%} of the others")


if __name__ == "__main__":
    main()
