"""Read a month and print what is paid and what is left open: python run.py data"""

import argparse
from pathlib import Path

import pandas as pd

import payout

TEXT = {"pickup": str, "tour": str, "tank": str, "farm": str, "kind": str}


def tables(folder: Path) -> dict[str, pd.DataFrame]:
    """pickups, weighings, tanks, contracts and prices; numbers of farms, tanks and tours as text, times as timestamps."""
    read = {}
    for name in ("pickups", "weighings", "tanks", "contracts", "prices"):
        table = pd.read_csv(folder / f"{name}.csv", dtype=TEXT)
        for column in {"at", "from"} & set(table.columns):
            table[column] = pd.to_datetime(table[column]).astype("datetime64[s]")
        read[name] = table
    return read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    month = tables(parser.parse_args().data)
    for name, table in month.items():
        print(f"{name}: {len(table)} rows, such as {dict(table.iloc[0].astype(str))}")
    try:
        paid = payout.statement(**month)
        left = payout.open_items(**month)
        weighed = int(month["weighings"]["kg"].sum()) * 1000
        print(f"\nstatement: {len(paid)} farms, {paid['grams'].sum()} g, {paid['cents'].sum()} cents")
        print(paid.head(5).to_string(index=False))
        print(f"\nopen items: {len(left)} pickups, {left['grams'].sum()} g")
        print(left.head(5).to_string(index=False))
        print(f"\nweighed: {weighed} g; neither paid nor open: {weighed - paid['grams'].sum() - left['grams'].sum()} g")
    except NotImplementedError as missing:
        print(f"\n{missing} is not written yet")


if __name__ == "__main__":
    main()
