# hiretool-canary-0dab2482-fdea-4681-87c6-74456a7820fd
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"who": "a weather office"},
    {"who": "a library"},
    {"who": "a radio house"},
    {"who": "a seed bank"},
    {"who": "a law publisher"},
]
BYTES = 2
G = 10**9


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    machines = rng.choice([4, 6, 8, 10, 12, 16])
    params = {
        "weights": rng.choice([1, 2, 3, 5, 7, 10, 13]),
        "machines": machines,
        "more": rng.choice([32, 48, 64]),
        "speed": rng.choice([5, 10, 20, 25, 40, 50, 100]),
        "alone": rng.choice([4, 6, 8, 10, 12, 16, 20, 30]),
        "stages": rng.choice([4, 5, 6, 8, 10]),
        "split": rng.choice([6, 8, 10, 12, 16, 20]),
        "most_idle": rng.choice([Fraction(5), Fraction(8), Fraction(10), Fraction(25, 2), Fraction(15)]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    machines, stages, split = params["machines"], params["stages"], params["split"]
    slopes, speed, idle = BYTES * params["weights"] * G, params["speed"] * G, params["most_idle"] / 100
    sent = Fraction(2 * (machines - 1) * slopes, machines)
    needed = (stages - 1) * (1 - idle) / idle
    return {
        "rounds": Fraction(2 * (machines - 1)),
        "sent": sent,
        "ring": sent / speed,
        "centre": Fraction(2 * (machines - 1) * slopes, speed),
        "faster": params["alone"] / _step(params, machines),
        "faster_more": params["alone"] / _step(params, params["more"]),
        "idle": Fraction(stages - 1, split + stages - 1),
        "parts": Fraction(-(-needed.numerator // needed.denominator)),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    machines, more, stages, split, alone = (params[name] for name in ("machines", "more", "stages", "split", "alone"))
    slopes, speed, idle = BYTES * params["weights"] * G, params["speed"] * G, params["most_idle"] / 100
    ring = right["ring"]
    return {
        "takes a round for each machine": {"rounds": Fraction(machines)},
        "stops when each holds one sum": {
            "rounds": Fraction(machines - 1),
            "sent": right["sent"] / 2,
            "ring": ring / 2,
        },
        "sends the slopes once": {"sent": Fraction(slopes), "ring": Fraction(slopes, speed)},
        "sends them there and back": {"sent": Fraction(2 * slopes), "ring": Fraction(2 * slopes, speed)},
        "sends all slopes in each round": {"sent": right["sent"] * machines, "ring": ring * machines},
        "takes bits for bytes": {"ring": 8 * ring, "centre": 8 * right["centre"]},
        "counts slopes for bytes": {"sent": right["sent"] / BYTES, "ring": ring / BYTES},
        "counts the middle one way": {"centre": right["centre"] / 2},
        "sends to itself as well": {"centre": Fraction(2 * machines * slopes, speed)},
        "lets all links work in the middle": {"centre": Fraction(2 * slopes, speed)},
        "forgets the ring": {"faster": Fraction(machines), "faster_more": Fraction(more)},
        "does not divide the arithmetic": {"faster": alone / (alone + ring)},
        "takes the ring alone": {"faster": alone / ring},
        "scales up the gain": {"faster_more": right["faster"] * Fraction(more, machines)},
        "sets stages over parts": {"idle": Fraction(stages - 1, split)},
        "counts a turn too many": {"idle": Fraction(stages - 1, split + stages)},
        "takes the turns of work": {"idle": Fraction(split, split + stages - 1)},
        "lets each stage have its parts": {"idle": Fraction(1, stages)},
        "divides stages by the share": {"parts": (stages - 1) / idle},
        "turns the share round": {"parts": (stages - 1) * idle / (1 - idle)},
        "takes all stages": {"parts": stages * (1 - idle) / idle},
    }


def _step(params, machines):
    """Seconds of a step: arithmetic, then the ring."""
    slopes = Fraction(BYTES * params["weights"], params["speed"])
    return Fraction(params["alone"], machines) + 2 * (machines - 1) * slopes / machines


def _fair(params):
    """No mistake may come near a right value; the ring is a fair part of a step, and more machines still help."""
    right = answer(params)
    share = right["ring"] / _step(params, params["machines"])
    if not Fraction(1, 10) <= share <= Fraction(6, 10) or right["faster_more"] < right["faster"]:
        return False
    return all(
        abs(right[key] - value) > right[key] / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
