"""Rides of rented scooters: what the range model looks at."""

from pathlib import Path

import pandas as pd

INPUTS = ["minutes", "km", "charge", "battery_c"]


def load(path):
    """One row a ride. Rides that the lock did not end by itself are left out."""
    rides = pd.read_csv(path, dtype={"week": "str"})
    rides = rides[rides["ended"] == "lock"]
    return rides.dropna(subset=INPUTS).reset_index(drop=True)


def training(folder):
    """The rides that the model was trained on."""
    return load(Path(folder) / "training.csv")


def weeks(folder):
    """Name and rides of each week since the release, in order."""
    rides = load(Path(folder) / "since.csv")
    return [(week, some.reset_index(drop=True)) for week, some in rides.groupby("week", sort=True)]
