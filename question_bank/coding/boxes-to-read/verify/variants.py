# hiretool-canary-3223fc7b-5332-46ab-970c-77b9bd15e60d
"""Seed -> the numbers in the prompt, and the boxes that the candidate receives."""

import csv
import random


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "boxes": draw.randint(150, 320),
        "all_boxes": draw.randrange(3_000, 20_000, 100),
        "machines": draw.randint(3, 9),
        "missing": draw.randint(20, 90),
        "twice": draw.randint(5, 19),
    }


def boxes(seed):
    """Rows as dictionaries."""
    facts, draw = generate(seed), random.Random(f"boxes {seed}")
    names = [f"{draw.randint(1848, 1938)}-{number:03d}" for number in range(1, facts["boxes"] + 1)]
    return [{"id": name, "pages": draw.randint(60, 900)} for name in names]


def write(folder, seed):
    """Put data/boxes.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    with open(folder / "data" / "boxes.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["id", "pages"])
        writer.writeheader()
        writer.writerows(boxes(seed))
