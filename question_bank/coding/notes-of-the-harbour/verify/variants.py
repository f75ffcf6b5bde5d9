# hiretool-canary-a2002a78-978b-419e-9726-ff729b934d70
"""Seed -> the numbers in the prompt, and what a model wrote about a day's notes."""

import json
import random

SHIPS = "Alma Birka Corvus Delfin Elke Freya Gudrun Hedda Isolde Jutta Karen Lotte Marit Nanna Oda Petra".split()
AGENTS = ["Brandt & Co", "Nord Agency", "Holm", "Vik and Sons"]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "notes": draw.randint(160, 320),
        "missing": draw.randint(20, 32),
        "tonnes": draw.randrange(1_200, 4_000, 100),
        "phoned": draw.randint(3, 9),
    }


def rows(seed):
    """(id, text): most are a record in a fence or in prose, some are not what they should be."""
    facts, draw = generate(seed), random.Random(f"rows {seed}")
    return [(f"n{number + 1:04d}", _answer(draw)) for number in range(facts["notes"])]


def _record(draw):
    made = {
        "ship": draw.choice(SHIPS),
        "cargo": draw.choice(["grain", "timber", "Diesel", "stone", "none"]),
        "tonnes": draw.randrange(200, 9_000, 10),
        "draught": draw.randint(25, 110) / 10,
        "pilot": draw.random() < 0.4,
    }
    if draw.random() < 0.5:
        made["agent"] = draw.choice([*AGENTS, None])
    return made


def _answer(draw):
    made = _record(draw)
    change = draw.random()
    if change < 0.04:
        del made[draw.choice(["tonnes", "draught", "pilot"])]
    elif change < 0.10:
        made["tonnes"] = draw.choice([f"{made['tonnes']:,}", f"{made['tonnes']} t", made["tonnes"] + 0.5, True])
    elif change < 0.16:
        made["tonnes"] = str(made["tonnes"])
        made["pilot"] = draw.choice(["yes", "no", "Yes"])
    elif change < 0.20:
        made["cargo"] = draw.choice(["Grain", "diesel", "gravel", "TIMBER"])
    elif change < 0.23:
        made["draught"] = draw.choice([made["draught"] * 10, "5,4", float("nan")])
    elif change < 0.26:
        made["pilot"] = draw.choice([1, "unknown", "if there is wind"])
    text = json.dumps(made, indent=draw.choice([None, 1, 2]))
    shape = draw.random()
    if shape < 0.35:
        return f"```json\n{text}\n```"
    if shape < 0.55:
        return f"Here is the record of the note:\n\n{text}\n\nLet me know if you need anything else."
    if shape < 0.62:
        return f"The note says {{see above}} that {made['ship']} comes in. {text} (Fields in {{}} are as asked.)"
    if shape < 0.69:
        return f"Draft:\n{text}\nAfter a check:\n```\n{text}\n```"
    if shape < 0.74:
        return f"Draft: {text}\n\nFinal: {json.dumps({**made, 'draught': 3.1})}"
    if shape < 0.78:
        return draw.choice(["I cannot read this note.", "", None, text[: len(text) // 2], text.replace('"', "'")])
    if shape < 0.81:
        return text[:-1] + f', "draught": {draw.randint(25, 110) / 10}' + "}"
    return text


def write(folder, seed):
    """Put data/answers.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "answers.json").write_text(json.dumps(rows(seed), indent=0), encoding="utf-8")
