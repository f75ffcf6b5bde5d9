# hiretool-canary-31fccb8e-c341-4042-ace3-fb7195c19f90
"""The same values pair by pair: all pairs of answers are listed by whether they share a source, and their products are added.

What a sample is worth is read from how many lone answers would vary as much.
"""

from fractions import Fraction

import numpy as np


def _product(params, same):
    """Mean product of the distances of two answers from their mean, from the four ways that two can come out."""
    right = Fraction(params["right"], 100)
    both = Fraction(params["agree"], 100) if same else right**2
    one = right - both
    ways = {(1, 1): both, (1, 0): one, (0, 1): one, (0, 0): 1 - both - 2 * one}
    return sum(chance * (first - right) * (second - right) for (first, second), chance in ways.items())


def _own(params):
    right = Fraction(params["right"], 100)
    return right * (1 - right) ** 2 + (1 - right) * right**2


def _variance(params, sizes):
    """Variance of the mean over all answers, by adding up products over all pairs."""
    together = _product(params, True)
    total = sum(sizes)
    inside = sum(size * (size - 1) for size in sizes)
    assert _product(params, False) == 0
    return (total * _own(params) + inside * together) / Fraction(total) ** 2


def answer(params):
    """Values from pairs."""
    even = [params["each"]] * params["sources"]
    mixed = [params["many"], params["few"]] * (params["sources"] // 2)
    variance = _variance(params, even)
    # With ever more questions of each source only pairs of one source are left.
    limit = _product(params, True) / params["sources"]
    return {
        "alike": _product(params, True) / _own(params),
        "factor": variance / (_own(params) / sum(even)),
        "worth": _own(params) / variance,
        "variance": variance,
        "at_most": _own(params) / limit,
        "uneven": _variance(params, mixed),
    }


def drawn(params, seed, times=5_000):
    """Sources drawn as right throughout, wrong throughout or mixed: means, and how they vary."""
    rng = np.random.default_rng(seed)
    right = params["right"] / 100
    alike = (params["agree"] / 100 - right**2) / (right * (1 - right))
    # With chance `alike` both of a pair are the same draw: a source's own draw is used by each answer with chance sqrt.
    share = alike**0.5
    found = {}
    for key, sizes in (
        ("variance", [params["each"]] * params["sources"]),
        ("uneven", [params["many"], params["few"]] * (params["sources"] // 2)),
    ):
        own = rng.random((times, len(sizes))) < right
        total = np.zeros(times)
        for place, size in enumerate(sizes):
            kept = rng.binomial(size, share, times)
            total += kept * own[:, place] + rng.binomial(size - kept, right)
        mean = total / sum(sizes)
        found[key] = ((mean - right) ** 2).mean(), ((mean - right) ** 2).std() / times**0.5
    return found
