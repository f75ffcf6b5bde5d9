# hiretool-canary-8b81ac2e-8f33-487b-8b36-c32a408aa4d8
"""Seed -> the numbers in the prompt, and the writer and pairs that the candidate receives."""

import json
import math
from functools import lru_cache

import numpy as np

WORDS = (
    ". harbour old town quiet walk market early boat hill view inn warm bread crowded famous best ever must unique see "
    "bus bridge tower museum"
).split()
PLAIN, LOUD = (4, 5, 7, 9, 10, 12, 13, 21), (14, 15, 16, 17, 18, 19)
"""Words that editors like in a text, and words that they do not."""


def _texts(rng, chances, count):
    upto, texts = chances.cumsum(axis=1), []
    while len(texts) < count:
        text, last = [], 0
        while len(text) < 41:
            last = min(int(np.searchsorted(upto[last], rng.random(), side="right")), len(WORDS) - 1)
            if last == 0:
                break
            text.append(last)
        if 4 <= len(text) <= 40:
            texts.append(text)
    return texts


def chances(scores):
    raised = np.exp(scores)
    return raised / raised.sum(axis=1, keepdims=True)


@lru_cache(maxsize=4)
def desk(seed):
    """(scores of the writer, [(better, worse)])."""
    rng = np.random.default_rng([seed, 2])
    scores = rng.normal(0, 1.0, (len(WORDS), len(WORDS)))
    scores[:, 0] = rng.normal(1.0, 0.3, len(WORDS))
    scores[0, 0] = -30.0
    count, pairs = int(rng.integers(110, 161)), []
    texts = _texts(rng, chances(scores), 2 * count)
    for one, other in zip(texts[::2], texts[1::2], strict=True):
        liking = [
            (sum(word in PLAIN for word in text) - sum(word in LOUD for word in text)) / len(text)
            for text in (one, other)
        ]
        first = liking[0] + rng.normal(0, 0.1) > liking[1] + rng.normal(0, 0.1)
        pairs.append((one, other) if first else (other, one))
    return scores, pairs


def mean_log(scores, text):
    """Mean over the words of a text, its end included, of the log of their chances."""
    told = chances(np.array(scores))
    steps = list(zip([0, *text], [*text, 0], strict=True))
    return sum(math.log(told[one, other]) for one, other in steps) / len(steps)


def slope(scores, text):
    """Slope of `mean_log` with the scores, place by place."""
    told, found = chances(np.array(scores)), np.zeros((len(WORDS), len(WORDS)))
    for one, other in zip([0, *text], [*text, 0], strict=True):
        found[one] -= told[one] / (len(text) + 1)
        found[one, other] += 1 / (len(text) + 1)
    return found


def tuned(scores, pairs, strength, steps, rate):
    """Plain tuning: by the word on both sides, from where the writer was."""
    before = [(mean_log(scores, better), mean_log(scores, worse)) for better, worse in pairs]
    now = np.array(scores)
    for _ in range(steps):
        down = np.zeros_like(now)
        for (better, worse), (one, other) in zip(pairs, before, strict=True):
            lead = strength * (mean_log(now, better) - one - mean_log(now, worse) + other)
            down += strength / (1 + math.exp(lead)) * (slope(now, better) - slope(now, worse)) / len(pairs)
        now = now + rate * down
    return now


@lru_cache(maxsize=256)
def generate(seed):
    """Numbers that appear in the prompt."""
    scores, pairs = desk(seed)
    log = np.log(chances(scores))
    total = [
        [sum(log[one, other] for one, other in zip([0, *text], [*text, 0], strict=True)) for text in pair]
        for pair in pairs
    ]
    leads = [
        4 * (one / (len(better) + 1) - one - other / (len(worse) + 1) + other)
        for (better, worse), (one, other) in zip(pairs, total, strict=True)
    ]
    longer = [len(better) > len(worse) for better, worse in pairs]
    if not 0.3 <= np.mean(longer) <= 0.7:
        return None
    return {
        "pairs": len(pairs),
        "longer": round(100 * float(np.mean(longer))),
        "loss": round(float(np.mean(np.logaddexp(0, -np.array(leads)))), 2),
    }


def write(folder, seed):
    """Put data/writer.npy and data/pairs.json into `folder`."""
    scores, pairs = desk(seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    np.save(folder / "data" / "writer.npy", scores)
    rows = [{"better": better, "worse": worse} for better, worse in pairs]
    (folder / "data" / "pairs.json").write_text(json.dumps({"words": WORDS, "pairs": rows}))
