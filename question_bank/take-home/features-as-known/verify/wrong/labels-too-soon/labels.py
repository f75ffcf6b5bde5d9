# hiretool-canary-653984cf-89c0-4752-a773-6d52ca09e676
"""Which machines failed after an evening, as far as that can be known on a day."""

import pandas as pd


def known(
    failures: pd.DataFrame, evenings: pd.DataFrame, horizon_days: int, delay_days: int, today: pd.Timestamp
) -> pd.Series:
    """1.0 if the machine failed within the horizon, 0.0 if not, NaN if `today` is too early to tell.

    Index: the column `evening`, in the order of `evenings`.
    """
    failures = failures[failures["reported_at"] <= today]
    pairs = evenings.merge(failures, on="machine")
    after = pairs["failed_at"] - pairs["decided_at"]
    hits = pairs.loc[(after > pd.Timedelta(0)) & (after <= pd.Timedelta(days=horizon_days)), "evening"]
    return pd.Series(evenings["evening"].isin(hits).astype(float).to_numpy(), index=pd.Index(evenings["evening"], name="evening"))


def split(
    evenings: pd.DataFrame, test_from: pd.Timestamp, horizon_days: int, delay_days: int
) -> tuple[pd.Series, pd.Series]:
    """Two columns of True and False with the index of `known`: for training, and for the test."""
    index = pd.Index(evenings["evening"], name="evening")
    train = pd.Series((evenings["decided_at"] < test_from).to_numpy(), index=index)
    return train, pd.Series((evenings["decided_at"] >= test_from).to_numpy(), index=index)
