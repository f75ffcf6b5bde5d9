"""Letters, readers and second looks -> what the book may have under another kind. The rules stand in README.md."""

import pandas as pd


def book(marks: pd.DataFrame) -> pd.Series:
    """The kind of each letter in the book. Index: `letter`, sorted."""
    raise NotImplementedError("book")


def agreement(marks: pd.DataFrame, readers: pd.DataFrame) -> pd.DataFrame:
    """pairs and agree for each two offices that have read a letter in common. Index: `one`, `other`, sorted."""
    raise NotImplementedError("agreement")


def share_off(marks: pd.DataFrame, looked: pd.DataFrame) -> dict[str, float]:
    """share, low and high: how much of the book is under another kind than the letter's."""
    raise NotImplementedError("share_off")


def suspects(marks: pd.DataFrame, readers: pd.DataFrame, looked: pd.DataFrame, budget: int) -> list[str]:
    """Letters to look at again, the one most worth it first."""
    raise NotImplementedError("suspects")
