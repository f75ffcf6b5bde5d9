# hiretool-canary-f6409723-1859-4596-83ca-f4283bb4020c
"""Seed -> the numbers in the prompt, and two runs with what was renamed between them."""

import csv
import random

HALLS = "amber coins clocks glass looms maps masks organs sails tiles".split()


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "questions": draw.randint(180, 420),
        "times": draw.choice([3, 4, 5]),
        "better": draw.randint(17, 29),
        "worse": draw.randint(15, 27),
        "renamed": draw.randint(8, 30),
    }


def runs(seed):
    """(before, after, renamed): lists of (id, attempt, right) and of (old id, new id)."""
    facts, draw = generate(seed), random.Random(f"runs {seed}")
    ids = [f"{draw.choice(HALLS)}-{number:03d}" for number in range(facts["questions"])]
    chances = {id: draw.choice([0.02, 0.02, 0.35, 0.7, 0.98, 0.98, 0.98, 0.98]) for id in ids}
    before = _asked(draw, ids, chances, facts["times"])
    # The new version is better at some questions and worse at others.
    for id in draw.sample(ids, len(ids) // 8):
        chances[id] = draw.choice([0.02, 0.98, 0.98])
    # A few move to another hall and take over an id there that has become free.
    renamed, moved = [], draw.sample(ids, facts["renamed"])
    now = {id: id for id in ids}
    for one, other in zip(moved, moved[1:]):
        here, now[one] = now[one], f"{draw.choice(HALLS)}-{draw.randint(500, 999)}"
        if now[one] in {now[id] for id in ids if id != one}:
            now[one] = here
            continue
        renamed.append((here, now[one]))
        if draw.random() < 0.3 and now[other] == other and other != moved[-1]:
            now[other] = here
            renamed.append((other, here))
    dropped = set(draw.sample(ids, len(ids) // 20))
    kept = [id for id in ids if id not in dropped]
    taken = set(now.values())
    extra = [id for id in (f"{draw.choice(HALLS)}-{number}" for number in range(430, 442)) if id not in taken]
    chances_now = {**{now[id]: chances[id] for id in kept}, **dict.fromkeys(extra, 0.8)}
    return before, _asked(draw, list(chances_now), chances_now, facts["times"]), renamed


def _asked(draw, ids, chances, times):
    """The lines of a run; a part of it was interrupted and begun again."""
    lines = []
    for id in ids:
        for attempt in range(1, times + 1 if draw.random() < 0.9 else 2):
            right = draw.random() < chances[id] if draw.random() < 0.97 else None
            lines.append((id, attempt, right))
    start = draw.randrange(len(lines) // 2)
    again = [(id, attempt, draw.random() < chances[id]) for id, attempt, _ in lines[start : start + 20]]
    return lines + again


def write(folder, seed):
    """Put data/before.csv, data/after.csv and data/renamed.txt into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    before, after, renamed = runs(seed)
    for name, lines in (("before", before), ("after", after)):
        with open(folder / "data" / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["id", "attempt", "right"])
            writer.writerows((id, attempt, {True: "yes", False: "no", None: ""}[right]) for id, attempt, right in lines)
    text = "".join(f"{old} {new}\n" for old, new in renamed)
    (folder / "data" / "renamed.txt").write_text(text, encoding="utf-8")
