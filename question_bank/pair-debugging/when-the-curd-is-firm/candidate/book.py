"""What a dairy has written down of its vats. A book does not leave the dairy."""

import csv
from typing import NamedTuple

import numpy as np

NAMES = ("fat", "protein", "warmth", "acid", "rennet", "age")


class Book(NamedTuple):
    """One entry a vat. Measurements are as agreed: 0 is usual, 1 is a usual distance from it."""

    measured: np.ndarray  # (vat, measurement)
    minutes: np.ndarray  # until the curd could be cut
    held: np.ndarray  # held back, to try the model on


def read(path):
    """The book of a dairy. Dairies need not keep theirs alike, but measurements have one name each."""
    with open(path, newline="") as rows:
        vats = list(csv.DictReader(rows))
    measured = np.array([[float(vat[name]) for name in NAMES] for vat in vats])
    minutes = np.array([float(vat["minutes"]) for vat in vats])
    return Book(measured, minutes, np.array([vat["held"] == "yes" for vat in vats]))
