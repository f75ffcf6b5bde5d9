"""Share the bills of a folder and show what comes out: python run.py data"""

import argparse
import csv
from pathlib import Path

import water


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    chosen = parser.parse_args()

    for path in sorted(chosen.data.glob("*.csv")):
        table = rows(path)
        print(f"{path.name}: {len(table)} rows, such as {table[len(table) // 2]}")
    folder = str(chosen.data)
    try:
        used, users = water.litres(folder), water.users(folder)
        empty = sum(not name for name in users.values())
        print(f"\nlitres: {sum(used.values())} by {len(used)} readings, of these {empty} without a user")
        owed, left = water.statement(folder), water.open_items(folder)
        for account, cents in sorted(owed.items())[:8]:
            print(f"{account:>12} {cents / 100:10.2f}")
        print(f"{len(owed):>4} accounts {sum(owed.values()) / 100:10.2f}")
        print(f"{len(left):>4} open     {sum(left.values()) / 100:10.2f}")
        missing = (
            sum(int(row["cents"]) for row in rows(chosen.data / "bills.csv")) - sum(owed.values()) - sum(left.values())
        )
        print(f"neither owed nor open: {missing / 100:.2f}")
    except NotImplementedError as missing:
        print(f"\n{missing} is not written yet")


if __name__ == "__main__":
    main()
