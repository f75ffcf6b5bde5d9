"""The log of letters: to whom, which subject lines were at hand, which was sent, and whether the letter was opened."""

import csv
from typing import NamedTuple


class Letter(NamedTuple):
    group: str  # of the reader
    lines: tuple  # subject lines at hand, as the desk had ordered them that day
    chances: tuple  # of each of them to be sent, in the same order
    sent: str
    opened: bool


def read(path):
    """All letters. Lines and chances stand in one cell each, with | between them."""
    letters = []
    with open(path, newline="") as rows:
        for row in csv.DictReader(rows):
            lines = tuple(row["lines"].split("|"))
            chances = tuple(float(chance) for chance in row["chances"].split("|"))
            letters.append(Letter(row["group"], lines, chances, row["sent"], row["opened"] == "1"))
    return letters
