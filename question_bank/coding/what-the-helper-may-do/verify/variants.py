# hiretool-canary-e73a457d-bc46-4643-8b61-6adbf29e430b
"""Seed -> the numbers in the prompt, and the visits of a day."""

import json
import random


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    meant = draw.randrange(140, 320, 5)
    return {
        "homes": draw.randrange(900, 4_000, 10),
        "visits": draw.randint(50, 90),
        "budget": draw.randint(24, 36),
        "meant": meant,
        "spent": meant + draw.randrange(60, 160, 5),
    }


def visits(seed):
    """Lists of calls: look something up, book, look again, write; some hours are too late in the day."""
    facts, draw = generate(seed), random.Random(f"visits {seed}")
    made = []
    for _ in range(facts["visits"]):
        home = draw.randint(1, facts["homes"])
        calls = []
        for _ in range(draw.randint(1, 3)):
            calls += [["look_up", {"home": home}]] * draw.randint(1, 3)
            calls.append(["book", {"home": home, "hour": draw.randint(8, 19)}])
        calls += [["letter", {"home": home}]] * draw.choice([1, 1, 2])
        made.append(calls)
    return made


def write(folder, seed):
    """Put data/visits.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    text = json.dumps({"cents": generate(seed)["budget"], "visits": visits(seed)}, indent=0)
    (folder / "data" / "visits.json").write_text(text, encoding="utf-8")
