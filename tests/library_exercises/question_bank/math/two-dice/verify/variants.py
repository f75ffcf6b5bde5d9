"""Seed -> parameters; parameters -> exact answers and known mistakes."""

import random
from fractions import Fraction


def generate(seed):
    rng = random.Random(seed)
    sides, other = rng.randint(4, 20), rng.randint(4, 20)
    params = {"sides": sides, "other": other, "bound": Fraction(1, 4), "who": "Ada"}
    return params if sides < other else None


def answer(params):
    return {
        "mean": Fraction(params["sides"] + params["other"] + 2, 2),
        "same": Fraction(1, params["other"]),
    }


def misconceptions(params):
    return {
        "counts from 0": {"mean": Fraction(params["sides"] + params["other"], 2)},
        "takes the smaller die": {"same": Fraction(1, params["sides"])},
    }
