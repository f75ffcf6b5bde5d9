"""What the meters of a heating works have told."""

import csv
from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    told: int
    """Hour of the month at which it came; it may lie after the end of the month."""
    hour: int
    """Hour of the month that it is about; never later than `told`."""
    value: float | None
    """Megawatts; None withdraws what was told of this hour."""


def read(path):
    """All readings, in the order in which they were told."""
    with open(path, newline="", encoding="utf-8") as file:
        return [
            Reading(int(row["told"]), int(row["hour"]), float(row["value"]) if row["value"] else None)
            for row in csv.DictReader(file)
        ]
