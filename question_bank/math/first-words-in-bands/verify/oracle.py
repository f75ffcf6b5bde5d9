# hiretool-canary-ac2cf1d5-decc-45a7-9a9b-459c61614682
"""The same values by listing: which word comes first in an order, and how far along a row of numbers the bands have got.

The likeness comes from words that are put first one by one. Meeting is a walk: number after number, with what has happened kept.
"""

from fractions import Fraction

import numpy as np


def _words(params):
    one = set(range(params["one"]))
    shift = params["one"] - params["shared"]
    return one, set(range(shift, shift + params["other"]))


def _alike(params):
    """Share of words that, first in an order of all, are first in both texts."""
    one, other = _words(params)
    first = sorted(one | other)
    return Fraction(sum(word in one and word in other for word in first), len(first))


def _walk(alike, rows, bands):
    """(a band has agreed, the present band agrees so far) -> chance, number after number."""
    states = {(False, True): Fraction(1)}
    for place in range(rows * bands):
        longer = {}
        for (met, agrees), chance in states.items():
            for same, part in ((True, alike), (False, 1 - alike)):
                goes_on, done = agrees and same, met
                if (place + 1) % rows == 0:
                    done, goes_on = met or goes_on, True
                longer[done, goes_on] = longer.get((done, goes_on), 0) + chance * part
        states = longer
    return sum(chance for (met, _), chance in states.items() if met)


def _spread(alike, hashes):
    """Mean square of the share of agreeing numbers, by adding numbers one by one."""
    counts = {0: Fraction(1)}
    for _ in range(hashes):
        longer = {}
        for have, chance in counts.items():
            longer[have + 1] = longer.get(have + 1, 0) + chance * alike
            longer[have] = longer.get(have, 0) + chance * (1 - alike)
        counts = longer
    mean = sum(chance * Fraction(have, hashes) for have, chance in counts.items())
    return sum(chance * (Fraction(have, hashes) - mean) ** 2 for have, chance in counts.items())


def answer(params):
    """Values from listed words and walks."""
    alike, far = _alike(params), Fraction(params["far"], 10)
    met_far = _walk(far, params["rows"], params["bands"])
    return {
        "alike": alike,
        "met": _walk(alike, params["rows"], params["bands"]),
        "met_far": met_far,
        "false_pairs": met_far * params["millions"] * 10**6,
        "met_longer": _walk(alike, params["rows"] + 1, params["bands"]),
        "spread": _spread(alike, params["hashes"]),
    }


def drawn(params, seed, times=20_000):
    """Orders of the words, drawn: numbers of the first words, cut into bands."""
    rng = np.random.default_rng(seed)
    one, other = _words(params)
    every = len(one | other)
    marks = rng.random((times, params["hashes"], every))
    same = marks[:, :, sorted(one)].min(axis=2) == marks[:, :, sorted(other)].min(axis=2)
    met = same.reshape(times, params["bands"], params["rows"]).all(axis=2).any(axis=1)
    return {
        "met": (met.mean(), met.std() / np.sqrt(times)),
        "alike": (same.mean(), same.mean(axis=1).std() / np.sqrt(times)),
    }
