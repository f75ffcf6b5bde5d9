"""Records of water drawn in the gardens, as they come in from the taps."""

import csv
from datetime import datetime
from typing import NamedTuple


class Record(NamedTuple):
    number: str
    garden: str
    litres: int
    at: datetime  # when the water was drawn
    came: datetime  # when the record came in


def read(path):
    """All records, in the order of the file."""
    with open(path, newline="") as lines:
        return [
            Record(
                row["number"],
                row["garden"],
                int(row["litres"]),
                datetime.fromisoformat(row["at"]),
                datetime.fromisoformat(row["came"]),
            )
            for row in csv.DictReader(lines)
        ]


def current(records):
    """The records that count."""
    found = {}
    for record in sorted(records, key=lambda record: record.came):
        found[record.number] = record
    return list(found.values())
