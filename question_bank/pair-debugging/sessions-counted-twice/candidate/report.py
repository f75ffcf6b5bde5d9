"""Energy booked for billing, next to what the grid meters counted.

    python report.py data --first 2026-03-02 --last 2026-03-15
"""

import argparse
from pathlib import Path

import pandas as pd

from ledger import Ledger
from messages import load


def replay(folder):
    """A fresh ledger with every delivery of the folder posted, one night after the other."""
    ledger = Ledger()
    for path in sorted((Path(folder) / "deliveries").glob("*.csv")):
        ledger.post(path.stem, load(path))
    return ledger


def comparison(totals, sites, grid):
    """Per site: energy booked and energy counted by the grid meter, in kWh."""
    table = sites.set_index("site").join(totals.groupby("site")["energy_wh"].sum() / 1000)
    table = table.rename(columns={"energy_wh": "booked"}).join(grid.set_index("site")["counted"])
    table["difference"] = table["booked"] / table["counted"] - 1
    return table


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--first", required=True)
    arguments.add_argument("--last", required=True)
    chosen = arguments.parse_args()

    totals = replay(chosen.folder).totals()
    totals = totals[totals["day"].between(chosen.first, chosen.last)]
    sites, grid = (pd.read_csv(chosen.folder / name) for name in ("sites.csv", "grid.csv"))
    table = comparison(totals, sites, grid)
    print(table.to_string(formatters={"difference": "{:+.1%}".format}, float_format="{:,.0f}".format))
    booked, counted = table["booked"].sum() / 1000, table["counted"].sum() / 1000
    print(f"\nbooked {booked:.2f} MWh, counted by the grid {counted:.2f} MWh ({booked / counted - 1:+.1%})")


if __name__ == "__main__":
    main()
