# hiretool-canary-13b422a3-479f-4538-8756-1098a4d30a65
"""Seed -> the numbers in the prompt, and the judgements that the candidate receives."""

import csv
import random

MODELS = ["v1", "v2", "v3"]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "prompts": draw.randint(70, 140),
        "judges": draw.randint(4, 9),
        "letters": draw.randrange(12, 60) * 1_000,
        "months": draw.randint(3, 9),
        "back": draw.randint(2, 3),
    }


def judgements(seed, prompts=None, most=6):
    """Rows as dictionaries, in chance order. Judges agree on a prompt more than chance; who is read first wins more often."""
    facts, draw = generate(seed), random.Random(f"judgements {seed}")
    people = [f"j{number}" for number in range(1, facts["judges"] + 1)]
    rows = []
    for name in draw.sample(range(1_000, 9_999), prompts or facts["prompts"]):
        for one, other in (("v2", "v1"), ("v3", "v2")):
            # How much better on this prompt, and how many have looked at it: one of the two orders more often.
            better = draw.gauss(0.25 if one == "v2" else 0.1, 1.0)
            for judge in draw.sample(people * 3, draw.choice([1, 2, 2, 4, most])):
                first, second = (one, other) if draw.random() < (0.65 if one == "v2" else 0.5) else (other, one)
                seen = (better if first == one else -better) + 0.35 + draw.gauss(0, 0.7)
                choice = "tie" if abs(seen) < 0.25 else "first" if seen > 0 else "second"
                rows.append({"prompt": f"p{name}", "judge": judge, "first": first, "second": second, "choice": choice})
    draw.shuffle(rows)
    return rows


def write(folder, seed):
    """Put data/judgements.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    with open(folder / "data" / "judgements.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["prompt", "judge", "first", "second", "choice"])
        writer.writeheader()
        writer.writerows(judgements(seed))
