"""Bookings of mountain huts, one row each, with what became of them."""

from pathlib import Path

import numpy as np
import pandas as pd

TRAITS = ["days_ahead", "guests", "nights", "weekend", "climb_m", "deposit"]


def load(folder, name):
    """Columns: winter, TRAITS, price (EUR for the whole booking), cancelled (0 or 1)."""
    rows = pd.read_csv(Path(folder) / f"{name}.csv")
    if rows.isna().any(axis=None):
        raise ValueError(f"{name}.csv has gaps")
    return rows


def balanced(rows, seed):
    """All cancelled bookings of each winter, and as many of the others, drawn by lot.

    About one booking in fifteen is cancelled. A classifier that sees them all learns to say that nobody cancels.
    """
    rng = np.random.default_rng(seed)
    kept = []
    for _, winter in rows.groupby("winter"):
        cancelled = winter[winter["cancelled"] == 1]
        others = winter[winter["cancelled"] == 0]
        kept += [cancelled, others.iloc[rng.permutation(len(others))[: len(cancelled)]]]
    return pd.concat(kept)
