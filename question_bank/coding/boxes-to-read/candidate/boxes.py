"""Boxes of an archive, each with the scans of old newspapers."""

import csv
from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    id: str
    pages: int


def read(path):
    """All boxes of a file, in its order. An id occurs once."""
    with open(path, newline="", encoding="utf-8") as file:
        return [Box(row["id"], int(row["pages"])) for row in csv.DictReader(file)]
