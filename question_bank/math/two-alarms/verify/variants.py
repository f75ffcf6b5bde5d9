# hiretool-canary-b691b310-ee29-48e3-850a-61b657986fae
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"item": "listing", "bad": "counterfeit", "first": "image model", "second": "text model"},
    {"item": "circuit board", "bad": "faulty", "first": "camera", "second": "X-ray"},
    {"item": "blood sample", "bad": "spoiled", "first": "colour reader", "second": "clotting model"},
    {"item": "support ticket", "bad": "urgent", "first": "keyword rule", "second": "language model"},
    {"item": "login", "bad": "not by the owner", "first": "device check", "second": "behaviour model"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    params = {
        "one_in": rng.choice([10, 20, 25, 40, 50, 100, 200]),
        "catch": rng.choice([60, 70, 75, 80, 90]),
        "alarm": rng.choice([2, 4, 5, 8, 10]),
        "share": rng.choice([10, 20, 25, 40, 50]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction; odds of bad against good, multiplied by what each alarm is worth."""
    prior = Fraction(1, params["one_in"] - 1)
    catch, alarm, share = (Fraction(params[name], 100) for name in ("catch", "alarm", "share"))
    worth_alone = catch / alarm
    worth_shared = (share + (1 - share) * catch) / (share + (1 - share) * alarm)
    return {
        "after_one": _chance(prior * worth_alone),
        "after_two": _chance(prior * worth_alone**2),
        "after_two_shared": _chance(prior * worth_alone * worth_shared),
        "worth_shared": worth_shared,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    prior = Fraction(1, params["one_in"] - 1)
    catch, alarm, share = (Fraction(params[name], 100) for name in ("catch", "alarm", "share"))
    right = answer(params)
    one, two = right["after_one"], right["after_two"]
    return {
        "takes what is caught for what an alarm means": {"after_one": catch},
        "takes one minus the false alarms": {"after_one": 1 - alarm},
        "forgets the good ones in the prior": {"after_one": prior * catch / alarm},
        "multiplies the two chances": {"after_two": one**2},
        "combines the chances as if the item were drawn twice": {"after_two": 1 - (1 - one) ** 2},
        "starts the second alarm from the old base rate": {"after_two": one},
        "mixes the two final chances": {"after_two_shared": share * one + (1 - share) * two},
        "lets only the hits be shared": {
            "after_two_shared": _chance(prior * (share * catch + (1 - share) * catch**2) / alarm**2)
        },
        "treats the second alarm as new evidence": {"after_two_shared": two, "worth_shared": catch / alarm},
        "scales the worth by the part that is not shared": {"worth_shared": (1 - share) * catch / alarm},
    }


def _chance(odds):
    return odds / (1 + odds)


def _fair(params):
    """No mistake may land on a right value; one alarm must not settle the matter and sharing must matter."""
    right = answer(params)
    distinct = all(right[key] != value for wrong in misconceptions(params).values() for key, value in wrong.items())
    open_after_one = Fraction(1, 20) <= right["after_one"] <= Fraction(1, 2)
    return distinct and open_after_one and right["after_two"] - right["after_two_shared"] >= Fraction(1, 10)
