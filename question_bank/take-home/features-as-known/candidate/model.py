"""Features and labels of the past -> risks of an evening. numpy and pandas are enough."""

import numpy as np
import pandas as pd


def risk(past: pd.DataFrame, failed: pd.Series, now: pd.DataFrame) -> np.ndarray:
    """One number for each row of `now`, higher where a failure is likelier; finite for any row.

    past, now: as from features.as_known. failed: 0.0 or 1.0 for each row of `past`.
    """
    raise NotImplementedError("model.risk")
