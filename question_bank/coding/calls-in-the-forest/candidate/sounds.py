"""What a model has heard in a recording."""

import csv
from dataclasses import dataclass


@dataclass(frozen=True)
class Sound:
    id: str
    kind: str
    start: int
    end: int
    """Milliseconds; the end is not included, and is never before the start."""


def read(path):
    """All sounds, in the order in which they were marked."""
    with open(path, newline="", encoding="utf-8") as file:
        return [Sound(row["id"], row["kind"], int(row["start"]), int(row["end"])) for row in csv.DictReader(file)]
