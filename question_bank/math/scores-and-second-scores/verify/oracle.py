# hiretool-canary-1a03724b-d770-4ba0-8116-de5015dc6286
"""The same values from coins: skill is the sum of so many coins, luck that of so many others, and all falls are counted.

Bell-shaped skill and luck give the same means and variances here, since what a sum tells of a part of it depends on how many
coins are in the part. No share of variances is formed.
"""

from fractions import Fraction
from math import comb

import numpy as np

STEP = 3


def _coins(number):
    """Sum of so many coins of +1 and -1 -> number of falls."""
    return {2 * heads - number: comb(number, heads) for heads in range(number + 1)}


def _sum(one, other):
    found = {}
    for have, falls in one.items():
        for more, further in other.items():
            found[have + more] = found.get(have + more, 0) + falls * further
    return found


def _skill_given(skill, luck, seen):
    """Skill -> falls in which skill and luck add up to what was seen."""
    chances = _coins(luck)
    return {value: falls * chances.get(seen - value, 0) for value, falls in _coins(skill).items()}


def _mean(falls):
    return Fraction(sum(value * times for value, times in falls.items()), sum(falls.values()))


def _missed(pairs, slope):
    """Mean square by which a straight line through the mean misses the second score."""
    return sum(falls * (second - slope * first) ** 2 for (first, second), falls in pairs.items()) / sum(pairs.values())


def answer(params):
    """Values from counted falls, in steps; then put back into points."""
    skill, luck, tests = params["skill"] // STEP**2, params["luck"] // STEP**2, params["tests"]
    steps = (params["low"] - params["mean"]) // STEP
    now = _skill_given(skill, luck, steps)
    later = _sum(now, _coins(luck))
    # Several tests: their sum is so many times skill, plus luck of each. Count in coins of skill that weigh `tests`; what
    # such a coin is worth follows from two sums that can both come about, as the pull is a straight line.
    expected = params["mean"] + STEP * _mean(later)
    # Seen first and looked for first: falls of (skill, first, second), read from the second.
    pairs = {}
    for value, falls in _coins(skill).items():
        for first, one in _coins(luck).items():
            for second, two in _coins(luck).items():
                pairs[value + first, value + second] = pairs.get((value + first, value + second), 0) + falls * one * two
    back = {first: falls for (first, second), falls in pairs.items() if second == steps}
    square = sum(falls * first * second for (first, second), falls in pairs.items())
    alone = sum(falls * first * first for (first, _), falls in pairs.items())
    return {
        "kept": Fraction(square, alone),
        "expected": expected,
        "of_help": params["second"] - expected,
        "expected_after_mean": params["mean"] + STEP * _line(skill, luck, tests, steps),
        "spread_next": STEP**2 * _missed(pairs, Fraction(square, alone)),
        "backwards": params["mean"] + STEP * _mean(back),
    }


def _line(skill, luck, tests, steps):
    """Best straight line for a further test from the mean of several, from counted sums of products."""
    total = {0: 1}
    for _ in range(tests):
        total = _sum(total, _coins(luck))
    mixed = alone = 0
    for value, falls in _coins(skill).items():
        for noise, times in total.items():
            shown = Fraction(tests * value + noise, tests)
            # A further test has luck of mean nought, so skill may stand for it.
            mixed += falls * times * shown * value
            alone += falls * times * shown**2
    return Fraction(mixed, alone) * steps


def drawn(params, seed, people=400_000):
    """Bell-shaped skill and luck; those whose first score is near the low one, moved onto it by the line through them."""
    rng = np.random.default_rng(seed)
    skill = rng.normal(params["mean"], params["skill"] ** 0.5, people)
    first, second = (skill + rng.normal(0, params["luck"] ** 0.5, people) for _ in range(2))
    near = np.abs(first - params["low"]) < 1
    # Within the strip the mean of the first scores is not the low one: shift by the slope of all.
    slope = np.cov(first, second)[0, 1] / first.var()
    shifted = second[near] - slope * (first[near] - params["low"])
    return {
        "expected": (shifted.mean(), shifted.std() / np.sqrt(near.sum())),
        "spread_next": (shifted.var(), shifted.var() * np.sqrt(2 / near.sum())),
    }
