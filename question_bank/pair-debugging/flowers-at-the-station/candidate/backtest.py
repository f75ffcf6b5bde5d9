"""What would have been ordered on past days, and how far off it would have been.

    python backtest.py data --from 2026-03-02 --show 2026-03-19
"""

import argparse

import numpy as np
import pandas as pd

import demand
import stalls
from history import with_history


def replay(rows, first):
    """Forecasts from the day `first` on, one row for each stall and day, by weights from the days before."""
    known = with_history(rows)
    weights = demand.fit(known[known["day"] < first])
    later = known[known["day"] >= first].dropna(subset=["recent"])
    return later.assign(forecast=demand.forecast(weights, later))


def tomorrow(rows, first, day):
    """What the evening job orders for `day`, {stall: bouquets}, by the same weights."""
    weights = demand.fit(with_history(rows[rows["day"] < first]))
    known = with_history(stalls.with_tomorrow(rows, day))
    due = known[known["day"] == day]
    return dict(zip(due["stall"], demand.forecast(weights, due), strict=True))


def usual(rows, day):
    """Mean sold on the same day of the four weeks before, by stall."""
    past = rows[rows["day"].isin([day - pd.Timedelta(weeks=back) for back in (1, 2, 3, 4)])]
    return past.groupby("stall")["sold"].mean()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--from", required=True, dest="first")
    arguments.add_argument("--show", required=True)
    chosen = arguments.parse_args()
    first, shown = pd.Timestamp(chosen.first), pd.Timestamp(chosen.show)

    rows = stalls.sales(chosen.folder)
    later = replay(rows, first)
    off = np.abs(later["forecast"] - later["sold"])
    print(f"{len(later)} forecasts from {chosen.first} on, off by {off.mean():.1f} bouquets in the mean, {off.sum() / later['sold'].sum():.0%} of what was sold\n")
    day = later[later["day"] == shown].set_index("stall")[["forecast", "sold"]]
    day.insert(0, "usual", usual(rows, shown))
    print(f"{chosen.show}\n{day.round().astype('Int64').to_string()}")


if __name__ == "__main__":
    main()
