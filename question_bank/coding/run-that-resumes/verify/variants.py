# hiretool-canary-c2521062-d2aa-4c7b-82b2-b30f315cebef
"""Seed -> the numbers in the prompt, and the questions that the candidate receives."""

import json
import random

THINGS = ["a boat", "the market", "two goats", "a bicycle", "Łukasz", "Nguyễn", "Zoë", "the café", "a kite", "Adaeze"]
ASKED = [
    "How many of {one} fit beside {two} if {number} are taken away?",
    "{two} meets {one} at {number} o'clock. Who waited?",
    "Translate into French: “{one} is older than {two} by {number} years.”",
    "Is it true that {one} weighs {number} kg? Answer yes or no.",
    "Continue the row: {number}, {one}, {two}, ...",
]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "questions": draw.randint(700, 1600),
        "hours": draw.randint(5, 14),
        "nights": draw.randint(6, 9),
        "ended": draw.randint(2, 4),
        "cents": draw.randint(2, 19),
    }


def questions(seed, many=None):
    """Rows as dictionaries. About one prompt in eight stands there a second time, under another id."""
    draw = random.Random(f"questions {seed}")
    rows = []
    for number in range(many or generate(seed)["questions"]):
        one, two = draw.sample(THINGS, 2)
        prompt = draw.choice(ASKED).format(one=one, two=two, number=draw.randint(2, 999))
        if rows and draw.random() < 0.12:
            prompt = draw.choice(rows)["prompt"]
        rows.append({"id": f"q{number + 1:04d}", "prompt": prompt})
    return rows


def write(folder, seed):
    """Put data/questions.jsonl into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(row, ensure_ascii=False) for row in questions(seed)]
    (folder / "data" / "questions.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
