# hiretool-canary-5b6cae88-7db4-4d97-b447-737ec7666ec7
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"who": "reader", "names": ["daily", "now and then", "away"], "keep": "A shorter morning page", "call": "a letter"},
    {"who": "driver", "names": ["full weeks", "single days", "away"], "keep": "A fairer rota", "call": "a bonus"},
    {"who": "learner", "names": ["each day", "at weekends", "away"], "keep": "A daily quiz", "call": "a reminder"},
    {"who": "tester", "names": ["many items", "few items", "away"], "keep": "A faster tool", "call": "a phone call"},
    {
        "who": "swimmer",
        "names": ["several visits", "one visit", "away"],
        "keep": "A quieter hour",
        "call": "a free ticket",
    },
]
MOVES = ("tire", "quit", "rally", "fade", "back")


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    params = {
        "tire": rng.choice([10, 15, 20, 25, 30]),
        "quit": rng.choice([5, 10]),
        "rally": rng.choice([10, 15, 20, 25, 30, 40]),
        "fade": rng.choice([10, 15, 20, 25, 30]),
        "back": rng.choice([4, 5, 8, 10, 12, 15]),
        "cut": rng.choice([20, 25, 40, 50]),
        **rng.choice(SCENES),
    }
    leaving = [params["tire"] + params["quit"], params["rally"] + params["fade"], params["back"]]
    params["stay"] = [100 - percent for percent in leaving]
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction: what flows into a state flows out of it."""
    active, quiet, away = _shares(params)
    back = Fraction(params["back"], 100)
    return {
        "active": active,
        "quiet": quiet,
        "away": away,
        "spell_away": 1 / back,
        "between_departures": 1 / (away * back),
        "active_kept": _shares(params, keep=1 - Fraction(params["cut"], 100))[0],
        "active_called": _shares(params, call=2)[0],
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    active, quiet, away = (right[key] for key in ("active", "quiet", "away"))
    tire, leave, rally, fade, back = (Fraction(params[name], 100) for name in MOVES)
    stay = [Fraction(percent, 100) for percent in params["stay"]]
    spells = [1 / (1 - share) for share in stay]
    cut = Fraction(params["cut"], 100)
    return {
        "takes the shares as equal": dict.fromkeys(("active", "quiet", "away"), Fraction(1, 3)),
        "averages the columns": {
            "active": (stay[0] + rally + back) / 3,
            "quiet": (tire + stay[1]) / 3,
            "away": (leave + fade + stay[2]) / 3,
        },
        "looks one week ahead from all active": {"active": stay[0], "quiet": tire, "away": leave},
        "shares in proportion to staying": {"active": stay[0] / sum(stay), "quiet": stay[1] / sum(stay)},
        "shares in proportion to the length of a spell": {
            "active": spells[0] / sum(spells),
            "away": spells[2] / sum(spells),
        },
        "forgets those who go away at once": {"away": _shares({**params, "quit": 0})[2]},
        "takes one over the chance of staying": {"spell_away": 1 / stay[2]},
        "does not count the first week": {"spell_away": 1 / back - 1},
        "takes the time between two weeks away": {"between_departures": 1 / away},
        "adds up one spell of each kind": {"between_departures": sum(spells)},
        "takes the spell away for the time between": {"between_departures": 1 / back},
        "moves the share of those who would have left": {"active_kept": active + cut * (1 - stay[0]) * active},
        "divides the share by what is left of leaving": {"active_kept": active / (1 - cut)},
        "keeps those who tire only": {"active_kept": _shares({**params, "tire": params["tire"] * (1 - cut)})[0]},
        "brings half of the absent back to stay": {"active_called": active + away / 2},
        "doubles the share": {"active_called": 2 * active},
    }


def _shares(params, keep=1, call=1):
    """Long-run shares of active, quiet and away; leaving the active state times keep, coming back times call."""
    tire, leave, rally, fade, back = (Fraction(params[name]) for name in MOVES)
    quiet = keep * tire / (rally + fade)
    away = (keep * leave + quiet * fade) / (call * back)
    return 1 / (1 + quiet + away), quiet / (1 + quiet + away), away / (1 + quiet + away)


def _fair(params):
    """No mistake may land on a right value; each state must hold some, and the two plans must differ."""
    right = answer(params)
    # A decimal within 1 % counts as right.
    distinct = all(
        abs(right[key] - value) > abs(right[key]) / 100
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    held = min(right[key] for key in ("active", "quiet", "away")) >= Fraction(1, 8) and params["stay"][1] >= 30
    differ = abs(right["active_kept"] - right["active_called"]) >= Fraction(1, 50)
    return distinct and held and differ and right["away"] >= Fraction(1, 4)
