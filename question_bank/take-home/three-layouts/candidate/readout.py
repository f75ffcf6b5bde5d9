"""Page views -> what the test says of each new layout. The rules stand in README.md."""

import pandas as pd


def visitors(views: pd.DataFrame, plan: dict) -> pd.DataFrame:
    """first, layout, views, saved and left of each visitor of the test. Index: `visitor`, sorted."""
    raise NotImplementedError("visitors")


def balance(people: pd.DataFrame, plan: dict) -> pd.DataFrame:
    """crossed, p_first and p_kept of each new layout. Index: `layout`, sorted."""
    raise NotImplementedError("balance")


def difference(people: pd.DataFrame, layout: str, measure: str, plan: dict) -> dict[str, float]:
    """difference, low and high of a share of views, `layout` less the control. measure: "saved" or "left"."""
    raise NotImplementedError("difference")


def read_out(views: pd.DataFrame, plan: dict) -> dict[str, dict]:
    """New layout -> decision, people, saved and left, the last two as `difference` gives them."""
    raise NotImplementedError("read_out")
