# hiretool-canary-28368bb6-586f-4d84-ab7b-44195cb6d056
"""Seed -> the numbers in the prompt, and the questions that the candidate receives."""

import csv
import random

ABOUT = """travel, meals, a car, a bicycle, rent, a loan, a gift, shares, a pension, child care, a study, a move, a roof,
solar panels, a dog, tools, books, a phone, insurance, donations, a lodger, overtime, a second job, a divorce""".split(
    ","
)
ASKED = ["can i deduct {}", "where do i enter {}", "is {} taxed", "which proof for {}", "until when must i declare {}"]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "offices": draw.randint(12, 60),
        "daily": draw.randrange(30, 150, 5) * 1_000,
        "asked": draw.randint(2_500, 5_000),
        "size": draw.choice([40, 50, 60, 80]),
        "years": draw.randint(2, 6),
    }


def questions(draw, many):
    """A few are asked often, many once; some only towards the end."""
    known = [ask.format(" ".join(about.split())) for ask in ASKED for about in ABOUT]
    draw.shuffle(known)
    found = []
    for place in range(many):
        if draw.random() < 0.45:
            found.append(f"{draw.choice(known)} in {draw.randint(1990, 2026)} for {draw.choice(ABOUT).strip()}")
        else:
            # The first of them far more often than the later ones.
            number = min(int(draw.paretovariate(0.7)) - 1, len(known) - 1)
            found.append(known[-1 - number] if place > 0.7 * many and draw.random() < 0.5 else known[number])
    return found


def asked(seed):
    """Rows as dictionaries."""
    facts, draw = generate(seed), random.Random(f"asked {seed}")
    offices = [f"office {number}" for number in range(1, min(facts["offices"], 6) + 1)]
    return [{"office": draw.choice(offices), "question": question} for question in questions(draw, facts["asked"])]


def write(folder, seed):
    """Put data/asked.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    with open(folder / "data" / "asked.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["office", "question"])
        writer.writeheader()
        writer.writerows(asked(seed))
