# hiretool-canary-75d0cdbb-7722-437b-b259-1d873c402761
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"firm": "an insurer", "letters": "its letters", "hard": "a language that the model hardly knows"},
    {"firm": "a music publisher", "letters": "its programme notes", "hard": "scores in a notation of its own"},
    {"firm": "a chemist's supplier", "letters": "its replies", "hard": "formulas in a new writing"},
    {"firm": "a port", "letters": "its notices", "hard": "signals in a code that no other port uses"},
    {"firm": "a county archive", "letters": "its answers", "hard": "records in an old spelling and script"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)

    def entries():
        return [rng.randint(-2, 4) for _ in range(3)]

    params = {
        "layers": rng.choice([16, 24, 32, 40]),
        "matrices": rng.choice([4, 6]),
        "width": rng.choice([1024, 2048, 4096]),
        "rank": rng.choice([4, 8, 16, 32]),
        "b1": entries(),
        "a1": entries(),
        "b2": entries(),
        "a2": entries(),
        "x": [rng.randint(1, 4) for _ in range(3)],
        "sizes": sorted(rng.sample(range(1, 13), rng.choice([4, 5, 6])), reverse=True),
        "small": rng.choice([1, 2]),
        **rng.choice(SCENES),
    }
    params["parts"] = len(params["sizes"])
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    one, two = _added(params, "b1", "a1"), _added(params, "b2", "a2")
    return {
        "trained": Fraction(2 * params["rank"] * params["width"] * params["matrices"] * params["layers"]),
        "share": Fraction(2 * params["rank"], params["width"]),
        "one": Fraction(one),
        "both": Fraction(one + two),
        "mixed": Fraction(one + two + _added(params, "b1", "a2") + _added(params, "b2", "a1")),
        "reached": _kept(params, params["small"], 2),
        "needed": Fraction(_count(params, 2)),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    rank, width, x = params["rank"], params["width"], params["x"]
    places = params["matrices"] * params["layers"]
    swapped = params["a1"][0] * sum(map(_times, params["b1"], x))
    return {
        "counts one of the two": {"trained": right["trained"] / 2, "share": right["share"] / 2},
        "counts r times r": {"trained": Fraction(rank**2 * places), "share": Fraction(rank, width) ** 2},
        "counts the whole matrices": {"trained": Fraction(width**2 * places)},
        "counts one layer": {"trained": right["trained"] / params["layers"]},
        "counts one matrix a layer": {"trained": right["trained"] / params["matrices"]},
        "takes the entry of B alone": {"one": Fraction(params["b1"][0])},
        "swaps A and B": {"one": Fraction(swapped)},
        "multiplies entry by entry": {"one": Fraction(params["b1"][0] * params["a1"][0] * x[0])},
        "takes the mean of both": {"both": right["both"] / 2},
        "adds first and multiplies then": {"both": right["mixed"]},
        "takes the mixed for the sum": {"mixed": right["both"]},
        "takes the two other products alone": {"mixed": right["mixed"] - right["both"]},
        "takes sizes for squares": {
            "reached": _kept(params, params["small"], 1),
        },
        "counts to 90 % by sizes": {"needed": Fraction(_count(params, 1))},
        "counts parts": {"reached": Fraction(params["small"], len(params["sizes"]))},
        "needs all parts": {"needed": Fraction(len(params["sizes"]))},
    }


def _times(one, other):
    return one * other


def _added(params, into, along):
    """What a column and a row add to the first number that comes out."""
    return params[into][0] * sum(map(_times, params[along], params["x"]))


def _kept(params, parts, power):
    """Share of the largest parts."""
    sizes = [size**power for size in params["sizes"]]
    return Fraction(sum(sizes[:parts]), sum(sizes))


def _count(params, power):
    """Parts that it takes for 90 %."""
    return next(parts for parts in range(1, 99) if _kept(params, parts, power) >= Fraction(9, 10))


def _fair(params):
    """No mistake may land on a right value; no value is nought, and 90 % is not hit to a hair."""
    right = answer(params)
    hair = any(abs(_kept(params, parts, 2) - Fraction(9, 10)) < Fraction(1, 1000) for parts in range(1, 7))
    if 0 in right.values() or hair or right["one"] == right["both"]:
        return False
    return all(right[key] != value for wrong in misconceptions(params).values() for key, value in wrong.items())
