# hiretool-canary-94e7c43f-2add-4e01-b6ad-4b35c4383fd5
"""Seed -> the numbers in the prompt, and the farms of two months."""

import csv
import random


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "farms": draw.randint(500, 900),
        "more": draw.randint(15, 40),
        "size": draw.randrange(60, 110, 5),
    }


def farms(seed, many=None):
    """(id, hectares): a few large ones, many small ones, and some that have let all their land."""
    draw = random.Random(f"farms {seed}")
    many = many or generate(seed)["farms"] + generate(seed)["more"]
    ids = draw.sample(range(1_000, 9_999), many)
    return [(f"f{id}", 0.0 if draw.random() < 0.03 else round(draw.lognormvariate(2.8, 0.95), 1) + 0.1) for id in ids]


def write(folder, seed):
    """Put data/january.csv and data/march.csv (the same farms and more, by id) into `folder`."""
    rows = farms(seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, part in (("january", rows[: generate(seed)["farms"]]), ("march", rows)):
        with open(folder / "data" / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["id", "hectares"])
            writer.writerows(sorted(part))
