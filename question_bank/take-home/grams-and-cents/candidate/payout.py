"""A month of milk -> what each farm is paid, and what nobody can be paid for yet. The rules stand in README.md."""

import pandas as pd


def shares(pickups: pd.DataFrame, weighings: pd.DataFrame) -> pd.Series:
    """Whole grams of each pickup; NaN where its tour was not weighed. Index: `pickup`, in the order of `pickups`."""
    raise NotImplementedError("shares")


def owners(pickups: pd.DataFrame, tanks: pd.DataFrame) -> pd.Series:
    """Farm to which the tank belonged at the time of each pickup; NaN if to none. Index: `pickup`, in the order of `pickups`."""
    raise NotImplementedError("owners")


def statement(
    pickups: pd.DataFrame, weighings: pd.DataFrame, tanks: pd.DataFrame, contracts: pd.DataFrame, prices: pd.DataFrame
) -> pd.DataFrame:
    """farm, grams, cents; one row for each farm with a pickup that can be paid, sorted by farm."""
    raise NotImplementedError("statement")


def open_items(
    pickups: pd.DataFrame, weighings: pd.DataFrame, tanks: pd.DataFrame, contracts: pd.DataFrame, prices: pd.DataFrame
) -> pd.DataFrame:
    """pickup, grams, reason; one row for each pickup that cannot be paid, sorted by pickup."""
    raise NotImplementedError("open_items")
