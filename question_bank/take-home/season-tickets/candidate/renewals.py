"""Season tickets -> who may not renew. The rules stand in README.md."""

import pandas as pd

COLUMNS = ["seats", "block", "pays_by", "newsletter", "seasons_held", "evenings", "share_used", "days_since"]


def known(tickets: pd.DataFrame, changes: pd.DataFrame, visits: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """COLUMNS of each open ticket, as known on the evening of `day`. Index: `ticket`, in the order of `tickets`."""
    raise NotImplementedError("known")


def lost(tickets: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    """1.0 not renewed, 0.0 renewed, NaN where that is not settled on `day`. Index: `ticket`, in the order of `tickets`."""
    raise NotImplementedError("lost")


def chances(tickets: pd.DataFrame, changes: pd.DataFrame, visits: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    """Chance of each open ticket not to be renewed, between 0 and 1. Index: that of `known`."""
    raise NotImplementedError("chances")
