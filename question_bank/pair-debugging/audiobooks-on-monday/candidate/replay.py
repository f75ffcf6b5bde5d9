"""Go back to a Monday: which loans of its week would have stood on the reader's shelf that morning?

    python replay.py data 2026-03-02
"""

import sys
from datetime import date, timedelta
from pathlib import Path

import loans as lent
from shelf import Alike, Popular

K = 10


def split(loans, monday):
    """Loans to fit on and loans to find: those before the Monday, and those of its week."""
    end = monday + timedelta(days=7)
    return [loan for loan in loans if loan.day < monday], [loan for loan in loans if monday <= loan.day < end]


def shelves(kind, loans, monday, k=K):
    """{reader: titles on the shelf} for the readers of the week who have borrowed something before."""
    before, week = split(loans, monday)
    shelf, had = kind(before), lent.had(before)
    titles = {loan.title for loan in before}
    readers = {loan.reader for loan in week} & set(had)
    return {reader: shelf.top(had[reader], titles - had[reader], k) for reader in sorted(readers)}


def found(kind, loans, monday, k=K):
    """Loans of the week, by readers who have a shelf, and how many of them stood on it."""
    shown = shelves(kind, loans, monday, k)
    _, week = split(loans, monday)
    tried = [loan for loan in week if loan.reader in shown]
    return len(tried), sum(loan.title in shown[loan.reader] for loan in tried)


def main():
    folder, monday = Path(sys.argv[1]), date.fromisoformat(sys.argv[2])
    loans = lent.read(folder / "loans.csv")
    for name, kind in (("popular", Popular), ("alike", Alike)):
        tried, on_shelf = found(kind, loans, monday)
        print(f"{name:8} {on_shelf:4} of {tried} loans stood on the shelf, {on_shelf / tried:.1%}")


if __name__ == "__main__":
    main()
