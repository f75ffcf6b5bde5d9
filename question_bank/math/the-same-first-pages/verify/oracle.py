# hiretool-canary-be9fc8f1-8d5a-4d2a-9ab0-8744f7c07b63
"""The same values from gaps between requests, a ledger of a hundred requests, and a shelf that is followed for long.

No chance of "none" is used: gaps are counted one by one. The shelf is a chain of states, whose balance is solved.
"""

from fractions import Fraction
from itertools import permutations, product

import numpy as np


def _gaps(tickets, winning, longest):
    """Share of gaps that are so long or shorter; each minute one ticket is drawn of so many."""
    total, open_ = Fraction(0), Fraction(1)
    for _ in range(longest):
        total += open_ * winning / tickets
        open_ = open_ * (tickets - winning) / tickets
    return total


def _ledger(params, share, write):
    """Mean cost of a request, from the entries of a book for as many requests as make both kinds whole."""
    requests, hits = share.denominator, share.numerator
    spent = hits * params["rules"] * params["read"] + (requests - hits) * params["rules"] * write
    return (Fraction(spent, 100) + requests * params["own"]) / requests


def _break_even(params):
    """The share at which a request costs as much as plain, on the line through no hits and all hits."""
    none, every = (_ledger(params, Fraction(share), params["write"]) for share in (0, 1))
    plain = params["rules"] + params["own"]
    return (none - plain) / (none - every)


def _shelf(params):
    """Share of requests that find their book on a shelf of two from which the one unused for longest goes."""
    states = list(permutations(range(3), 2))
    rows = []
    for state in states:
        row = [Fraction(-1 if other == state else 0) for other in states]
        for place, other in enumerate(states):
            for book in range(3):
                after = (book, other[1] if book == other[0] else other[0])
                if after == state:
                    row[place] += Fraction(params["shares"][book], 100)
        rows.append([*row, Fraction(0)])
    rows[-1] = [Fraction(1)] * (len(states) + 1)
    held = _solved(rows)
    return sum(
        held[place] * Fraction(params["shares"][book], 100)
        for (place, state), book in product(enumerate(states), range(3))
        if book in state
    )


def _solved(rows):
    size = len(rows)
    for column in range(size):
        pivot = next(place for place in range(column, size) if rows[place][column])
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for place in range(size):
            if place != column:
                factor = rows[place][column]
                rows[place] = [mine - factor * top for mine, top in zip(rows[place], rows[column])]
    return [row[-1] for row in rows]


def answer(params):
    """Values from the gaps, the ledger and the shelf."""
    chance, machines = params["chance"], params["machines"]
    hits = _gaps(100, chance, params["minutes"])
    lot = _gaps(100 * machines, chance, params["minutes"])
    long = _gaps(100 * machines, chance, params["minutes_long"])
    books = [book for book, share in enumerate(params["shares"]) for _ in range(share)]
    return {
        "even": _break_even(params),
        "hits": hits,
        "cost": _ledger(params, hits, params["write"]),
        "hits_lot": lot,
        "cost_lot": _ledger(params, lot, params["write"]),
        "cost_long": _ledger(params, long, params["write_long"]),
        "last_one": Fraction(sum(one == two for one, two in product(books, books)), len(books) ** 2),
        "last_two": _shelf(params),
        "fixed_two": 1 - Fraction(books.count(2), len(books)),
    }


def drawn(params, seed, minutes=400_000):
    """A record minute by minute: which requests of one machine of several come soon after the last one there."""
    rng = np.random.default_rng(seed)
    there = np.flatnonzero(rng.random(minutes) < params["chance"] / 100 / params["machines"])
    soon = np.diff(there) <= params["minutes"]
    books, shelf, found = rng.choice(3, 10_000, p=np.array(params["shares"]) / 100), [0, 1], 0
    for book in books:
        found += book in shelf
        shelf = [book, next(other for other in shelf if other != book)]
    shares = {"hits_lot": (soon.mean(), len(soon)), "last_two": (found / len(books), len(books) / 2)}
    return {key: (share, (share * (1 - share) / count) ** 0.5) for key, (share, count) in shares.items()}
