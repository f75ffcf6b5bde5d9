# hiretool-canary-792764ac-2940-4917-b928-b07ac07abbd2
"""Seed -> the numbers in the prompt, and the letters of a morning."""

import csv
import random


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    calls = draw.randrange(20, 60, 2)
    return {
        "calls": calls,
        "tokens": calls * draw.randrange(280, 420, 20),
        "letters": draw.randint(180, 300),
        "refused": draw.randint(6, 19),
        "late": draw.randint(11, 34),
    }


def letters(seed):
    """(id, at, tokens, used): the post comes in heaps, and some letters are long."""
    facts, draw = generate(seed), random.Random(f"letters {seed}")
    made, at = [], 0
    for number in range(facts["letters"]):
        at += draw.randint(0, 900) if draw.random() < 0.95 else draw.randint(10_000, 50_000)
        tokens = draw.randint(150, 600) if draw.random() < 0.9 else draw.randint(1_200, 3_000)
        made.append((f"p{number + 1:04d}", at, tokens, draw.randint(tokens // 2, tokens)))
    return made


def write(folder, seed):
    """Put data/letters.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    with open(folder / "data" / "letters.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "at", "tokens", "used"])
        writer.writerows(letters(seed))
