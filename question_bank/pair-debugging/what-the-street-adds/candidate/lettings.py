"""Flats that were let: what is known of them, and for how much a month."""

from pathlib import Path

import pandas as pd

COLUMNS = ["let_on", "street", "area_m2", "floor", "built", "lift", "balcony", "rent"]


def read(folder):
    """One row for each letting, oldest first. Rents below 2 a square metre are favours among relatives and left out."""
    flats = pd.read_csv(Path(folder) / "lettings.csv", dtype={"street": "str"}, parse_dates=["let_on"])
    flats = flats[flats["rent"] / flats["area_m2"] >= 2]
    return flats[COLUMNS].sort_values("let_on", kind="stable", ignore_index=True)


def parted(flats, first_new):
    """(past, new): the model learns from lettings before a date and is judged by those from that date on."""
    later = flats["let_on"] >= pd.Timestamp(first_new)
    return flats[~later].reset_index(drop=True), flats[later].reset_index(drop=True)
