# hiretool-canary-c0dbd288-b6d9-4f08-b460-2a26a410b6ad
"""Seed -> the numbers in the prompt, and the readings of a morning."""

import json
import random


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {"stations": draw.randint(80, 240), "minutes": draw.randint(18, 55), "times": draw.randint(3, 6)}


def readings(seed):
    """Station -> degrees; now and then a thermometer says what cannot be."""
    draw, made = random.Random(f"readings {seed}"), {}
    for number in range(generate(seed)["stations"]):
        level = draw.gauss(2, 3)
        made[f"w{number + 1:03d}"] = [
            99.9 if draw.random() < 0.02 else round(draw.gauss(level, 1), 1) for _ in range(6)
        ] + [1.0]
    return made


def needs(draw, many=9):
    """Step -> names of inputs and of earlier steps, in a mixed order."""
    names = draw.sample("abcdefghijklmnop", many)
    made = {
        name: tuple(draw.sample(["x", "y", *names[:place]], min(place + 1, draw.randint(1, 3))))
        for place, name in enumerate(names)
    }
    return dict(draw.sample(list(made.items()), many))


def write(folder, seed):
    """Put data/readings.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "readings.json").write_text(json.dumps(readings(seed), indent=0), encoding="utf-8")
