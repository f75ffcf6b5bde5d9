# hiretool-canary-10dbd98b-acc2-4d54-a424-07ab1fc7c398
"""Seed -> the numbers in the prompt, and the trials of a day."""

import json
import random

NAMES = "ranking button search voice offline sleep home queue cover".split()
ARMS = [{"old": 1, "new": 1}, {"old": 2, "new": 1}, {"old": 1, "new": 1, "newest": 1}, {"old": 3, "new": 1}]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    own = {trial["name"]: trial["width"] for trial in trials(seed)}
    # Both begin at 0, and in the given code a user has one point for all layers.
    return {**_facts(seed), "both": round(100 * min(own["ranking"], own["button"]) / own["button"])}


def _facts(seed):
    draw = random.Random(f"facts {seed}")
    return {
        "users": draw.randrange(20_000, 90_000, 1_000),
        "first": draw.choice([5, 6, 8, 10]),
        "moved": draw.randint(81, 89),
    }


def trials(seed):
    """Dictionaries. In two layers trials lie side by side; in one of them two overlap by mistake."""
    facts, draw = _facts(seed), random.Random(f"trials {seed}")
    names, made = draw.sample(NAMES[2:], 5), []
    for layer, inside in (("list", ["ranking", *names[:2]]), ("screen", ["button", *names[2:]])):
        start = 0
        for name in inside:
            width = draw.randrange(1_500, 2_400, 100)
            made.append(
                {
                    "name": name,
                    "layer": layer,
                    "start": start,
                    "width": width,
                    "shown": draw.choice([1_000, 2_500, 4_000]),
                    "arms": draw.choice(ARMS),
                }
            )
            start += width + draw.choice([0, 0, 100, -300])
    made[0]["shown"] = 100 * facts["first"]
    made.append(
        {
            "name": "cover",
            "layer": "sound",
            "start": 7_000,
            "width": 3_000 + draw.choice([0, 0, 1]),
            "shown": 10_000,
            "arms": draw.choice(ARMS),
        }
    )
    return made


def write(folder, seed):
    """Put data/trials.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "trials.json").write_text(json.dumps(trials(seed), indent=1), encoding="utf-8")
