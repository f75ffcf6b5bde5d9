# hiretool-canary-c9ce09c4-62c8-400a-b40e-2ea5fbd0a1c7
"""Seed -> the numbers in the prompt, and the answers in the order in which they arrive."""

import csv
import random


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "learners": draw.randint(14, 40),
        "gap": draw.randrange(300, 1000, 60),
        "allowed": draw.randrange(400, 2000, 60),
        "answers": draw.randint(600, 1100),
        "first_day": draw.randint(10, 300),
        "releases": draw.randint(2, 9),
    }


def answers(seed, many=None, gap=None, allowed=None):
    """Rows as dictionaries, in order of arrival. Phones without a net send later; some answers are sent twice."""
    facts, draw = generate(seed), random.Random(f"answers {seed}")
    many, gap, allowed = many or facts["answers"], gap or facts["gap"], allowed or facts["allowed"]
    names = [f"l{number:03d}" for number in draw.sample(range(100, 999), facts["learners"])]
    start, rows = facts["first_day"] * 86_400, []
    while len(rows) < many:
        start += draw.randint(0, 2 * gap)
        learner, now = draw.choice(names), start
        # A phone without a net keeps what was answered, and sends some of it when it is back.
        away = draw.random() < 0.3
        for _ in range(draw.choice([1, 3, 6, 12, 20])):
            now += draw.choice([draw.randint(4, 90), draw.randint(4, 90), draw.randint(gap // 2, gap + gap // 4), gap])
            delay = draw.randint(0, allowed) if away and draw.random() < 0.6 else draw.randint(0, 60)
            delay = draw.randint(allowed, 4 * allowed) if draw.random() < 0.02 else delay
            rows.append(
                (now + delay, {"id": "", "learner": learner, "at": now, "points": draw.choice([0, 1, 1, 2, 5])})
            )
    rows = rows[:many]
    for number, (_, row) in zip(draw.sample(range(10_000, 99_999), many), rows):
        row["id"] = f"a{number}"
    rows += [(arrives + draw.randint(0, 2 * allowed), row) for arrives, row in draw.sample(rows, many // 15)]
    return [row for _, row in sorted(rows, key=lambda pair: (pair[0], pair[1]["id"]))]


def write(folder, seed):
    """Put data/answers.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    with open(folder / "data" / "answers.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["id", "learner", "at", "points"])
        writer.writeheader()
        writer.writerows(answers(seed))
