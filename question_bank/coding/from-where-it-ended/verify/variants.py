# hiretool-canary-490801fe-7eff-4014-a1ce-466f64726dd4
"""Seed -> the numbers in the prompt, and the rows that the candidate receives."""

import csv
import random

COLUMNS = ["sun", "wind", "clay", "slope", "always", "water"]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    ended = draw.randint(4, 12)
    return {
        "fields": draw.randint(220, 420),
        "hours": draw.randint(9, 30),
        "runs": draw.randint(15, 60),
        "ended": ended,
        "worse": draw.randint(2, ended - 1),
    }


def fields(seed):
    """Rows: what is known of a field, and how much water it took, in thousands of litres."""
    draw = random.Random(f"fields {seed}")
    weights = [draw.uniform(0.3, 1.5), draw.uniform(0.1, 0.8), -draw.uniform(0.2, 0.9), draw.uniform(-0.4, 0.4), 2.0]
    rows = []
    for _ in range(generate(seed)["fields"]):
        known = [round(draw.gauss(0, 1), 3) for _ in range(4)] + [1.0]
        rows.append([*known, round(sum(w * x for w, x in zip(weights, known)) + draw.gauss(0, 0.4), 3)])
    return rows


def write(folder, seed):
    """Put data/fields.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    with open(folder / "data" / "fields.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(fields(seed))
