# hiretool-canary-f13c974a-16b0-4ad7-ba08-04238180066e
"""Seed -> the numbers in the prompt, two schemas and what programs use of the first."""

import json
import random

NAMES = (
    "weight length width height depot carrier payer stairs floor door season promise service language insured value zone "
    "route attempts parcels weekday holiday lift parking bell gate pallet return fragile cooled"
).split()
CHOICES = {
    "depot": "north south east harbour",
    "carrier": "own rail partner bike",
    "service": "plain express night noon",
}
OTHERS = "a b c d e f".split()
PROGRAMS = "training pricing routing claims staffing forecast audit labels claims-old map".split()


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {"columns": draw.randint(14, 24), "programs": draw.randint(5, 10), "nights": draw.randint(9, 40)}


def column(draw, name):
    kind = "choice" if name in CHOICES else draw.choice(["whole", "number", "text", "choice"])
    made = {"kind": kind, "empty": draw.random() < 0.3}
    if kind == "choice":
        made["choices"] = CHOICES[name].split() if name in CHOICES else sorted(draw.sample(OTHERS, 3))
    return made


def changed(draw, one):
    """A column as it might be a month later."""
    made, what = dict(one), draw.choice(["kind", "empty", "choices", "choices", "order"])
    if what == "kind":
        made["kind"] = {"whole": "number", "number": "whole", "choice": "text", "text": "whole"}[one["kind"]]
        made.pop("choices", None)
    elif what == "empty":
        made["empty"] = not one["empty"]
    elif one["kind"] == "choice" and what == "choices":
        made["choices"] = one["choices"][1:] if draw.random() < 0.5 else [*one["choices"], "other"]
    elif one["kind"] == "choice":
        made["choices"] = one["choices"][::-1]
    return made


def schemas(seed, many=None):
    """(old, new, programs): two dictionaries from name to column, and the names that each program uses."""
    facts, draw = generate(seed), random.Random(f"schemas {seed}")
    names = draw.sample(NAMES, many or facts["columns"])
    old = {name: column(draw, name) for name in names[:-2]}
    new = {
        name: changed(draw, one) if draw.random() < 0.16 else one for name, one in old.items() if draw.random() > 0.05
    }
    new |= {name: column(draw, name) | ({"empty": True} if draw.random() < 0.8 else {}) for name in names[-2:]}
    programs = {name: sorted(draw.sample(sorted(old), draw.randint(2, 5))) for name in PROGRAMS[: facts["programs"]]}
    return old, new, programs


def write(folder, seed):
    """Put data/old.json, data/new.json and data/programs.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, table in zip(("old", "new", "programs"), schemas(seed)):
        (folder / "data" / f"{name}.json").write_text(json.dumps(table, indent=1), encoding="utf-8")
