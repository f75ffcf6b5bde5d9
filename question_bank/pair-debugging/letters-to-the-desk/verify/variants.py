# hiretool-canary-844f5a9c-258b-4324-b5dc-41edc79c7e98
"""Seed -> the numbers in the prompt, and the network and letters that the candidate receives."""

import json
from functools import lru_cache

import numpy as np

WIDTH, HIDDEN = 8, 16
PRESSING = "stuck locked outage stopped nobody urgent today deadline payroll ward cannot failed lost down late".split()
CALM = (
    "thanks colour font monitor chair question whenever holiday label folder shelf newsletter cable mouse lamp".split()
)
PLAIN = (
    "dear team since the our printer phone screen account password login form office door meeting room week morning "
    "please could you have with this that again new old there when after before"
).split()
WORDS = sorted(set(PRESSING + CALM + PLAIN))
DRAWN = [np.array([WORDS.index(word) for word in some]) for some in (PRESSING, CALM, PLAIN)]


def _post(rng, count):
    """Letters as lists of positions among WORDS, and how pressing the desk found each."""
    letters, pressing = [], []
    for _ in range(count):
        length = int(np.clip(np.exp(rng.normal(2.9, 0.9)), 3, 120))
        lean = rng.beta(0.8, 1.2)
        kind = np.where(rng.random(length) > 0.35, 2, np.where(rng.random(length) < lean, 0, 1))
        words = np.array([draw[rng.integers(0, len(draw), length)] for draw in DRAWN])[kind, np.arange(length)]
        letters.append(words.tolist())
        pressing.append((np.sum(kind == 0) - np.sum(kind == 1)) / length + rng.normal(0, 0.05))
    return letters, np.array(pressing)


def pooled(numbers, letters, width=None):
    """The mean over the words of each letter; with a width, as if each line were filled up to it and all of it summed."""
    found = []
    for letter in letters:
        hidden = np.tanh(numbers["word"][letter] @ numbers["in"] + numbers["lift"]).sum(axis=0)
        if width is not None:
            hidden = hidden + (width - len(letter)) * np.tanh(numbers["lift"])
        found.append(hidden / max(len(letter), 1))
    return np.array(found)


def told(numbers, letters, width=None):
    return 1 / (1 + np.exp(-(pooled(numbers, letters, width) @ numbers["out"] + numbers["base"])))


@lru_cache(maxsize=4)
def morning(seed):
    """Numbers of the network, the letters of a morning, and which of them the desk took at once."""
    rng = np.random.default_rng([seed, 2])
    learnt, pressing = _post(rng, 400)
    middle = np.quantile(pressing, 0.65)
    numbers = {
        "word": rng.normal(0, 0.7, (len(WORDS), WIDTH)),
        "in": rng.normal(0, 1.2 / np.sqrt(WIDTH), (WIDTH, HIDDEN)),
        "lift": rng.normal(0, 0.3, HIDDEN),
        "out": np.zeros(HIDDEN),
        "base": np.zeros(()),
    }
    for word in PRESSING:
        numbers["word"][WORDS.index(word)] += 0.9
    for word in CALM:
        numbers["word"][WORDS.index(word)] -= 0.9
    design = np.column_stack([pooled(numbers, learnt), np.ones(len(learnt))])
    solved = np.linalg.solve(
        design.T @ design + 0.3 * np.eye(HIDDEN + 1), design.T @ np.where(pressing > middle, 3.0, -3.0)
    )
    numbers |= {"out": solved[:-1], "base": solved[-1]}
    letters, pressing = _post(rng, 16 * int(rng.integers(8, 14)))
    return numbers, letters, pressing > middle


@lru_cache(maxsize=256)
def generate(seed):
    """Numbers that appear in the prompt, None where the desk would hardly notice."""
    numbers, letters, urgent = morning(seed)
    alone, together = told(numbers, letters), np.zeros(len(letters))
    for at in range(0, len(letters), 16):
        batch = letters[at : at + 16]
        together[at : at + 16] = told(numbers, batch, max(map(len, batch)))
    right = [np.mean((some > 0.5) == urgent) for some in (alone, together)]
    lost = alone - together
    letter = int(np.argmax(lost))
    if right[0] < right[1] + 0.05 or lost[letter] < 0.4 or not urgent[letter] or alone[letter] < 0.5:
        return None
    return {
        "letters": len(letters),
        "letter": letter,
        "words": len(letters[letter]),
        "together": round(100 * float(together[letter])),
        "alone": round(100 * float(alone[letter])),
        "promised": round(100 * float(right[0]), 1),
    }


def write(folder, seed):
    """Put data/network.npz and data/letters.json into `folder`."""
    numbers, letters, urgent = morning(seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    np.savez(folder / "data" / "network.npz", **numbers)
    post = [
        {"text": " ".join(WORDS[word] for word in letter), "urgent": bool(taken)}
        for letter, taken in zip(letters, urgent, strict=True)
    ]
    (folder / "data" / "letters.json").write_text(json.dumps({"words": WORDS, "letters": post}, indent=1))
