# hiretool-canary-438826ed-e4f4-45ad-9221-b6ea0c0b6ac4
"""Seed -> the numbers in the prompt, and the calls of a week."""

import csv
import random

DESKS = ["archive", "culture", "economy", "foreign", "letters", "local", "sport", "weather"]
PREFIXES = {"house-style": 14_200, "fact-check": 9_800, "headlines": 4_100, "translation": 6_300}
FIELDS = ["id", "desk", "at", "prefix", "prefix_tokens", "fresh", "out"]
DAY = 86_400_000


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    minutes = draw.randint(4, 12)
    return {
        "desks": draw.randint(5, 8),
        "minutes": minutes,
        "keep": minutes * 60_000,
        "calls": draw.randint(900, 1_800),
        "invoice": draw.randint(3_000, 9_000),
        "repeated": draw.randint(2, 6),
    }


def calls(seed):
    """Lines of the log: some desks begin early, lines come late, and a few come twice, one of them corrected."""
    facts, draw = generate(seed), random.Random(f"calls {seed}")
    desks, made = DESKS[: facts["desks"]], []
    for number in range(facts["calls"]):
        place = draw.randrange(len(desks))
        # The desks with a small number come to work first.
        hour = draw.triangular(5 + place, 20, 7 + place)
        prefix = draw.choice(["house-style", "house-style", *PREFIXES, ""])
        at = draw.randrange(5) * DAY + int(hour * 3_600_000)
        made.append(
            [
                f"n{number:05d}",
                desks[place],
                at,
                prefix,
                PREFIXES.get(prefix, 0),
                draw.randint(80, 900),
                draw.randint(20, 400),
            ]
        )
    made.sort(key=lambda row: row[2] + draw.randint(0, 90_000))
    for _ in range(facts["calls"] * facts["repeated"] // 100):
        row = list(draw.choice(made))
        row[6] += draw.choice([0, 0, 15])
        made.append(row)
    return made


def write(folder, seed):
    """Put data/calls.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    put(folder / "data" / "calls.csv", calls(seed))


def put(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(FIELDS)
        writer.writerows(rows)
