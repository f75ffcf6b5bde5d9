"""Deliveries, and what the model had promised for them."""

import csv
from dataclasses import dataclass


@dataclass(frozen=True)
class Delivery:
    id: str
    depot: str
    promised: int
    """Minutes from order to door, as promised; a whole number, like all times here."""
    low: int
    high: int
    """The model expects eight of ten deliveries between low and high, both included."""
    taken: int
    """Minutes that it took in the end."""

    @property
    def error(self):
        """Minutes late; below zero if early."""
        return self.taken - self.promised

    @property
    def inside(self):
        return self.low <= self.taken <= self.high


def read(path):
    """All deliveries of one file."""
    with open(path, newline="", encoding="utf-8") as file:
        return [
            Delivery(
                id=row["id"],
                depot=row["depot"],
                promised=int(row["promised"]),
                low=int(row["low"]),
                high=int(row["high"]),
                taken=int(row["taken"]),
            )
            for row in csv.DictReader(file)
        ]
