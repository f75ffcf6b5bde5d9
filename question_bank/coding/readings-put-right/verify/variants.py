# hiretool-canary-6e2270c8-ce10-4d02-84ab-6ad5d3795f65
"""Seed -> the numbers in the prompt, and the readings of a month."""

import csv
import random


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "hours": draw.choice([12, 18, 24, 36]),
        "late": draw.choice([24, 36, 48, 72]),
        "train_error": round(draw.uniform(2.0, 3.9), 1),
        "live_error": round(draw.uniform(6.0, 9.9), 1),
    }


def rows(seed, hours=744, far=60):
    """(told, hour, value) by told: most at once, some late, some put right more than once or withdrawn."""
    draw = random.Random(f"readings {seed}")
    made = []
    for hour in range(1, hours + 1):
        level = 40 + 12 * ((hour % 24) in range(6, 22)) + draw.randint(-20, 20) / 4
        told = hour + (0 if draw.random() < 0.8 else draw.randint(1, far // 4))
        if draw.random() < 0.97:
            # Now and then a meter sends ten times the demand, and somebody sees it.
            made.append((told, hour, level * (10 if draw.random() < 0.03 else 1)))
        while draw.random() < 0.15:
            told += draw.randint(0, far)
            made.append((told, hour, None if draw.random() < 0.25 else level + draw.randint(-8, 8) / 4))
    return sorted(made, key=lambda row: row[0])


def write(folder, seed):
    """Put data/march.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    with open(folder / "data" / "march.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["told", "hour", "value"])
        writer.writerows((told, hour, "" if value is None else value) for told, hour, value in rows(seed))
