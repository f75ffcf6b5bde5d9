# hiretool-canary-afb084ff-c9be-428a-9458-3e88566501a1
"""Seed -> the numbers in the prompt, and the texts that the candidate receives."""

import json
import random


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "texts": draw.randint(220, 460),
        "millions": draw.randint(3, 40),
        "length": draw.choice([40, 48, 56, 64]),
        "cards": draw.randint(4, 16),
        "days": draw.randint(3, 12),
    }


def texts(draw, many, longest):
    """Lists of tokens: many short, some long, a few empty; some stand there twice."""
    found = []
    for _ in range(many):
        length = min(longest, int(draw.lognormvariate(2.4, 0.9))) if draw.random() > 0.03 else 0
        found.append([draw.choice([0, 1, draw.randrange(64)]) for _ in range(length)])
        if draw.random() < 0.05:
            found[-1] = list(draw.choice(found))
    return found


def write(folder, seed):
    """Put data/texts.jsonl into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    made = texts(random.Random(f"texts {seed}"), generate(seed)["texts"], 150)
    (folder / "data" / "texts.jsonl").write_text("".join(f"{json.dumps(text)}\n" for text in made), encoding="utf-8")
