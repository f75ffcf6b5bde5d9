# hiretool-canary-3a934c09-ded7-428b-af29-c8fac47878d7
"""Seed -> the numbers in the prompt, and the judgements that the candidate receives."""

import json
import random
from functools import lru_cache

FAULTS = ("seats", "ties", "words")
OPENINGS = [
    "A short reply is not a poor one here.",
    "A and B both name the right form.",
    "Reply B is longer, reply A gives the date.",
    "B repeats the question before it comes to the point; A does not.",
    "The customer wants a refund. A offers a voucher, B explains the terms.",
    "I would not call it a tie at first sight.",
    "Both are polite. B gives another amount in its second line.",
    "A bit of a surprise: the shorter reply has all that is needed.",
    "Let me compare them step by step.",
]
MIDDLES = [
    "On balance one is easier to act on.",
    "What decides is whether the customer can do something with it.",
    "Verdict follows.",
    "Neither has made up a rule of the shop.",
    "In tone I see no difference.",
]
CLOSINGS = ["Verdict: {}", "verdict: {}", "**Verdict: {}**", "Verdict: **{}**", "Verdict - {}."]


def _spelt(rng, word):
    return (
        rng.choice([word.upper(), word.capitalize(), word]) if word == "tie" else rng.choice([word, word, word.lower()])
    )


def _text(rng, word):
    lines = [rng.choice(OPENINGS), rng.choice(MIDDLES)]
    if word is not None:
        if rng.random() < 0.08:
            # The judge changes its mind.
            lines += [
                f"Verdict: {rng.choice(['A', 'B', 'tie'])}",
                "On second thoughts, I have overlooked the deadline.",
            ]
        lines.append(rng.choice(CLOSINGS).format(_spelt(rng, word)))
    return "\n".join(lines)


@lru_cache(maxsize=8)
def judged(seed):
    """(pair, who is shown as A, text, true verdict), two a pair. The judge leans towards what it reads last."""
    rng = random.Random(f"{seed} judge")
    better, rows = rng.uniform(0.3, 1.0), []
    for number in range(rng.randint(110, 160)):
        merit = rng.gauss(better, 1.0)
        for first in ("new", "old"):
            # Above 0: the reply shown first is preferred.
            felt = (merit if first == "new" else -merit) - 0.55 + rng.gauss(0, 0.25)
            word = "A" if felt > 0.4 else "B" if felt < -0.4 else "tie"
            word = None if rng.random() < 0.03 else word
            rows.append((f"p{number:03d}", first, _text(rng, word), word))
    rng.shuffle(rows)
    return rows


def right(rows):
    """Share of the points for the new assistant, from the verdicts that were meant; no text is read."""
    pairs = {}
    for pair, first, _, word in rows:
        if word is not None:
            won = 1 if word == "tie" else 2 if (word == "A") == (first == "new") else 0
            pairs.setdefault(pair, []).append(won)
    return sum(sum(won) / (2 * len(won)) for won in pairs.values()) / len(pairs)


def generate(seed):
    """Numbers that appear in the prompt."""
    rows = judged(seed)
    return {
        "fault": FAULTS[seed % 3],
        "pairs": len({row[0] for row in rows}),
        "judgements": len(rows),
        "share": round(100 * right(rows), 1),
        "first": round(100 * sum(row[3] == "A" for row in rows) / len(rows)),
        "ties": sum(row[3] == "tie" for row in rows),
    }


def write(folder, seed):
    """Put data/judgements.jsonl into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    lines = [json.dumps({"pair": pair, "first": first, "text": text}) for pair, first, text, _ in judged(seed)]
    (folder / "data" / "judgements.jsonl").write_text("\n".join(lines) + "\n")
