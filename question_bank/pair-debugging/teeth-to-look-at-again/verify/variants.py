# hiretool-canary-77c00c1f-f87e-4a2d-baef-88e238c78743
"""Seed -> the numbers in the prompt, and the network and teeth that the candidate receives."""

from functools import lru_cache

import numpy as np

HEADER = "tooth,bone_left,bone_right,root,crown,gap,shadow,density,edge,looked_at_again"
COLUMNS, HIDDEN = 8, 24


def _teeth(rng, count, weights):
    measures = rng.normal(0, 1, (count, COLUMNS))
    measures[:, 1] = 0.7 * measures[:, 0] + 0.7 * measures[:, 1]
    worry = measures @ weights + 0.4 * np.maximum(measures[:, 5], 0) * (measures[:, 0] < 0)
    return measures.round(3), worry + rng.normal(0, 0.25, count)


def hidden(numbers, measures):
    return np.clip(measures @ numbers["in"] + numbers["lift"], 0, None)


def told(numbers, measures):
    """Chances with nothing jittered and nothing dropped."""
    return 1 / (1 + np.exp(-(hidden(numbers, np.array(measures)) @ numbers["out"] + numbers["base"])))


@lru_cache(maxsize=4)
def practice(seed):
    """Numbers of the network, measures of the teeth, and whether dentists looked at them again."""
    rng = np.random.default_rng([seed, 2])
    weights = np.array([-0.7, -0.5, -0.2, 0.1, 0.3, 0.6, -0.3, 0.2]) * rng.uniform(0.6, 1.4, COLUMNS)
    learnt, worry = _teeth(rng, 400, weights)
    middle = np.quantile(worry, 0.6)
    numbers = {"in": rng.normal(0, COLUMNS**-0.5, (COLUMNS, HIDDEN)), "lift": rng.normal(0, 0.2, HIDDEN)}
    design = np.column_stack([hidden(numbers, learnt), np.ones(len(learnt))])
    solved = np.linalg.solve(design.T @ design + np.eye(HIDDEN + 1), design.T @ np.where(worry > middle, 2.5, -2.5))
    numbers |= {"out": solved[:-1], "base": solved[-1]}
    measures, worry = _teeth(rng, int(rng.integers(150, 301)), weights)
    return numbers, measures, worry > middle


@lru_cache(maxsize=256)
def generate(seed):
    """Numbers that appear in the prompt."""
    numbers, measures, again = practice(seed)
    return {
        "teeth": len(measures),
        "looked": int(again.sum()),
        "promised": round(100 * float(np.mean((told(numbers, measures) > 0.5) == again)), 1),
    }


def write(folder, seed):
    """Put data/network.npz and data/teeth.csv into `folder`."""
    numbers, measures, again = practice(seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    np.savez(folder / "data" / "network.npz", **numbers)
    lines = [
        f"{1000 + 7 * row},{','.join(f'{value:.3f}' for value in tooth)},{'yes' if looked else 'no'}"
        for row, (tooth, looked) in enumerate(zip(measures.tolist(), again, strict=True))
    ]
    (folder / "data" / "teeth.csv").write_text("\n".join([HEADER, *lines]) + "\n")
