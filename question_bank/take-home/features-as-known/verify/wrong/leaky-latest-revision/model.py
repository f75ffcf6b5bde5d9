# hiretool-canary-653984cf-89c0-4752-a773-6d52ca09e676
"""Features and labels of the past -> risks of an evening. numpy and pandas are enough."""

import numpy as np
import pandas as pd

PENALTY = 3.0


def risk(past: pd.DataFrame, failed: pd.Series, now: pd.DataFrame) -> np.ndarray:
    """One number for each row of `now`, higher where a failure is likelier; finite for any row.

    past, now: as from features.as_known. failed: 0.0 or 1.0 for each row of `past`. Logistic regression with a ridge penalty;
    what is missing is the median of the past.
    """
    middle = past.median().fillna(0.0)
    spread = past.std().where(lambda column: column > 0, 1.0)
    inputs = _inputs(past, middle, spread)
    weights = np.zeros(inputs.shape[1])
    penalty = PENALTY * np.diag([0.0] + [1.0] * (inputs.shape[1] - 1))
    for _ in range(25):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (chance - failed.to_numpy()) + penalty @ weights
        weights -= np.linalg.solve(inputs.T @ (inputs * (chance * (1 - chance))[:, None]) + penalty, slope)
    return _inputs(now, middle, spread) @ weights


def _inputs(table, middle, spread):
    scaled = ((table.fillna(middle) - middle) / spread).clip(-4, 4).to_numpy(dtype=float)
    return np.column_stack([np.ones(len(table)), scaled])
