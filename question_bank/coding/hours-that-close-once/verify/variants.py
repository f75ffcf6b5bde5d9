# hiretool-canary-3b245abe-54c3-4005-ba26-a913094e66de
"""Seed -> the numbers in the prompt, and the readings in the order in which they arrive."""

import csv
import random


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "gauges": draw.randint(6, 14),
        "allowed": draw.randrange(300, 2000, 60),
        "readings": draw.randint(600, 1100),
        "first_hour": draw.randint(200, 6000),
        "releases": draw.randint(2, 9),
    }


def readings(seed, many=None, allowed=None):
    """Rows as dictionaries, in order of arrival. Some come late, some twice, and for some hours none at all."""
    facts, draw = generate(seed), random.Random(f"readings {seed}")
    many, allowed = many or facts["readings"], allowed or facts["allowed"]
    now, rows = facts["first_hour"] * 3600, []
    for number in range(many):
        now += draw.choice([0, 0, 20, 45, 60, 90, 120, 180, 300])
        if draw.random() < 0.012:
            # The radio is silent for some hours.
            now += draw.randint(2, 5) * 3600
        if draw.random() < 0.02:
            now += -now % 3600
        delay = draw.choices(
            [draw.randint(0, 90), draw.randint(0, allowed), draw.randint(0, 8 * allowed), 0], [12, 4, 2, 2]
        )[0]
        gauge = f"g{draw.randint(1, facts['gauges']):02d}"
        rows.append((now + delay, {"id": f"m{number:05d}", "gauge": gauge, "at": now, "level": draw.randint(40, 410)}))
    rows += [(arrives + draw.randint(0, 2 * allowed), row) for arrives, row in draw.sample(rows, many // 15)]
    return [row for _, row in sorted(rows, key=lambda pair: (pair[0], pair[1]["id"]))]


def write(folder, seed):
    """Put data/readings.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    with open(folder / "data" / "readings.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["id", "gauge", "at", "level"])
        writer.writeheader()
        writer.writerows(readings(seed))
