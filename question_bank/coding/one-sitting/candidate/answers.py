"""What the phones send: exercises that somebody has answered."""

import csv
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    id: str
    learner: str
    at: int
    """When it was given, in whole seconds since the start of the year."""
    points: int


def read(path):
    """All answers of a file, in the order in which they arrived."""
    with open(path, newline="", encoding="utf-8") as file:
        return [Answer(row["id"], row["learner"], int(row["at"]), int(row["points"])) for row in csv.DictReader(file)]
