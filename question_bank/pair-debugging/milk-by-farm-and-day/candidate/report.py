"""Milk that farms are paid for, next to what the dairy's weighbridge took in.

    python report.py data
"""

import csv
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

from books import load, opened
from totals import table, update


def replay(folder):
    """Books into which the nights of the folder were loaded, one after the other, with an update after each."""
    books = opened(":memory:")
    for path in sorted((Path(folder) / "nights").glob("*.csv")):
        load(books, path)
        update(books)
    return books


def by_day(cells):
    """Litres by day, over all farms."""
    days = Counter()
    for (_, day), litres in cells.items():
        days[day] += litres
    return days


def main():
    folder = Path(sys.argv[1])
    with closing(replay(folder)) as books:
        paid = by_day(table(books))
    with open(folder / "weighbridge.csv", newline="") as lines:
        weighed = {line["day"]: int(line["litres"]) for line in csv.DictReader(lines)}
    print("day             paid  weighed")
    for day in sorted(weighed):
        print(f"{day}  {paid[day]:8d} {weighed[day]:8d}  {paid[day] - weighed[day]:+6d}")
    total, taken_in = sum(paid[day] for day in weighed), sum(weighed.values())
    print(f"\npaid {total} l, weighed {taken_in} l ({total / taken_in - 1:+.1%})")


if __name__ == "__main__":
    main()
