# hiretool-canary-20262d73-a14c-4bb3-8a91-8d2f82e2fc22
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"answer": "answer", "bad": "made up", "firm": "A travel agency"},
    {"answer": "digest", "bad": "unfaithful", "firm": "A news archive"},
    {"answer": "response", "bad": "impolite", "firm": "A telephone company"},
    {"answer": "translation", "bad": "misleading", "firm": "A patent office"},
    {"answer": "note", "bad": "incomplete", "firm": "A clinic"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    alarm = rng.choice([4, 5, 8, 10, 12])
    params = {
        "catch": rng.choice([60, 70, 75, 80, 85, 90]),
        "alarm": alarm,
        "seen": alarm + rng.choice([2, 3, 4, 5, 6, 8]),
        "better_seen": alarm + rng.choice([1, -1, -2]),
        "answers": rng.choice([200, 400, 500, 1000]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    catch, alarm, seen, better, answers = _shares(params)
    told = catch - alarm
    truth = (seen - alarm) / told
    return {
        "truth": truth,
        "of_flagged": truth * catch / seen,
        "better": (better - alarm) / told,
        "gap": (seen - better) / told,
        "variance": seen * (1 - seen) / (answers * told**2),
        "both": truth * catch**2 / (truth * catch**2 + (1 - truth) * alarm**2),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    catch, alarm, seen, better, answers = _shares(params)
    right = answer(params)
    truth = right["truth"]
    return {
        "what was flagged": {"truth": seen, "better": better, "gap": seen - better},
        "divided by what is caught": {"truth": seen / catch, "better": better / catch},
        "false alarms taken off only": {"truth": seen - alarm, "better": better - alarm},
        "false alarms of the good ones forgotten below the line": {"truth": (seen - alarm) / catch},
        "added in place of taken off": {"truth": (seen + alarm) / (catch + alarm)},
        "what is caught for what a flag means": {"of_flagged": catch},
        "one minus the false alarms": {"of_flagged": 1 - alarm},
        "true ones over flagged, all caught": {"of_flagged": truth / seen},
        "the side of nought turned": {"better": (alarm - better) / (catch - alarm)},
        "the gap over what is caught": {"gap": (seen - better) / catch},
        "the luck of what was flagged": {"variance": seen * (1 - seen) / answers},
        "divided by the distance, not its square": {"variance": seen * (1 - seen) / (answers * (catch - alarm))},
        "the luck of the truth": {"variance": truth * (1 - truth) / answers},
        "a second flag from the same judge is no news": {"both": right["of_flagged"]},
        "the two chances combined": {"both": 1 - (1 - right["of_flagged"]) ** 2},
    }


def _shares(params):
    catch, alarm, seen, better = (Fraction(params[name], 100) for name in ("catch", "alarm", "seen", "better_seen"))
    return catch, alarm, seen, better, params["answers"]


def _fair(params):
    """No mistake may come near a right value."""
    right = answer(params)
    return all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
