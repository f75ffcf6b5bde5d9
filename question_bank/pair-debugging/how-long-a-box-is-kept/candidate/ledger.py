"""The ledger of the farm's vegetable boxes: who has had one, from when to when."""

import csv
from datetime import date
from typing import NamedTuple


class Spell(NamedTuple):
    household: int
    size: str  # of the box
    first: date  # of its first box
    seen: date  # from when on it is in the ledger
    until: date  # the first delivery without a box, or the day of the list
    stopped: bool


def read(path):
    """All spells. Who comes back after having stopped begins anew."""
    spells = []
    with open(path, newline="") as rows:
        for row in csv.DictReader(rows):
            days = [date.fromisoformat(row[name]) for name in ("first", "seen", "until")]
            spells.append(Spell(int(row["household"]), row["size"], *days, row["end"] == "stopped"))
    return spells
