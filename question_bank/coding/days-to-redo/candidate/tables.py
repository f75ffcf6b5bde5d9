"""The tables of the baths, and what each day of them is made from."""

import json
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Table:
    name: str
    minutes: int
    """What making one day takes; 1 or more."""
    needs: dict = field(default_factory=dict)
    """Name -> (nearest, farthest): how many days back the days lie that one day needs, from 0 up."""
    most: int | None = None
    """How many days of it may be made at the same time; None for any number."""


def read(path):
    """All tables of a file."""
    made = []
    for one in json.loads(Path(path).read_text(encoding="utf-8")):
        needs = {name: tuple(window) for name, window in one["needs"].items()}
        made.append(Table(one["name"], one["minutes"], needs, one["most"]))
    return made
