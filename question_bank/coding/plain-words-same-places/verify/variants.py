# hiretool-canary-71314695-d4cd-4df9-a3a8-0b07feb8c2f4
"""Seed -> the numbers in the prompt, and the notes."""

import json
import random

NAMES = [
    "Zoë Weiß",
    "Ng\u0300o\u0323zi",
    "I\u0307rem Yılmaz",
    "Ana-Lu\u00adcía",
    "Søren\u00a0Ødegård",
    "ﬁona",
    "Łucja",
    "Jürgen",
    "Nguye\u0302\u0301n Anh",
    "ΝΊΚΟΣ",
    "René",
    "Tháo Lê",
]
PLAIN = [
    "zoe weiss",
    "ngozi",
    "irem yılmaz",
    "ana-lucia",
    "søren ødegard",
    "fiona",
    "łucja",
    "jurgen",
    "nguyen anh",
    "νικοσ",
    "rene",
    "thao le",
]
FILLING = "seen today with her son says that pain is LESS since Tuesday ½ tablet at night Straße ward ﬂoor 3 temp 38,5℃ review".split()
GAPS = [" ", " ", " ", "  ", "\n", " \t", "\u00a0", "\u2003 ", " \u200b ", "\r\n\r\n"]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {"notes": draw.randint(150, 600), "percent": draw.randint(93, 98)}


def note(draw):
    """(text, names as the model knows them)."""
    found, parts = [], []
    for _ in range(draw.randint(6, 14)):
        if draw.random() < 0.25:
            place = draw.randrange(len(NAMES))
            parts.append(NAMES[place])
            found.append(PLAIN[place])
        else:
            parts.append(draw.choice(FILLING))
        parts.append(draw.choice(GAPS))
    start = draw.choice(["", "", " ", "\u00ad ", "\ufeff"])
    return start + "".join(parts[: -draw.randint(0, 1) or None]), found


def notes(seed):
    draw = random.Random(f"notes {seed}")
    return [note(draw) for _ in range(generate(seed)["notes"])]


def write(folder, seed):
    """Put data/notes.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "notes.json").write_text(json.dumps(notes(seed), ensure_ascii=False, indent=0), encoding="utf-8")
