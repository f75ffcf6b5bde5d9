"""The hospital's movements: one leg is a patient's time on one ward."""

import csv
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Leg:
    patient: str  # the number on the wristband
    ward: str
    arrived: datetime
    left: datetime
    went: str  # "home", "ward" (to another ward of this hospital) or "died"


def read(path):
    """All legs of a file, in the order of its lines; the label printer may leave blanks around a number."""
    with open(path, newline="") as lines:
        return [
            Leg(
                row["patient"].strip(),
                row["ward"],
                datetime.fromisoformat(row["arrived"]),
                datetime.fromisoformat(row["left"]),
                row["went"],
            )
            for row in csv.DictReader(lines)
        ]
