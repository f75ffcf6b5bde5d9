# hiretool-canary-6bcdd26e-5e21-4187-bb15-1b3bdcc4cb8d
"""Seed -> the numbers in the prompt, and the conversations that the candidate receives."""

import json
import random

LANGUAGES = ["de", "es", "fi", "hi", "pl", "sw", "tr", "uk"]
ABOUT = [
    "opening hours",
    "a lost card",
    "a reserved book",
    "a fee",
    "films",
    "the reading room",
    "a new address",
    "e-books",
]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "size": draw.randrange(20, 65, 5),
        "machines": draw.randint(4, 9),
        "per_day": draw.randint(15, 90) * 1_000,
        "languages": draw.randint(4, 7),
        "rows": draw.randint(500, 900),
    }


def conversations(seed, many=None, languages=None):
    """Rows as dictionaries, in the order in which they took place. Languages differ in size; one has three rows."""
    draw = random.Random(f"conversations {seed}")
    spoken = draw.sample(LANGUAGES, languages or generate(seed)["languages"])
    weights = [draw.uniform(0.3, 3) for _ in spoken[1:]]
    rows, number = [], 100_000
    for _ in range((many or generate(seed)["rows"]) - 3):
        number += draw.randint(1, 40)
        rows.append(_row(draw, number, draw.choices(spoken[1:], weights)[0]))
    rows += [_row(draw, number + place + 1, spoken[0]) for place in range(3)]
    return rows


def _row(draw, number, language):
    return {
        "id": f"c{number}",
        "language": language,
        "rating": draw.choices(["good", "bad", None], [3, 1, 6])[0],
        "text": f"asked about {draw.choice(ABOUT)}, {draw.randint(2, 14)} turns",
    }


def machines(draw, rows, many):
    """The rows by machine: uneven, one has few, and some were sent to a second one as well."""
    shares = [draw.uniform(0.2, 3) for _ in range(many - 1)] + [0.1]
    found = [[] for _ in range(many)]
    for row in rows:
        for place in draw.choices(range(many), shares, k=2 if draw.random() < 0.05 else 1):
            found[place].append(row)
    return found


def lines(rows):
    return "".join(json.dumps(row) + "\n" for row in rows)


def write(folder, seed):
    """Put data/machine-01.jsonl and so on into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    draw = random.Random(f"machines {seed}")
    for number, rows in enumerate(machines(draw, conversations(seed), generate(seed)["machines"]), start=1):
        (folder / "data" / f"machine-{number:02d}.jsonl").write_text(lines(rows), encoding="utf-8")
