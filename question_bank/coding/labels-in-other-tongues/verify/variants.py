# hiretool-canary-b2189929-8f1a-4162-bf79-7a05026c25f5
"""Seed -> the numbers in the prompt, and the labels of a museum."""

import json
import random

THINGS = ["bowl", "lamp", "ewer", "chest", "clock", "tile", "cup", "fan"]
STUFFS = ["brass", "walnut", "celadon", "pewter", "linen", "ivory"]
WORK = ["glazed", "chased", "carved", "painted", "gilt"]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "objects": draw.randrange(2_000, 9_000, 50),
        "languages": draw.randint(4, 9),
        "euros": draw.randrange(90, 400, 5),
        "changed": draw.randint(3, 20),
        "shown": draw.randint(40, 80),
    }


def labels(draw, many):
    """Rows with id and text; some texts stand twice."""
    made = []
    for number in range(many):
        text = f"{draw.choice(WORK).capitalize()} {draw.choice(THINGS)}, {draw.choice(STUFFS)}, made {draw.randint(1600, 1900)}"
        if number % 4 == 3:
            text = made[number - 2]["text"]
        made.append({"id": f"o{draw.randrange(10_000)}-{number}", "text": text})
    return made


def terms(draw, language):
    """Word -> how it is said; one that each set of labels has is among them."""
    words = THINGS + STUFFS + WORK
    return {word: f"{word}-{language}" for word in draw.sample(words, len(words))}


def write(folder, seed):
    """Put data/labels.json into `folder`."""
    facts, draw = generate(seed), random.Random(f"labels {seed}")
    data = {
        "model": {"name": "house-model", "version": 3},
        "terms": {language: terms(draw, language) for language in ("nl", "fr")},
        "labels": labels(draw, facts["shown"]),
    }
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "labels.json").write_text(json.dumps(data, indent=0), encoding="utf-8")
