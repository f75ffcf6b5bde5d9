"""The yard's book of kiln loads."""

import csv
from dataclasses import dataclass

import numpy as np

COLUMNS = ("thickness_mm", "density", "moisture_in", "moisture_out", "temperature")


@dataclass(frozen=True)
class Loads:
    table: np.ndarray
    """One row a load, one column for each of COLUMNS."""
    days: np.ndarray
    """Days in the kiln until the load was dry, one for each load."""


def load(path):
    """The loads of a book, in the order in which they were written down."""
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    table = np.array([[float(row[name]) for name in COLUMNS] for row in rows])
    return Loads(table, np.array([float(row["days"]) for row in rows]))
