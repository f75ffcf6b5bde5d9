"""Blood samples of one laboratory, as its system exports them."""

from pathlib import Path

import pandas as pd

TYPES = {"sample": "str", "ward": "str", "analyser": "str"}


def read(path: Path) -> pd.DataFrame:
    """One row for each tube that came in, in the order of arrival.

    potassium is blank if the tube gave no result, haemolysis if the analyser has no optical unit, and withdrawn if nobody
    looked at the result again; else withdrawn is 1 or 0.
    """
    samples = pd.read_csv(path, dtype=TYPES, parse_dates=["arrived"])
    if samples["sample"].duplicated().any():
        raise ValueError(f"{path}: a sample number stands twice")
    return samples


def with_result(samples: pd.DataFrame) -> pd.DataFrame:
    """Leave out clotted and half-empty tubes: there is no result to look at."""
    return samples[samples["potassium"].notna()]
