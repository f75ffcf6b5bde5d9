# hiretool-canary-eac1efb6-0641-4891-8600-8a21151393ba
"""Seed -> the numbers in the prompt, and the sounds of a night."""

import csv
import random

KINDS = ["chainsaw", "frog", "owl"]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {"sounds": draw.randint(600, 1_400), "hours": draw.randint(5, 9), "gap": draw.randrange(100, 600, 50)}


def sounds(seed, many=None, length=None):
    """(id, kind, start, end), mixed: calls in parts that overlap or touch, long ones with short ones inside, clicks."""
    facts, draw = generate(seed), random.Random(f"sounds {seed}")
    many, length = many or facts["sounds"], length or facts["hours"] * 3_600_000
    unit, made = length // (12 * many), []
    while len(made) < many:
        kind, start = draw.choice(KINDS), draw.randrange(length)
        for _ in range(draw.choice([1, 1, 2, 4])):
            end = start + draw.choice([0, unit, 2 * unit, 2 * unit, 6 * unit])
            made.append((kind, start, end))
            start = draw.choice([start, end, end, max(start, end - unit), end + unit // 2, start + (end - start) // 3])
    made = made[:many]
    draw.shuffle(made)
    return [(f"s{number + 1:05d}", *one) for number, one in enumerate(made)]


def write(folder, seed):
    """Put data/sounds.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    with open(folder / "data" / "sounds.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "kind", "start", "end"])
        writer.writerows(sounds(seed))
