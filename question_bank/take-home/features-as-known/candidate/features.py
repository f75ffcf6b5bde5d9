"""What was known of a machine on an evening -> numbers for the model. The rules stand in README.md."""

import pandas as pd

COLUMNS = ["readings_7d", "hours_7d", "faults_7d", "pressure_last", "days_since_service", "repairs_30d"]


def as_known(readings: pd.DataFrame, orders: pd.DataFrame, evenings: pd.DataFrame) -> pd.DataFrame:
    """COLUMNS for each row of `evenings`, in its order, with the column `evening` as index.

    Raises: nothing for a machine that was never heard of; its counts and sums are 0 and the rest is NaN.
    """
    raise NotImplementedError("features.as_known")
