"""Delivered lists -> a store that knows how many litres each farm gave on each day. The rules stand in README.md."""

from pathlib import Path

import pandas as pd

COLUMNS = ["collection", "revision", "farm", "collected_at", "litres", "status"]
TANK = 30_000


def take_in(store: Path, path: Path, farms: set[str]) -> dict[str, int]:
    """Take the file at `path` into `store`; how many lines it had, and how many were taken and refused.

    Raises: ValueError if the file lacks one of COLUMNS; the store is then as it was.
    """
    raise NotImplementedError("take_in")


def collections(store: Path) -> pd.DataFrame:
    """The collections that count: collection, revision, farm, day, litres; sorted by collection."""
    raise NotImplementedError("collections")


def daily(store: Path) -> pd.DataFrame:
    """Litres and number of collections: farm, day, litres, collections; sorted by farm and day."""
    raise NotImplementedError("daily")


def refused(store: Path) -> pd.DataFrame:
    """The lines that cannot be used: file, line, reason; sorted by file and line."""
    raise NotImplementedError("refused")
