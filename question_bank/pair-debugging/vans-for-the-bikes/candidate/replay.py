"""What the model would have told the vans in past weeks, and what the service did tell them.

    python replay.py data --from 2026-04-20
"""

import argparse

import numpy as np
import pandas as pd

import trips as bikes
from demand import Demand
from recent import with_recent


def fitted(trips, first):
    """The model, from all rounds before the day `first`."""
    asked = bikes.rounds(trips)
    rows = with_recent(trips, asked[asked["moment"] < first])
    return Demand(rows, bikes.taken_after(trips, rows))


def replayed(trips, first):
    """All rounds from the day `first` on: station, moment, what is recent, forecast, taken."""
    asked = bikes.rounds(trips)
    rows = with_recent(trips, asked[asked["moment"] >= first])
    return rows.assign(forecast=fitted(trips, first).forecast(rows), taken=bikes.taken_after(trips, rows))


def now(model, trips, moment):
    """What the service sends at the start of a round, {station: bikes}. trips: all that have come in until then."""
    asked = pd.DataFrame({"station": sorted(trips["station"].unique()), "moment": moment})
    rows = with_recent(trips, asked)
    return dict(zip(rows["station"], model.forecast(rows).tolist(), strict=True))


def off_by(forecast, taken):
    """By how much forecasts are off, in percent of what was taken."""
    forecast, taken = np.asarray(forecast, float), np.asarray(taken, float)
    return 100 * np.abs(forecast - taken).sum() / taken.sum()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--from", required=True, dest="first")
    chosen = arguments.parse_args()

    trips, first = bikes.read(chosen.folder), pd.Timestamp(chosen.first)
    rows, sent = replayed(trips, first), bikes.sent(chosen.folder)
    print(f"{len(rows)} forecasts from {chosen.first} on, off by")
    for name, table in {"replayed": rows, "sent by the service": sent}.items():
        print(f"{name:<20} {off_by(table['forecast'], bikes.taken_after(trips, table)):>5.1f} % of what was taken")


if __name__ == "__main__":
    main()
