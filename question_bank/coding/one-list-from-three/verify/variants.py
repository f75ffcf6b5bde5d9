# hiretool-canary-343a1967-613d-44e3-8b6a-af3b5c733475
"""Seed -> the numbers in the prompt, and the searches that the candidate receives."""

import json
import random

THINGS = (
    "seal bearing belt filter hose pump valve bolt chain blade spring gasket bush clutch lamp mirror tine share".split()
)
OF = "baler mower plough tractor seeder sprayer rake harrow".split()


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "parts": draw.randrange(20, 90) * 1_000,
        "typed": draw.randint(60, 140),
        "calls": draw.randint(15, 60),
        "shown": draw.choice([10, 12, 15, 20]),
        "seconds": draw.choice([0.4, 0.5, 0.6, 0.8]),
    }


def made(draw, longest=25, silent=0.06):
    """Searches of one thing that somebody typed: names, hits and which way they count. Scores are often equal."""
    known = [f"P{number}" for number in draw.sample(range(10_000, 99_999), 2 * longest)]
    rows = []
    for name, larger, score in (
        ("words", True, lambda: draw.choice([1.5, 2.0, 2.5, 3.0, 4.5, 7.25])),
        ("numbers", False, lambda: draw.randint(0, 6)),
        ("meaning", False, lambda: round(draw.uniform(0.1, 0.9), 2)),
    ):
        hits = [(part, score()) for part in draw.sample(known, draw.choice([0, 1, 3, longest // 2, longest]))]
        # The word search looks into several fields, and may name a part for each of them.
        hits += [(part, score()) for part, _ in hits if draw.random() < (0.15 if name == "words" else 0)]
        draw.shuffle(hits)
        rows.append({"name": name, "hits": None if draw.random() < silent else hits, "larger_is_better": larger})
    return rows


def typed(seed):
    """Rows as dictionaries."""
    draw = random.Random(f"typed {seed}")
    return [
        {"typed": f"{draw.choice(THINGS)} {draw.choice(OF)}", "searches": made(draw)}
        for _ in range(generate(seed)["typed"])
    ]


def write(folder, seed):
    """Put data/typed.jsonl into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(row) for row in typed(seed)]
    (folder / "data" / "typed.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
