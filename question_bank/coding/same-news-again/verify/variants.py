# hiretool-canary-267f2830-04d3-45f4-8c2f-57a415b5e6d0
"""Seed -> the numbers in the prompt, and the notices that the candidate receives."""

import json
import random

WORDS = """after agreed alarm area arrived asked bank before bridge bus centre city closed council court cut delayed demand
driver early east election farm ferry fire flood flour forest found fuel garden goal guard harbour heavy hospital hours
judge lake late lead line main market mayor meeting mill mine minister morning new night north office old open over
people pipe plan police port power price rail rain record region repair report rescue river road roof said school sea
second ship shop signed snow south station storm strike team third three ticket town trade train twelve two union
village vote wall warned water west winter without works year""".split()
AGENCIES = [
    "By our correspondent in the capital.",
    "Agency report, all rights reserved.",
    "This notice replaces an earlier one.",
]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "notices": draw.randint(420, 640),
        "agencies": draw.randint(6, 15),
        "daily": draw.randrange(20, 90, 5) * 1_000,
        "size": draw.choice([40, 48, 56, 64]),
        "keep": draw.randrange(120, 260, 10),
        "threshold": draw.choice([0.45, 0.5, 0.55]),
    }


def notices(seed, many=None, shortest=20, longest=90):
    """Rows as dictionaries, in the order in which they came. Many are told again, some long after."""
    many = many or generate(seed)["notices"]
    draw = random.Random(f"notices {seed}")
    texts, told = ["", "!"], []
    while len(texts) < many:
        if told and draw.random() < 0.55:
            words = changed(draw, draw.choice(told[-12:] if draw.random() < 0.7 else told))
        else:
            words = draw.choices(WORDS, k=draw.randint(shortest, longest))
        told.append(words)
        texts.append(written(draw, words))
    return [
        {"id": f"n{number}", "text": text}
        for number, text in zip(sorted(draw.sample(range(1_000, 9_999), many)), texts)
    ]


def changed(draw, words):
    """As the next agency tells it: some words others, a part left out or put in front."""
    words = list(words)
    for _ in range(draw.randint(1, 4)):
        place = draw.randint(0, len(words))
        words[place : place + draw.choice([0, 1, 3])] = draw.choices(WORDS, k=draw.choice([0, 1, 1, 2]))
    if draw.random() < 0.3:
        words = draw.choices(WORDS, k=draw.randint(3, 12)) + words
    return words or draw.choices(WORDS, k=9)


def written(draw, words):
    text = " ".join(
        f"{word}{draw.choice([',', '.', ''])}" if draw.random() < 0.2 else word for word in words
    ).capitalize()
    return f"{draw.choice(AGENCIES)} {text}" if draw.random() < 0.3 else text


def write(folder, seed):
    """Put data/notices.jsonl into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(row, ensure_ascii=False) for row in notices(seed)]
    (folder / "data" / "notices.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
