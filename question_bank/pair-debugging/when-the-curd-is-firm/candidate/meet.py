"""One model for all dairies. At each meeting their models are put together; books stay at home.

python meet.py data
"""

import sys
from pathlib import Path

import numpy as np

from book import NAMES, read
from dairy import Model, squares, train

MEETINGS = 60


def together(models, counts):
    """One model of several: each counts by its vats."""
    shares = np.array(counts) / sum(counts)
    slopes = sum(share * model.slopes for share, model in zip(shares, models, strict=True))
    return Model(slopes, float(sum(share * model.base for share, model in zip(shares, models, strict=True))))


def run(books, meetings=MEETINGS, steps=1):
    """The model after some meetings, with some steps at each dairy before each of them."""
    model = Model(np.zeros(len(NAMES)), 0.0)
    for _ in range(meetings):
        trained = [train(model, book, steps) for book in books]
        model = together([one for one, _ in trained], [count for _, count in trained])
    return model


def error(model, books):
    """By how many minutes the model is off, root mean square over all vats held back."""
    sums, counts = zip(*(squares(model, book) for book in books), strict=True)
    return (sum(sums) / sum(counts)) ** 0.5


def main():
    books = [read(path) for path in sorted(Path(sys.argv[1]).glob("*.csv"))]
    model = run(books)
    print(f"{len(books)} dairies, {MEETINGS} meetings: {error(model, books):.3f} minutes off")
    for name, slope in zip(NAMES, model.slopes, strict=True):
        print(f"  {name:8}{slope:8.3f} minutes")
    print(f"  usual   {model.base:8.3f} minutes")


if __name__ == "__main__":
    main()
