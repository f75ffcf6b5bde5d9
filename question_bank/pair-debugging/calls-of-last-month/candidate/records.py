"""What the billing system hands over each night: four tables, complete from the first day of the customer base on."""

from pathlib import Path

import pandas as pd

TABLES = {
    "customers": ["joined"],
    "plans": ["valid_from", "entered"],
    "calls": ["started"],
    "ledger": ["issued", "entered"],
}


def load(folder):
    """{name: table}, moments as timestamps."""
    return {
        name: pd.read_csv(Path(folder) / f"{name}.csv", dtype={"customer": "str"}, parse_dates=moments)
        for name, moments in TABLES.items()
    }
