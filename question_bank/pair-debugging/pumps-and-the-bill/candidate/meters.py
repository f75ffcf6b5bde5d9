"""What the meters of the heat pumps send, on a housing estate."""

from pathlib import Path

import pandas as pd


def read(path):
    """Lines in the order in which they arrived: pump, number, hour, kwh.

    A meter numbers its lines from the day on which it was put in. `hour` is when the hour begins, by the clock of the meter,
    which is that on the wall.
    """
    return pd.read_csv(Path(path), parse_dates=["hour"])


def hours(lines):
    """One row for each pump and hour. After a fault on the line a meter sends a whole day again."""
    return lines.drop_duplicates(["pump", "hour"]).sort_values(["pump", "number"], ignore_index=True)
