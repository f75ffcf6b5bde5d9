# hiretool-canary-f548effd-b95d-4e2c-a592-02899c755052
"""Seed -> the numbers in the prompt, the tables, and a delivery that came late."""

import json
import random


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "baths": draw.randint(14, 70),
        "days": draw.randint(60, 110),
        "late": draw.randint(3, 9),
        "slots": draw.choice([3, 4, 5, 6]),
        "weeks": draw.randint(2, 5),
        "hours": draw.randint(9, 15),
    }


def tables(seed):
    """Dictionaries in the order of the file; each table comes after what it needs on the same day."""
    draw = random.Random(f"tables {seed}")
    far = draw.choice([6, 13, 20])
    made = [
        ("gates", draw.randint(4, 9), {}, 2),
        ("weather", draw.randint(1, 3), {}, None),
        ("visits", draw.randint(5, 14), {"gates": (0, 0)}, None),
        ("water", draw.randint(3, 8), {"visits": (0, 1), "weather": (0, 0)}, draw.choice([None, 2])),
        ("week", draw.randint(2, 6), {"visits": (0, 6)}, None),
        ("features", draw.randint(6, 15), {"visits": (1, far), "weather": (0, 0)}, draw.choice([1, 2])),
        ("forecast", draw.randint(4, 12), {"features": (0, 0), "week": (1, 1)}, None),
        ("misses", draw.randint(1, 3), {"forecast": (1, 7), "visits": (0, 0)}, None),
        ("season", draw.randint(1, 2), {"season": (1, 1), "visits": (0, 0)}, None),
        ("sheet", draw.randint(2, 5), {"forecast": (0, 0), "misses": (0, 0), "season": (0, 0), "water": (0, 0)}, None),
    ]
    return [{"name": name, "minutes": minutes, "needs": needs, "most": most} for name, minutes, needs, most in made]


def delivery(seed):
    """The days of the gates that were counted anew, and the last day there is."""
    facts, draw = generate(seed), random.Random(f"delivery {seed}")
    last = facts["days"] - 1
    start = draw.randrange(last // 2, last - 12)
    days = sorted(draw.sample(range(start, start + 12), facts["late"]))
    return {"last": last, "changed": [["gates", day] for day in days]}


def write(folder, seed):
    """Put data/tables.json and data/delivery.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "tables.json").write_text(json.dumps(tables(seed), indent=1), encoding="utf-8")
    (folder / "data" / "delivery.json").write_text(json.dumps(delivery(seed)), encoding="utf-8")
