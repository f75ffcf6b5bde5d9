"""The calls of a week, as our own log has them."""

import csv
from dataclasses import dataclass


@dataclass(frozen=True)
class Call:
    id: str
    desk: str
    at: int
    """Milliseconds since Monday began."""
    prefix: str
    """The text that the call begins with and shares with others, by its name; empty if there is none."""
    prefix_tokens: int
    fresh: int
    """Tokens after the prefix."""
    out: int
    """Tokens of the answer."""


def read(path):
    """All lines of the log, in their order."""
    with open(path, newline="", encoding="utf-8") as file:
        return [
            Call(row["id"], row["desk"], int(row["at"]), row["prefix"], *(int(row[x]) for x in ("prefix_tokens", "fresh", "out")))
            for row in csv.DictReader(file)
        ]
