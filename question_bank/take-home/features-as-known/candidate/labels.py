"""Which machines failed after an evening, as far as that can be known on a day."""

import pandas as pd


def known(
    failures: pd.DataFrame, evenings: pd.DataFrame, horizon_days: int, delay_days: int, today: pd.Timestamp
) -> pd.Series:
    """1.0 if the machine failed within the horizon, 0.0 if not, NaN if `today` is too early to tell.

    Index: the column `evening`, in the order of `evenings`.
    """
    raise NotImplementedError("labels.known")


def split(
    evenings: pd.DataFrame, test_from: pd.Timestamp, horizon_days: int, delay_days: int
) -> tuple[pd.Series, pd.Series]:
    """Two columns of True and False with the index of `known`: for training, and for the test."""
    raise NotImplementedError("labels.split")
