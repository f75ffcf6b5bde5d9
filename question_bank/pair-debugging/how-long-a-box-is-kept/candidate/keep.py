"""What share of households still has its box after so many weeks?

python keep.py data
"""

import sys
from pathlib import Path

from ledger import read
from weeks import table

WEEKS = 52


def shares(spells, last=WEEKS):
    """The share that still has its box after week 1, 2, ...: of each week's, those that did not stop."""
    found, share = [], 1.0
    for counted, stopped in table(spells, last):
        if counted:
            share *= 1 - stopped / counted
        found.append(share)
    return found


def by_size(spells, last=WEEKS):
    """{size of the box: shares}."""
    parts = {}
    for spell in spells:
        parts.setdefault(spell.size, []).append(spell)
    return {size: shares(part, last) for size, part in sorted(parts.items())}


def main():
    spells = read(Path(sys.argv[1]) / "ledger.csv")
    print(f"{len({spell.household for spell in spells})} households, {sum(one.stopped for one in spells)} stops")
    print(f"carried over from paper: {sum(one.seen > one.first for one in spells)}")
    for name, part in {"all": shares(spells), **by_size(spells)}.items():
        print(f"{name:7}" + "".join(f"  week {week:2} {part[week - 1]:7.2%}" for week in (4, 13, 26, 52)))


if __name__ == "__main__":
    main()
