# hiretool-canary-653984cf-89c0-4752-a773-6d52ca09e676
"""What was known of a machine on an evening -> numbers for the model. The rules stand in README.md."""

import numpy as np
import pandas as pd

COLUMNS = ["readings_7d", "hours_7d", "faults_7d", "pressure_last", "days_since_service", "repairs_30d"]
DAY = np.timedelta64(1, "D")


def as_known(readings: pd.DataFrame, orders: pd.DataFrame, evenings: pd.DataFrame) -> pd.DataFrame:
    """COLUMNS for each row of `evenings`, in its order, with the column `evening` as index.

    Raises: nothing for a machine that was never heard of; its counts and sums are 0 and the rest is NaN.
    """
    readings = readings.sort_values(["reading", "revision", "received_at"], kind="stable")
    readings = readings.drop_duplicates(["reading", "revision"])
    read = {machine: _arrays(rows) for machine, rows in readings.groupby("machine")}
    ordered = {machine: _arrays(rows) for machine, rows in orders.groupby("machine")}
    nothing = _arrays(readings.iloc[:0]), _arrays(orders.iloc[:0])
    rows = [
        _evening(read.get(machine, nothing[0]), ordered.get(machine, nothing[1]), at)
        for machine, at in zip(evenings["machine"], evenings["decided_at"].to_numpy())
    ]
    return pd.DataFrame(rows, columns=COLUMNS, index=pd.Index(evenings["evening"], name="evening"))


def _arrays(rows):
    return {column: rows[column].to_numpy() for column in rows}


def _evening(readings, orders, at):
    """The row of one machine. `readings` are sorted by reading and revision."""
    readings = {name: values[readings["received_at"] <= at] for name, values in readings.items()}
    # What is left of a reading ends with the highest revision that has come.
    ends = np.append(readings["reading"][1:] != readings["reading"][:-1], True)[: len(readings["reading"])]
    readings = {name: values[ends] for name, values in readings.items()}
    measured = readings["measured_at"]
    week = (measured > at - 7 * DAY) & (measured <= at)
    entered = orders["entered_at"] <= at
    opened, kind = orders["opened_at"][entered], orders["kind"][entered]
    services = opened[(kind == "service") & (opened <= at)]
    return (
        int(week.sum()),
        float(readings["hours"][week].sum()),
        int(readings["faults"][week].sum()),
        float(readings["pressure"][measured.argmax()]) if len(measured) else np.nan,
        (at - services.max()) / DAY if len(services) else np.nan,
        int(((kind == "repair") & (opened > at - 30 * DAY) & (opened <= at)).sum()),
    )
