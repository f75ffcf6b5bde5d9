"""Bouquets sold, as the tills of the stalls export them."""

from pathlib import Path

import pandas as pd


def sales(folder):
    """One row for each stall and day on which it was open: stall, day, sold. One file for each stall."""
    parts = [
        pd.read_csv(path, parse_dates=["day"]).assign(stall=path.stem) for path in sorted((Path(folder) / "sales").glob("*.csv"))
    ]
    rows = pd.concat(parts, ignore_index=True)
    if rows.duplicated(["stall", "day"]).any():
        raise ValueError("a stall has two rows for one day")
    return rows[["stall", "day", "sold"]]


def with_tomorrow(rows, day):
    """The same rows and one for each stall on `day`, for which nothing is known yet."""
    stalls = sorted(rows["stall"].unique())
    return pd.concat([rows.astype({"sold": float}), pd.DataFrame({"stall": stalls, "day": day, "sold": float("nan")})], ignore_index=True)
