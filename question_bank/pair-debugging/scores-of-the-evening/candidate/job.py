"""The evening's job of a parcel depot: how likely is each parcel to miss its slot tomorrow?"""

import json
import math
from pathlib import Path

from sender import deliver

BATCH = 40


class Checkpoint:
    """How far the evening has got, on disk, so that a job that is started again goes on from there."""

    def __init__(self, path):
        self.path = Path(path)

    def done(self, evening):
        """Parcels of this evening that the table has confirmed."""
        if not self.path.exists():
            return 0
        kept = json.loads(self.path.read_text())
        return kept["done"] if kept["evening"] == evening else 0

    def save(self, evening, done):
        # A file that is half written must never be read, so it is put in place whole.
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps({"evening": evening, "done": done}))
        fresh.replace(self.path)


def risk(parcel):
    """Chance of missing the slot, by the model of spring."""
    effort = -2.6 + 0.9 * parcel["failed_before"] + 0.06 * parcel["km"] + (0.7 if parcel["before_noon"] else 0.0)
    return round(1 / (1 + math.exp(-effort)), 4)


def scored(evening, parcels, clock):
    """One row for each parcel, as the table keeps it."""
    return [{"evening": evening, "parcel": parcel["id"], "risk": risk(parcel), "scored": clock()} for parcel in parcels]


def run(evening, parcels, store, checkpoint, clock):
    """Score the parcels and deliver the rows, batch by batch. May be stopped anywhere and started again."""
    done = checkpoint.done(evening)
    while done < len(parcels):
        part = parcels[done : done + BATCH]
        deliver(store, scored(evening, part, clock), clock)
        done += len(part)
        checkpoint.save(evening, done)
