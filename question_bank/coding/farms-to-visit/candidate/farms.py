"""The farms of a region."""

import csv
from dataclasses import dataclass


@dataclass(frozen=True)
class Farm:
    id: str
    hectares: float


def read(path):
    """All registered farms."""
    with open(path, newline="", encoding="utf-8") as file:
        return [Farm(row["id"], float(row["hectares"])) for row in csv.DictReader(file)]
