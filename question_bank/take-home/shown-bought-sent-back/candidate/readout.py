"""What was shown, bought and sent back -> what the test says on a day. The rules stand in README.md."""

import pandas as pd


def people(exposures: pd.DataFrame, plan: dict, today: pd.Timestamp) -> pd.DataFrame:
    """arm, platform and first_at of each person in the test, as known on `today`. Index: `person`, sorted."""
    raise NotImplementedError("people")


def balance(people: pd.DataFrame, plan: dict) -> pd.DataFrame:
    """people, new and p, for `all` and then for each platform in alphabetical order. Index: `part`."""
    raise NotImplementedError("balance")


def money(
    people: pd.DataFrame, orders: pd.DataFrame, returns: pd.DataFrame, plan: dict, today: pd.Timestamp
) -> pd.DataFrame:
    """before and kept of each row of `people`, in cents, with its index; kept is NaN for who is not ripe on `today`."""
    raise NotImplementedError("money")


def effect(people: pd.DataFrame, money: pd.DataFrame, plan: dict) -> dict[str, float]:
    """effect, low and high of the new ranking, in cents a person."""
    raise NotImplementedError("effect")


def read_out(
    exposures: pd.DataFrame, orders: pd.DataFrame, returns: pd.DataFrame, plan: dict, today: pd.Timestamp
) -> dict:
    """decision, alarms, people, effect, low and high, as they can be said on `today`."""
    raise NotImplementedError("read_out")
