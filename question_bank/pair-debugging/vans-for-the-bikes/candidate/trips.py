"""Bikes taken from the stations of a town."""

from pathlib import Path

import pandas as pd

# Rounds of the vans, on working days. They start on the hour or at half past.
ROUNDS = ["06:30", "07:30", "15:30"]
AHEAD = pd.Timedelta(hours=2)


def read(folder):
    """One row for each bike taken: station, left."""
    return pd.read_csv(Path(folder) / "trips.csv", parse_dates=["left"])


def sent(folder):
    """What the service sent to the vans at the start of each round: station, moment, forecast."""
    return pd.read_csv(Path(folder) / "sent.csv", parse_dates=["moment"])


def rounds(trips):
    """One row for each station and round of the period: station, moment."""
    days = pd.date_range(trips["left"].min().normalize(), trips["left"].max().normalize(), freq="B")
    moments = [day + pd.Timedelta(f"{start}:00") for day in days for start in ROUNDS]
    pairs = [(station, moment) for station in sorted(trips["station"].unique()) for moment in moments]
    return pd.DataFrame(pairs, columns=["station", "moment"])


def taken_after(trips, asked):
    """Bikes taken in the two hours from each moment on."""
    left = {station: part.sort_values() for station, part in trips.groupby("station")["left"]}
    pairs = zip(asked["station"], asked["moment"], strict=True)
    return [int(left[station].searchsorted(moment + AHEAD) - left[station].searchsorted(moment)) for station, moment in pairs]
