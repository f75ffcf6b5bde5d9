"""Morning readings of lifts, as the lifts send them. A reading that did not come is empty."""

from pathlib import Path

import pandas as pd

SENT = ["door_s", "offset_mm", "motor_a", "trips", "days_since_service"]


def load(folder, name):
    """One row for each lift and morning; `stopped` says whether it broke down within seven days."""
    table = pd.read_csv(Path(folder) / f"{name}.csv", dtype={"building": "str", "lift": "str", "day": "str"})
    twice = table.duplicated(["lift", "day"])
    if twice.any():
        raise ValueError(f"{name}.csv: {int(twice.sum())} readings of a lift come twice on a day")
    return table


def requests(table):
    """What the service is asked on each morning: the readings of one building, without the outcome."""
    for (day, building), rows in table.groupby(["day", "building"]):
        yield day, building, rows.drop(columns="stopped").to_dict("records")
