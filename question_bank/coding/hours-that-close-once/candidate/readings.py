"""What the gauges along the river send."""

import csv
from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    id: str
    gauge: str
    at: int
    """When it was measured, in whole seconds since the start of the year."""
    level: int
    """Centimetres."""


def read(path):
    """All readings of a file, in the order in which they arrived."""
    with open(path, newline="", encoding="utf-8") as file:
        return [
            Reading(row["id"], row["gauge"], int(row["at"]), int(row["level"])) for row in csv.DictReader(file)
        ]
