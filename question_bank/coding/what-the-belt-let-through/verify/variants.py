# hiretool-canary-b60964bb-7d15-4d07-a53d-7d336e5003be
"""Seed -> the numbers in the prompt, and the items of a shift."""

import json
import random

KINDS = ["glass", "paper", "tin", "copper", "wood", "textile", "film", "battery"]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {"items": draw.randrange(300, 900, 10), "tonnes": draw.randint(20, 90), "belts": draw.randint(2, 9)}


def write(folder, seed):
    """Put data/items.json into `folder`: batteries are rare, and in some shifts there is none."""
    draw, pairs = random.Random(f"items {seed}"), []
    batteries = draw.choice([0, 0.3])
    for _ in range(generate(seed)["items"]):
        truth = draw.choices(KINDS, [*[10] * 6, 4, batteries])[0]
        pairs.append([truth, draw.choices([truth, None, draw.choice(KINDS)], [8, 1, 2])[0]])
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "items.json").write_text(json.dumps({"kinds": KINDS, "pairs": pairs}), encoding="utf-8")
