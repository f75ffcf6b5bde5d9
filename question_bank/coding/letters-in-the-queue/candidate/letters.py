"""The letters of a morning."""

import csv
from dataclasses import dataclass


@dataclass(frozen=True)
class Letter:
    id: str
    at: int
    """Milliseconds after opening at which it was scanned."""
    tokens: int
    """What sorting it needs at most."""
    used: int
    """What it did need, as the provider counted it."""


def read(path):
    """All letters, in the order in which they were scanned."""
    with open(path, newline="", encoding="utf-8") as file:
        return [Letter(row["id"], int(row["at"]), int(row["tokens"]), int(row["used"])) for row in csv.DictReader(file)]
