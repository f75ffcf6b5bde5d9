"""Decide on the open applications of a week.

    python batch.py data/monday.csv data/again.csv --budget 250000.00 --week 202610
"""

import argparse
import zlib

from applications import read
from points import LEAST, points

CLERK = 8  # in a hundred; looked at by a person, so that the rules are seen to work


def cents(euros):
    return round(100 * euros)


def for_the_clerk(applications, week):
    """Numbers of those that a person decides: drawn by lot, by number and week, whoever else applies."""
    return {one.number for one in applications if zlib.crc32(f"{week}/{one.number}".encode()) % 100 < CLERK}


def left(applications, budget):
    """Cents that are left of the budget when every promise is kept."""
    promised = [one for one in applications if one.state == "promised"]
    return cents(budget) - sum(cents(one.euros) for one in promised)


def ranked(applications):
    """Those with points enough, best first; of two with the same points the one that was signed first."""
    enough = [one for one in applications if points(one) >= LEAST]
    return sorted(enough, key=lambda one: (-points(one), one.placed))


def decide(applications, budget, week):
    """{number: decision} of the open applications.

    "clerk" by lot; "no" below the least points; "yes" down the ranking as long as the next loan fits; "wait" from there on.
    """
    open_ones = [one for one in applications if one.state == "open"]
    by_lot = for_the_clerk(open_ones, week)
    decisions = {one.number: "clerk" if one.number in by_lot else "no" for one in open_ones}
    rest, fits = left(applications, budget), True
    for one in ranked([one for one in open_ones if one.number not in by_lot]):
        fits = fits and cents(one.euros) <= rest
        if fits:
            rest -= cents(one.euros)
        decisions[one.number] = "yes" if fits else "wait"
    return decisions


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("exports", nargs="+")
    arguments.add_argument("--budget", type=float, required=True)
    arguments.add_argument("--week", type=int, required=True)
    chosen = arguments.parse_args()

    runs = [decide(read(path), chosen.budget, chosen.week) for path in chosen.exports]
    for path, run in zip(chosen.exports, runs, strict=True):
        told = list(run.values())
        print(f"{path}: " + ", ".join(f"{told.count(word)} {word}" for word in ("yes", "wait", "no", "clerk")))
    differ = [number for number in runs[0] if any(run.get(number) != runs[0][number] for run in runs)]
    print(f"\n{len(differ)} of {len(runs[0])} open applications decided in two ways")


if __name__ == "__main__":
    main()
