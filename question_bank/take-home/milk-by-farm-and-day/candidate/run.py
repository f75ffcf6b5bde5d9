"""Take in all lists of a data folder and print what the store knows: python run.py data"""

import argparse
import tempfile
from pathlib import Path

import pandas as pd

import milk


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    lists = sorted((data / "inbox").glob("*.csv"))
    farms = set(pd.read_csv(data / "farms.csv", dtype=str)["farm"])
    lines = sum(path.read_text().count("\n") - 1 for path in lists)
    print(f"{len(lists)} lists, {lines} lines, {len(farms)} farms")
    print(f"first list: {lists[0].name}")
    print("\n".join("  " + line for line in lists[0].read_text().splitlines()[:4]))

    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder)
        try:
            for path in lists:
                milk.take_in(store, path, farms)
            for answer in (milk.collections, milk.daily, milk.refused):
                table = answer(store)
                print(f"\n{answer.__name__}: {len(table)} rows")
                print(table.head(5).to_string(index=False))
        except NotImplementedError as missing:
            print(f"\n{missing} is not written yet")


if __name__ == "__main__":
    main()
