"""Seed -> two chances; chances -> answers, and what known mistakes give."""

import random
from fractions import Fraction


def generate(seed):
    """Two chances, or None for a draw in which they are equal."""
    dice = random.Random(seed)
    first, second = (Fraction(dice.randint(1, 7), 8) for _ in range(2))
    return None if first == second else {"first": first, "second": second}


def answer(params):
    first, second = params["first"], params["second"]
    return {"both": first * second, "either": first + second - first * second}


def misconceptions(params):
    first, second = params["first"], params["second"]
    return {
        "adds for both": {"both": first + second},
        "forgets the overlap": {"either": first + second},
    }
