# hiretool-canary-c662a9b5-c5ec-4afa-b78a-c17282f80c24
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"firm": "A depot", "thing": "parcel", "bad": "broken", "check": "opened and mended"},
    {"firm": "A water works", "thing": "meter", "bad": "leaking", "check": "visited and sealed"},
    {"firm": "A library of sound recordings", "thing": "reel", "bad": "mouldy", "check": "unwound and cleaned"},
    {"firm": "A bus company", "thing": "door", "bad": "jamming", "check": "dismantled and greased"},
    {"firm": "A nursery", "thing": "tray", "bad": "infested", "check": "sprayed by hand"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    params = {
        "price": rng.choice([2, 3, 4, 5, 6]),
        "harm": rng.choice([20, 25, 30, 40, 50, 60]),
        "cured": rng.choice([60, 75, 80, 90]),
        "chances": [rng.choice([1, 2, 3]), rng.choice([5, 8, 10]), rng.choice([30, 40]), rng.choice([60, 70, 80])],
        "counts": [
            rng.choice([600, 700, 800]),
            rng.choice([100, 150, 200]),
            rng.choice([50, 60, 80]),
            rng.choice([10, 20]),
        ],
        "believed": rng.choice([25, 40, 50, 200]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    price, harm, cured = _costs(params)
    bar = price / (cured * harm)
    believed = bar * 100 / params["believed"]
    return {
        "bar": bar,
        "best": _total(params, bar),
        "half": _total(params, Fraction(1, 2)),
        "even": harm * bar**2 / 2 + price * (1 - bar) + (1 - cured) * harm * (1 - bar**2) / 2,
        "extra": cured * harm * (believed - bar) ** 2 / 2,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    price, harm, cured = _costs(params)
    right = answer(params)
    bar = right["bar"]
    believed = bar * 100 / params["believed"]
    rows = [(Fraction(chance, 100), count) for chance, count in zip(params["chances"], params["counts"])]
    done = sum(count for chance, count in rows if chance >= bar)
    missed = sum(count * chance * harm for chance, count in rows if chance < bar)
    return {
        "one half": {"bar": Fraction(1, 2)},
        "one cost over both": {"bar": price / (price + harm)},
        "the cure taken for certain": {"bar": price / harm},
        "the other cost over both": {"bar": harm / (price + harm)},
        "what is done cures all": {"best": done * price + missed},
        "missed ones only": {"best": missed},
        "all of them": {"best": sum(count * (price + (1 - cured) * chance * harm) for chance, count in rows)},
        "none of them": {"half": sum(count * chance * harm for chance, count in rows)},
        "the same at one half": {"half": right["best"]},
        "nothing is missed": {"even": price * (1 - bar)},
        "the mean chance for all": {"even": min(harm / 2, price + (1 - cured) * harm / 2)},
        "the whole cost between the bars": {"extra": cured * harm * abs(believed - bar)},
        "the square without its half": {"extra": cured * harm * (believed - bar) ** 2},
        "the price between the bars": {"extra": price * abs(believed - bar)},
        "the cure left out": {"extra": harm * (believed - bar) ** 2 / 2},
    }


def _costs(params):
    return params["price"], params["harm"], Fraction(params["cured"], 100)


def _total(params, bar):
    """Expected cost of the table's rows if all from the bar upwards are treated."""
    price, harm, cured = _costs(params)
    total = Fraction(0)
    for percent, count in zip(params["chances"], params["counts"]):
        chance = Fraction(percent, 100)
        total += count * (price + (1 - cured) * chance * harm if chance >= bar else chance * harm)
    return total


def _fair(params):
    """The bar lies inside, the table has a row between it and one half, and no mistake comes near a right value."""
    right = answer(params)
    bar, believed = right["bar"], right["bar"] * 100 / params["believed"]
    chances = [Fraction(chance, 100) for chance in params["chances"]]
    inside = chances[0] < bar < chances[2] < Fraction(1, 2) and bar not in chances and believed < Fraction(9, 10)
    return inside and all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
