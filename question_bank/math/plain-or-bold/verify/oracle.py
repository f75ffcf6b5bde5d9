# hiretool-canary-7ae0438f-dde3-4cfb-9fb8-e6acdf92f5bb
"""The same values from tickets: with the setting at one half one draws twice and keeps what came twice.

No chance is raised to a power. For the setting 2 a number of tickets is looked for of which pairs come as was told.
"""

from fractions import Fraction
from functools import cache
from itertools import product


def _came_twice(tickets):
    """Tickets of pairs that are alike, name by name."""
    return {name: sum(1 for _ in product(range(count), repeat=2)) for name, count in tickets.items()}


def _before_pairs(tickets):
    """So many tickets of each name that pairs alike come as told: laid out as a square, its side."""
    return {name: next(side for side in range(count + 1) if side * side == count) for name, count in tickets.items()}


def _share(tickets, name):
    return Fraction(tickets[name], sum(tickets.values()))


def _without_the_rare(tickets, cut):
    """Take away the rarest name as long as what is left still has so many per cent of all."""
    kept = dict(tickets)
    while True:
        rarest = min(kept, key=kept.get)
        left = {name: count for name, count in kept.items() if name != rarest}
        if 100 * sum(left.values()) < cut * sum(tickets.values()):
            return kept
        kept = left


def _tasks_done(params, tickets, draws):
    """A hundred tasks, drawn for until one is right or the draws are used up; the first word is right, or the third."""
    done = Fraction(0)
    for task in range(100):
        name = 0 if task < params["leading"] else 2
        done += _found(_share(tickets, name), draws)
    return done / 100


@cache
def _found(chance, draws):
    """Found now, or found among the draws that are left."""
    return chance + (1 - chance) * _found(chance, draws - 1) if draws else Fraction(0)


def answer(params):
    """Values from tickets."""
    tickets = dict(enumerate(params["tickets"]))
    sides, pairs = _before_pairs(tickets), _came_twice(tickets)
    few = _without_the_rare(tickets, params["cut"])
    more = _without_the_rare(sides, params["cut"])
    # A text ends at its first word from outside, or never does.
    outside, still, ended = 1 - Fraction(sum(few.values()), sum(tickets.values())), Fraction(1), Fraction(0)
    for _ in range(params["length"]):
        ended += still * outside
        still = 1 - ended
    return {
        "low": _share(pairs, 0),
        "high": _share(sides, 0),
        "one_low": _tasks_done(params, pairs, 1),
        "one_high": _tasks_done(params, sides, 1),
        "some_low": _tasks_done(params, pairs, params["draws"]),
        "some_high": _tasks_done(params, sides, params["draws"]),
        "cut_first": _share({name: sides[name] for name in few}, 0),
        "setting_first": _share(more, 0),
        "never": still,
    }
