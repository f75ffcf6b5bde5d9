"""Forecast a week and hold earlier weeks against what was sold: python run.py data --day 2026-02-02"""

import argparse
import csv
import datetime
from pathlib import Path

import loaves


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--day", type=datetime.date.fromisoformat, default=datetime.date(2026, 2, 2))
    chosen = parser.parse_args()

    sales, plan = chosen.data / "sales.csv", chosen.data / "plan.csv"
    for path in (sales, plan):
        table = rows(path)
        print(f"{path.name}: {len(table)} rows, such as {table[len(table) // 2]}")
    weeks = [str(chosen.day - datetime.timedelta(weeks=back)) for back in range(5, 1, -1)]
    try:
        print(f"\nThe week from {chosen.day}")
        for name, values in loaves.forecast(str(sales), str(plan), str(chosen.day)).items():
            print(f"{name:>18}", *(f"{value:8.1f}" for value in values))
        print("\nAbsolute errors over what was sold, weeks from", ", ".join(weeks))
        for level, said in loaves.backtest(str(sales), str(plan), weeks).items():
            print(f"{level:>18} {said['error']:8.3f}   the week before: {said['naive']:.3f}")
    except NotImplementedError as missing:
        print(f"\n{missing} is not written yet")


if __name__ == "__main__":
    main()
