"""The lists that teachers work with."""

from pathlib import Path

import pandas as pd

from expectation import Expectation
from tests import autumn


def read(folder: Path) -> pd.DataFrame:
    """The register of the town, school by school: school, form, pupil, name."""
    return pd.read_csv(Path(folder) / "register.csv", dtype={"pupil": "str"})


def with_expected(rows: pd.DataFrame, tests: pd.DataFrame, model: Expectation) -> pd.DataFrame:
    """The rows of a list, and in `expected` what score each pupil should reach; blank if there was no test in autumn."""
    rows = rows.copy()
    measured = autumn(tests[tests["pupil"].isin(rows["pupil"])])
    written = rows["pupil"].isin(measured.index)
    rows.loc[written, "expected"] = model.of(measured)
    return rows
