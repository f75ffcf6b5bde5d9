"""The same by listing every throw, and by throwing."""

import random
from fractions import Fraction
from itertools import product
from statistics import fmean, stdev


def answer(params):
    throws = list(product(range(1, params["sides"] + 1), range(1, params["other"] + 1)))
    return {
        "mean": Fraction(sum(map(sum, throws)), len(throws)),
        "same": Fraction(sum(one == other for one, other in throws), len(throws)),
    }


def drawn(params, seed):
    rng = random.Random(seed)
    sums = [rng.randint(1, params["sides"]) + rng.randint(1, params["other"]) for _ in range(2000)]
    return {"mean": (fmean(sums), stdev(sums) / 2000**0.5)}
