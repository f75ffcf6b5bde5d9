# hiretool-canary-032608f9-f00e-4df7-ac47-d6a8eb5449f0
"""Seed -> the numbers in the prompt, and the questions of a day."""

import csv
import random


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    size, seconds = draw.randint(10, 20), draw.randrange(60, 150, 5)
    return {
        "size": size,
        "keep": seconds * 1_000,
        "seconds": seconds,
        "questions": draw.randint(900, 1_600),
        "stops": draw.randint(60, 120),
    }


def questions(seed):
    """(stop, at): a few stops are asked for again and again, the others now and then."""
    facts, draw = generate(seed), random.Random(f"questions {seed}")
    made, at = [], 0
    for _ in range(facts["questions"]):
        at += draw.randrange(0, 2_001, 250)
        made.append((f"stop-{int(facts['stops'] * draw.random() ** 3):03d}", at))
    return made


def write(folder, seed):
    """Put data/questions.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    with open(folder / "data" / "questions.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["stop", "at"])
        writer.writerows(questions(seed))
