# hiretool-canary-7ae0438f-dde3-4cfb-9fb8-e6acdf92f5bb
"""The same values from tickets: with the setting at one half one draws twice and keeps what came twice.

No chance is raised to a power. For the setting 2 a number of tickets is looked for of which pairs come as was told.
"""

from fractions import Fraction
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


def _texts(params):
    """Tickets of whole texts, so many that each text has a whole number."""
    ways, first, main = params["ways"], params["first"], params["main"]
    texts = {("X", second): first * 200 for second in range(ways)}
    texts |= {
        ("Y", second): (100 - first) * ways * count for second, count in enumerate((2 * main, 100 - main, 100 - main))
    }
    return texts


def _begins(texts, first):
    return {key: count for key, count in texts.items() if key[0] == first}


def _by_steps(texts):
    """The text that one gets by the likeliest first word and then its likeliest second."""
    start = max("XY", key=lambda first: sum(_begins(texts, first).values()))
    return max(_begins(texts, start), key=texts.get)


def _twice_by_text(texts):
    """Share that begins with X if the second of two texts is drawn until it is the same as the first."""
    # The first text is drawn, and the second agrees as often as that text has tickets.
    agrees = {first: sum(count * texts[key] for key, count in _begins(texts, first).items()) for first in "XY"}
    return Fraction(agrees["X"], sum(agrees.values()))


def answer(params):
    """Values from tickets."""
    tickets = dict(enumerate(params["tickets"]))
    texts = _texts(params)
    starts = {first: params["first"] if first == "X" else 100 - params["first"] for first in "XY"}
    sides = _before_pairs(tickets)
    few = _without_the_rare(tickets, params["cut"])
    more = _without_the_rare(sides, params["cut"])
    # A text ends at its first word from outside, or never does.
    outside, still, ended = 1 - Fraction(sum(few.values()), sum(tickets.values())), Fraction(1), Fraction(0)
    for _ in range(params["length"]):
        ended += still * outside
        still = 1 - ended
    return {
        "low": _share(_came_twice(tickets), 0),
        "high": _share(sides, 0),
        "step_by_step": _share(texts, _by_steps(texts)),
        "likeliest": _share(texts, max(texts, key=texts.get)),
        "x_words": _share(_came_twice(starts), "X"),
        "x_texts": _twice_by_text(texts),
        "cut_first": _share({name: sides[name] for name in few}, 0),
        "setting_first": _share(more, 0),
        "never": still,
    }
