"""Change test pictures as in training, and see whether the boxes fit what is painted.

    python fit.py data
"""

import sys

import numpy as np

import pictures
from change import changed, drawn

SIZE = (128, 128)


def painted_at(picture, name):
    """(x0, y0, x1, y1) of what is painted in this number; all nan where nothing is."""
    rows, columns = np.nonzero(picture == name)
    if not len(rows):
        return np.full(4, np.nan)
    return np.array([columns.min(), rows.min(), columns.max() + 1, rows.max() + 1])


def fits(picture, boxes, names, slack=0.51):
    """For each box whether all its edges are where the paint begins. A pixel is painted whole: half a one is slack."""
    seen = np.array([painted_at(picture, name) for name in names]).reshape(-1, 4)
    return (np.abs(seen - boxes) <= slack).all(axis=1)


def main():
    rng, after = np.random.default_rng(7), []
    drawings = pictures.load(sys.argv[1])
    before = np.concatenate([fits(*drawing) for drawing in drawings])
    for picture, boxes, names in drawings:
        after.extend(fits(*changed(picture, boxes, names, drawn(rng), SIZE)))
    print(f"{len(drawings)} pictures")
    print(f"before the change {before.sum():5} of {len(before):4} boxes fit")
    print(f"after it          {sum(after):5} of {len(after):4} boxes fit")


if __name__ == "__main__":
    main()
