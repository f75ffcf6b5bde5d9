# hiretool-canary-42b891c3-0096-4594-8ae4-b27bfd74da7a
"""Seed -> the numbers in the prompt, and the calls."""

import json
import random

FIRST = ["Ana", "Jon", "Marie-Lou", "Tarek", "Birgit", "Oksana", "Li", "May"]
LAST = ["Petrov", "Achterberg", "Okafor", "Lind", "van Dyk", "Rosenthal", "Nuñez"]
ABOUT = ["mould in the bathroom", "the heating bill", "the lift", "a new lease", "noise at night", "the deposit"]
FRAMES = [
    "My name is {person} and I call about {about}.",
    "It is {about} again, at {address}; ask {person}.",
    "You have {contract} on file, and in may it was {about}, said {person}.",
    "Call {phone} or write to {mail} about {about}, please.",
    "{person}, {address}, {phone}: {about}.",
    "Yes, {about}. My neighbour {person} has it as well; {phone} is hers.",
]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {"calls": draw.randint(120, 400), "raters": draw.randint(4, 19)}


def turn(draw, people):
    """Something said, what three finders mark in it, and what it is about."""
    about, text, spans = draw.choice(ABOUT), "", []
    frame = draw.choice(FRAMES)
    while frame:
        before, brace, frame = frame.partition("{")
        text += before
        if not brace:
            break
        kind, _, frame = frame.partition("}")
        start, name = len(text), draw.choice(people)
        if kind == "about":
            text += about
            continue
        text += {
            "person": name if draw.random() < 0.8 else name.lower(),
            "address": f"{draw.choice([name, 'Mill', 'Harbour'])} Street {draw.randint(1, 99)}",
            "phone": f"0{draw.randint(151, 179)}{draw.choice([' ', '-', ''])}{draw.randint(10000, 99999)}",
            "mail": f"{name.split()[0].lower()}.{draw.randint(1, 9)}@post.example",
            "contract": f"H{draw.randint(100, 999)}/{draw.randint(10, 29)}",
        }[kind]
        spans.append((start, len(text), kind))
        if name in text[start:] and kind != "person":
            spans.append((start, start + len(name), "person"))
        if kind == "person" and draw.random() < 0.4:
            # The second finder works on pieces of words.
            spans.append((start + draw.randint(0, 2), len(text) - draw.randint(0, 2), "person"))
        if kind == "contract" and draw.random() < 0.5:
            spans.append((start + 1, len(text), "phone"))
    draw.shuffle(spans)
    return {"text": text, "spans": spans, "about": about}


def calls(seed, number=None):
    draw = random.Random(f"calls {seed}")
    made = []
    for _ in range(number or generate(seed)["calls"]):
        people = [f"{draw.choice(FIRST)} {draw.choice(LAST)}" for _ in range(draw.randint(1, 3))]
        made.append([turn(draw, people) for _ in range(draw.randint(2, 6))])
    return made


def write(folder, seed):
    """Put data/calls.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "calls.json").write_text(json.dumps(calls(seed), ensure_ascii=False, indent=0), encoding="utf-8")
