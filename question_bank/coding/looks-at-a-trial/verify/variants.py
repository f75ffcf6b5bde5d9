# hiretool-canary-b5f23aeb-9467-44c0-950e-d09e42f5fc13
"""Seed -> the numbers in the prompt, and trials of a version against itself."""

import json
import random

HOURS = 38 * 24


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "trials": draw.randint(30, 48),
        "readers": draw.randint(180, 320),
        "late": draw.randint(6, 15),
        "rate": draw.randint(15, 40),
    }


def trial(draw, readers, rate, late, hours=HOURS, window=168, lift=0):
    """Lines in the order of arrival: some come late, some twice, and a few readers meet both versions."""
    lines = []

    def put(at, *rest):
        wait = draw.randint(12, 150) if draw.random() * 100 < late else draw.randint(0, 1)
        for _ in range(2 if draw.random() < 0.05 else 1):
            lines.append((at + wait, at, *rest))
            wait += draw.randint(0, 30)

    for number in range(readers):
        reader, arm, at = f"r{number:03d}", draw.choice("ab"), draw.randint(0, hours - 1)
        put(at, reader, "visit", arm)
        if draw.random() < 0.3:
            put(draw.randint(at, hours), reader, "visit", arm if draw.random() < 0.9 else "ab"[arm == "a"])
        if draw.random() * 100 < rate + lift * (arm == "b"):
            # Borrowing takes some days, and with some longer than the window.
            put(at + int(draw.expovariate(1 / (window / 3))), reader, "loan", "")
    lines.sort(key=lambda line: line[0])
    return lines


def trials(seed):
    facts, draw = generate(seed), random.Random(f"trials {seed}")
    return [trial(draw, facts["readers"], facts["rate"], facts["late"]) for _ in range(facts["trials"])]


def write(folder, seed):
    """Put data/trials.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "trials.json").write_text(json.dumps(trials(seed)), encoding="utf-8")
