# hiretool-canary-2e52117c-fb5e-4fbe-a9f9-0ecc2c019055
"""The same values from ten thousand shows that are listed one by one, and from pairs of them.

No mean square is taken: how far shows differ is seen on pairs. Where two misses cross is found from records of one show
and of two.
"""

from fractions import Fraction
from itertools import product

import numpy as np


def _shows(params, cap=None):
    """Value of a show -> how many of ten thousand equally likely ones bring it; the rest bring nothing."""
    found = {Fraction(0): 0}
    for old, new, good in zip(params["old"], params["new"], params["good"]):
        weight = Fraction(new, old) if cap is None or new <= cap * old else Fraction(cap)
        found[weight] = found.get(weight, 0) + old * good
        found[Fraction(0)] += old * (100 - good)
    return found


def _mean(shows):
    return sum(value * count for value, count in shows.items()) / sum(shows.values())


def _luck(shows):
    """Half of the mean squared difference of two shows drawn one after the other."""
    pairs = product(shows.items(), repeat=2)
    return sum((one - two) ** 2 * many * more for (one, many), (two, more) in pairs) / (2 * sum(shows.values()) ** 2)


def _misses(shows, truth):
    """Mean squared distance from the truth for records of one show and of two."""
    all_ = sum(shows.values())
    one = sum((value - truth) ** 2 * count for value, count in shows.items()) / all_
    pairs = product(shows.items(), repeat=2)
    two = sum(((first + second) / 2 - truth) ** 2 * many * more for (first, many), (second, more) in pairs) / all_**2
    return one, two


def _served(params, fifth_good=None):
    """Shows of the new system itself, good or not; with the fifth order if its good share is named."""
    rest = 100 - (params["fifth"] if fifth_good is not None else 0)
    good = sum(rest * new * share for new, share in zip(params["new"], params["good"]))
    fifth = 0 if fifth_good is None else params["fifth"] * 100 * fifth_good
    return {Fraction(1): good + fifth, Fraction(0): 1_000_000 - good - fifth}


def answer(params):
    """Values from listed shows."""
    free, capped = _shows(params), _shows(params, params["cap"])
    truth = _mean(_served(params))
    one, two = (left - right for left, right in zip(_misses(free, truth), _misses(capped, truth)))
    # A difference in luck halves from one show to two, what is off stays: n times the difference is a line in n.
    start, slope = one, 2 * two - one
    weights = sum(old * min(Fraction(new, old), params["cap"]) for old, new in zip(params["old"], params["new"]))
    return {
        "share": _mean(free),
        "variance": _luck(free),
        "times": _luck(free) / _luck(_served(params)),
        "capped": _mean(capped),
        "capped_variance": _luck(capped),
        "even": 1 - start / slope,
        "seen": weights / 100,
        "low": _mean(_served(params, 0)),
        "high": _mean(_served(params, 100)),
    }


def drawn(params, seed, shows=400_000):
    """A record drawn by the old chances, and what the weights make of it."""
    rng = np.random.default_rng(seed)
    old, new, good = (np.array(params[name]) / 100 for name in ("old", "new", "good"))
    order = rng.choice(4, shows, p=old)
    well = rng.random(shows) < good[order]
    weight = (new / old)[order]
    values = {"share": weight * well, "capped": np.minimum(weight, params["cap"]) * well}
    return {key: (value.mean(), value.std() / shows**0.5) for key, value in values.items()}
