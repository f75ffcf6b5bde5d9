# hiretool-canary-3fcc13e9-da64-424a-8804-7436ed23fe4c
"""Seed -> the numbers in the prompt, and the log and the policy that the candidate receives."""

import json
import random
from functools import lru_cache

FAULTS = ("order", "floor", "count")
LINES = ("question", "number", "name", "place", "quote", "news", "recipe")
GROUPS = ("new", "weekly", "seldom", "abroad")
CAP = 8.0


@lru_cache(maxsize=8)
def liking(seed):
    """({group: {line: liking}} of the desk, of the new policy): the new one has given up some lines for some groups."""
    rng = random.Random(f"{seed} liking")
    desk, new = {}, {}
    for group in GROUPS:
        desk[group] = {line: rng.choice((0.3, 0.5, 1.0, 2.0, 4.0, 8.0)) for line in LINES}
        given_up = rng.sample(LINES, rng.randint(1, 2))
        new[group] = {line: 0.0 if line in given_up else rng.choice((0.5, 1.0, 3.0, 6.0, 9.0)) for line in LINES}
    return desk, new


def drawn(found, group, lines):
    """Chances of the lines, in their order."""
    total = sum(found[group][line] for line in lines)
    return [found[group][line] / total if total else 1 / len(lines) for line in lines]


@lru_cache(maxsize=8)
def letters(seed):
    """[(group, lines, chances, sent, opened)]."""
    rng = random.Random(f"{seed} letters")
    desk, _ = liking(seed)
    rate = {(group, line): rng.uniform(0.08, 0.5) for group in GROUPS for line in LINES}
    made = []
    for _ in range(rng.randint(720, 900)):
        group = rng.choices(GROUPS, (2, 5, 3, 1))[0]
        lines = tuple(rng.sample(LINES, rng.randint(3, 5)))
        chances = tuple(round(chance, 4) for chance in drawn(desk, group, lines))
        sent = rng.choices(lines, chances)[0]
        made.append((group, lines, chances, sent, rng.random() < rate[group, sent]))
    return made


def right(seed, made=None, found=None, cap=CAP):
    """(share, standard error), letter by letter by the rule."""
    made, found = made or letters(seed), found or liking(seed)[1]
    total = squares = 0.0
    for group, lines, chances, sent, opened in made:
        if opened:
            new, old = dict(zip(lines, drawn(found, group, lines), strict=True)), dict(zip(lines, chances, strict=True))
            weight = min(cap, new[sent] / old[sent])
            total += weight
            squares += weight * weight
    mean = total / len(made)
    return mean, (squares / len(made) - mean * mean) ** 0.5 / len(made) ** 0.5


def generate(seed):
    """Numbers that appear in the prompt."""
    made, found = letters(seed), liking(seed)[1]
    share, error = right(seed)
    weekly = [letter for letter in made if letter[0] == "weekly"]
    return {
        "fault": FAULTS[seed % 3],
        "letters": len(made),
        "opened": round(100 * sum(letter[4] for letter in made) / len(made), 2),
        "share": round(100 * share, 2),
        "error": round(100 * error, 2),
        "weekly": round(100 * right(seed, weekly, found)[0], 2),
    }


def write(folder, seed):
    """Put data/letters.csv and data/policy.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    rows = ["group,lines,chances,sent,opened"]
    for group, lines, chances, sent, opened in letters(seed):
        rows.append(f"{group},{'|'.join(lines)},{'|'.join(map(str, chances))},{sent},{int(opened)}")
    (folder / "data" / "letters.csv").write_text("\n".join(rows) + "\n")
    (folder / "data" / "policy.json").write_text(json.dumps(liking(seed)[1], indent=1))
