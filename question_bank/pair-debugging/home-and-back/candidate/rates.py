"""How many patients who went home were admitted again within 30 days, by ward.

    python rates.py data
"""

import sys
from collections import defaultdict
from pathlib import Path

from legs import read
from stays import joined

DAYS = 30


def within(left, arrived):
    """Whether an admission is soon enough after going home to be a return."""
    return 0 <= (arrived.date() - left.date()).days <= DAYS


def counts(legs):
    """{ward: (patients who went home, those among them who were admitted again)}."""
    stays = joined(legs)
    home, again = defaultdict(int), defaultdict(int)
    for place, stay in enumerate(stays):
        if stay.went != "home":
            continue
        home[stay.ward] += 1
        following = stays[place + 1] if place + 1 < len(stays) else None
        if following and following.patient == stay.patient and within(stay.left, following.arrived):
            again[stay.ward] += 1
    return {ward: (home[ward], again[ward]) for ward in sorted(home)}


def main():
    found = counts(read(Path(sys.argv[1]) / "legs.csv"))
    print("ward            home  again   rate")
    for ward, (home, again) in found.items():
        print(f"{ward:14} {home:5d}  {again:5d}  {again / home:5.1%}")
    home, again = (sum(column) for column in zip(*found.values(), strict=True))
    print(f"{'all':14} {home:5d}  {again:5d}  {again / home:5.1%}")


if __name__ == "__main__":
    main()
