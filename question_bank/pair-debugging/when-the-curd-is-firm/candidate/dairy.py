"""What is done at a dairy: some steps with the vats of its book, and a trial on those held back."""

from typing import NamedTuple

import numpy as np

RATE = 0.1


class Model(NamedTuple):
    slopes: np.ndarray  # minutes for one unit of each measurement
    base: float

    def told(self, measured):
        return measured @ self.slopes + self.base


def train(model, book, steps):
    """The model after some steps, each with all vats that are not held back, and how many vats that were."""
    measured, minutes = book.measured[~book.held], book.minutes[~book.held]
    slopes, base = model.slopes.copy(), model.base
    for _ in range(steps):
        off = Model(slopes, base).told(measured) - minutes
        slopes -= RATE * (off @ measured) / len(off)
        base -= RATE * off.mean()
    return Model(slopes, base), len(minutes)


def squares(model, book):
    """Sum of squares of what the model is off for the vats held back, and how many these are."""
    off = model.told(book.measured[book.held]) - book.minutes[book.held]
    return float((off**2).sum()), len(off)
