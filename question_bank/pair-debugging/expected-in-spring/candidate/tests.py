"""The reading tests of the autumn, as the schools enter them."""

from pathlib import Path

import pandas as pd

FEATURES = ["words", "understood", "age"]


def read(path: Path) -> pd.DataFrame:
    """One row for each test: pupil, day, words read in a minute, questions understood of 20, age in months."""
    return pd.read_csv(path, dtype={"pupil": "str"}, parse_dates=["day"])


def autumn(tests: pd.DataFrame) -> pd.DataFrame:
    """FEATURES of each pupil. Who has written the test again is taken by the later one."""
    return tests.sort_values("day").groupby("pupil")[FEATURES].last()
