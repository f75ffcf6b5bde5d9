# hiretool-canary-0c74c2a9-2e6b-41bb-98dd-906d32881a46
"""Seed -> the numbers in the prompt, and the speeches."""

import random

WORDS = "the bridge road school water member thanks budget year asks minister why hospital harbour vote again paid not".split()


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "size": draw.randrange(100, 300, 10),
        "sittings": draw.randint(6, 9),
        "hours": draw.randint(9, 40),
        "minutes": draw.randint(35, 90),
    }


def sittings(seed):
    """A list of speeches for each sitting; some are empty, and some words are said every day."""
    facts, draw = generate(seed), random.Random(f"sittings {seed}")
    made = []
    for number in range(facts["sittings"]):
        speeches = [
            f"{number + 1:03d} " + " ".join(draw.choice(WORDS) for _ in range(draw.randint(1, 9)))
            for _ in range(draw.randint(300, 600))
        ]
        made.append([*speeches, f"{number + 1:03d} the sitting is closed"])
    return made


def write(folder, seed):
    """Put data/sitting-*.txt into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for number, speeches in enumerate(sittings(seed)):
        text = "".join(f"{speech}\n" for speech in speeches)
        (folder / "data" / f"sitting-{number + 1:03d}.txt").write_text(text, encoding="utf-8")
