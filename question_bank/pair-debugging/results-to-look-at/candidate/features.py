"""Samples -> what the model looks at, and what became of each result."""

import numpy as np
import pandas as pd

NUMBERS = ["haemolysis", "potassium", "minutes_to_lab", "age"]
FEATURES = [*NUMBERS, "queue"]


def standardised(values: np.ndarray) -> np.ndarray:
    """Each column less its median, in units of half the range that holds the middle half of it."""
    low, middle, high = np.nanpercentile(values, [25, 50, 75], axis=0)
    return (values - middle) / ((high - low) / 2)


def table(samples: pd.DataFrame) -> pd.DataFrame:
    """One row for each sample, in the order given: FEATURES, and withdrawn as 1 or 0."""
    rows = pd.DataFrame(standardised(samples[NUMBERS].to_numpy(dtype=float)), columns=NUMBERS)

    # How busy the analyser was when the tube came in.
    rows["queue"] = samples.groupby(["analyser", samples["arrived"].dt.floor("60min")])["sample"].transform("size") / 5
    rows["withdrawn"] = samples["withdrawn"]

    # No haemolysis index is taken as the usual one. No entry under withdrawn: nobody had a reason to look again.
    return rows.fillna(0.0)
