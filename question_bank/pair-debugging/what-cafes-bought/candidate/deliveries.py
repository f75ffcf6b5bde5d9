"""What the vans of a wholesale bakery handed over, as the drivers tick it off."""

from pathlib import Path

import pandas as pd


def read(folder):
    """One row for each delivery: day, customer, product, trays.

    A customer who runs out by ten may get the same trays once more on the same day.
    """
    return pd.read_csv(Path(folder) / "deliveries.csv", parse_dates=["day"])


def invoiced(folder):
    """What bookkeeping has invoiced, in cents: customers in rows, months in columns."""
    rows = pd.read_csv(Path(folder) / "invoices.csv")
    return rows.pivot_table(index="customer", columns="month", values="cents", aggfunc="sum", fill_value=0)
