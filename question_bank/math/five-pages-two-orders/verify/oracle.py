# hiretool-canary-72b2ce88-58c0-4d38-8cb7-5a851ffce82b
"""The same values from readers who stop somewhere, each with what was met until then, and from questions one by one.

No worth is divided by its place, and no power of a chance is written down; the best order is looked for among all.
"""

from fractions import Fraction
from itertools import accumulate, permutations


def _met(worths, stops):
    """What readers meet on average if so large a share of them stops after each place."""
    total, met = Fraction(0), 0
    for worth, share in zip(worths, stops):
        met += worth
        total += share * met
    return total


def _harmonic_stops(places):
    """Readers of whom one half, one third, one quarter get to the places 2, 3, 4; the rest stops before."""
    reach = [Fraction(1, place) for place in range(1, places + 1)] + [Fraction(0)]
    return [here - further for here, further in zip(reach, reach[1:])]


def _chance_stops(params, places):
    """Readers who toss for each further place."""
    stops, left = [], Fraction(1)
    for _ in range(places - 1):
        going = left * params["goes_on"] / 100
        stops.append(left - going)
        left = going
    return [*stops, left]


def _first_places(params):
    """One entry for each question: the place of its first answer, or none."""
    return [place for place, count in zip((1, 2, 3, None), params["places"]) for _ in range(count)]


def _mean(places, stops):
    """One answer at its place, met by readers with these stops, question by question."""
    one = {place: _met([int(place == here) for here in range(1, len(stops) + 1)], stops) for place in set(places)}
    return sum(one[place] * places.count(place) for place in one) / len(places)


def _moved(places, start, end, count):
    places = list(places)
    for _ in range(count):
        places[places.index(start)] = end
    return places


def answer(params):
    """Values from readers."""
    slow, tossing = _harmonic_stops(5), _chance_stops(params, 5)
    pool = [*params["old"], params["unseen"]]
    sixty = [int(60 * share) for share in slow]
    best = Fraction(
        max(sum(s * m for s, m in zip(sixty, accumulate(order))) for order in set(permutations(pool, 5))), 60
    )
    now = _first_places(params)
    near, far = _moved(now, 2, 1, params["near"]), _moved(now, None, 4, params["far"])
    return {
        "old_score": _met(params["old"], slow) / best,
        "new_score": _met(params["new"], slow) / best,
        "old_seen": _met(params["old"], tossing),
        "new_seen": _met(params["new"], tossing),
        "mean": _mean(now, slow),
        "near_gain": _mean(near, slow) - _mean(now, slow),
        "far_gain": _mean(far, slow) - _mean(now, slow),
        "near_seen": _mean(near, tossing) - _mean(now, tossing),
        "far_seen": _mean(far, tossing) - _mean(now, tossing),
    }
