# hiretool-canary-4460d8ae-fdbf-4ecf-8ed4-57002908f5b2
"""The same values from two written columns, from items matched at random, and from tickets.

The corrected figure is one less the differences seen over the differences among all pairs of rows, matched with any other.
"""

from fractions import Fraction
from functools import lru_cache
from itertools import product

TICKETS = range(100)


def _columns(both, first_only, second_only, neither):
    rows = [(1, 1)] * both + [(1, 0)] * first_only + [(0, 1)] * second_only + [(0, 0)] * neither
    return [row[0] for row in rows], [row[1] for row in rows]


def _differ(pairs):
    return sum(one != other for one, other in pairs)


def _corrected(first, second):
    """Columns of ticks -> one less differences in place over differences in any order."""
    return 1 - Fraction(_differ(zip(first, second)) * len(first), _differ(product(first, second)))


@lru_cache(maxsize=None)
def _drawn(percent):
    """Tickets of two readers who both tick with this chance: how often both, one, none."""
    ticks = [(one < percent) + (other < percent) for one, other in product(TICKETS, TICKETS)]
    return ticks.count(2), ticks.count(1), ticks.count(0)


def _expected(params, marked):
    """The figure for a pile of which so many in a hundred are marked, with weights in place of rows."""
    both, single, neither = (
        marked * of_marked + (100 - marked) * of_others
        for of_marked, of_others in zip(_drawn(params["found"]), _drawn(params["alarm"]))
    )
    ticked, blank = 2 * both + single, 2 * neither + single
    # Two ticks taken from the pile of all ticks and blanks, one for each reader.
    return 1 - Fraction(single * 2 * (ticked + blank), 2 * ticked * blank)


def answer(params):
    """Values from columns and tickets."""
    table = [params[name] for name in ("both", "first_only", "second_only", "neither")]
    first, second = _columns(*table)
    items, ticks = len(first), (sum(first), sum(second))
    possible = [
        _corrected(*_columns(both, ticks[0] - both, ticks[1] - both, items - sum(ticks) + both))
        for both in range(max(0, sum(ticks) - items), min(ticks) + 1)
        if both >= min(ticks) - 2
    ]
    partners = [other for one, other in zip(first + second, second + first) if one]
    marked_twice, others_twice = (_drawn(params[name])[0] for name in ("found", "alarm"))
    rare = params["rare"]
    return {
        "agree": 1 - Fraction(_differ(zip(first, second)), items),
        "chance": 1 - Fraction(_differ(product(first, second)), items**2),
        "corrected": _corrected(first, second),
        "ceiling": max(possible),
        "also": Fraction(sum(partners), len(partners)),
        "half": _expected(params, 50),
        "few": _expected(params, rare),
        "sure": Fraction(rare * marked_twice, rare * marked_twice + (100 - rare) * others_twice),
    }
