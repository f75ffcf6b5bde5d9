"""Runs: what was asked, and whether the answer was right."""

import csv
from pathlib import Path

RIGHT = {"yes": True, "no": False, "": None}


def read(path):
    """A run as a list of (id, attempt, right), in the order of its lines; `right` is None where no answer came."""
    with open(path, newline="", encoding="utf-8") as file:
        return [(row["id"], int(row["attempt"]), RIGHT[row["right"]]) for row in csv.DictReader(file)]


def renamed(path):
    """What was renamed between two runs, as a list of (old id, new id), in the order in which it was done."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(" ")) for line in lines]
