"""What the doors counted, less what the drivers wrote down.

    python report.py data --first 2025-03-20 --last 2025-04-04

Each tram adds up its boardings as well. When the service day is over, the driver writes the sum into a book and sets it to 0.
"""

import argparse
from pathlib import Path

import pandas as pd

from boardings import by_day, read, table, zones


def books(folder):
    """Service days in rows, cities in columns."""
    lines = pd.read_csv(Path(folder) / "books.csv")
    return lines.pivot_table(index="day", columns="city", values="boarded", aggfunc="sum", fill_value=0)


def differences(folder, first, last):
    """Doors less books: service days in rows, cities in columns."""
    doors = by_day(table(read(folder), zones(folder), first, last))
    written = books(folder).loc[first:last]
    return doors.reindex(index=written.index, columns=written.columns, fill_value=0) - written


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--first", required=True)
    arguments.add_argument("--last", required=True)
    chosen = arguments.parse_args()

    found = differences(chosen.folder, chosen.first, chosen.last)
    print(found.to_string())
    print("\nin all", "  ".join(f"{city} {total:+d}" for city, total in found.sum().items()))


if __name__ == "__main__":
    main()
