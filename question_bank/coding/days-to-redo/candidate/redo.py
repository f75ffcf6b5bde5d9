"""Print what has to be made again after a delivery, and how long it takes.

    python redo.py data 4
"""

import argparse
import json
from pathlib import Path

import plan
import tables


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("slots", type=int)
    given = arguments.parse_args()
    known = tables.read(given.folder / "tables.json")
    delivery = json.loads((given.folder / "delivery.json").read_text(encoding="utf-8"))
    changed, last = [tuple(part) for part in delivery["changed"]], delivery["last"]
    parts = plan.stale(known, changed, last)
    made = plan.plan(known, parts, given.slots)
    minutes = {table.name: table.minutes for table in known}
    for table in known:
        days = [day for name, day in parts if name == table.name]
        print(f"{table.name:<10} {len(days):>4} days" + (f", {min(days)} to {max(days)}" if days else ""))
    ends = {(name, day): start + minutes[name] for start, name, day in made}
    if ends:
        print(f"all made after {max(ends.values())} minutes")
        newest = [end for (_, day), end in ends.items() if day == last]
        print(f"day {last} made after {max(newest)} minutes" if newest else f"nothing of day {last} is made")


if __name__ == "__main__":
    main()
