# hiretool-canary-33d26368-e119-485b-974c-67a9f0e0652a
"""Seed -> the numbers in the prompt, and the pictures that the candidate receives."""

from functools import lru_cache

import numpy as np

SIZE = 14
TOWNS = 6


def _stamp(rng):
    """A town's stamp: some strokes within a round field."""
    rows, columns = np.mgrid[:SIZE, :SIZE] - (SIZE - 1) / 2
    stamp = np.zeros((SIZE, SIZE))
    for _ in range(4):
        angle, offset, length = rng.uniform(0, np.pi), rng.uniform(-4, 4), rng.uniform(2.5, 6)
        across = np.cos(angle) * rows + np.sin(angle) * columns - offset
        along = -np.sin(angle) * rows + np.cos(angle) * columns - rng.uniform(-2.5, 2.5)
        stamp = np.maximum(stamp, (np.abs(across) < 0.9) & (np.abs(along) < length))
    return stamp * (np.hypot(rows, columns) < SIZE / 2)


@lru_cache(maxsize=4)
def archive(seed):
    """Pictures, their towns, and how the run was started."""
    rng = np.random.default_rng([seed, 1])
    count, workers = int(rng.integers(150, 261)), int(rng.integers(3, 7))
    stamps = np.array([_stamp(rng) for _ in range(TOWNS)])
    towns = rng.integers(0, TOWNS, count)
    pictures = np.clip(0.15 + 0.75 * stamps[towns] + rng.normal(0, 0.12, (count, SIZE, SIZE)), 0, 1).round(3)
    return {"pictures": pictures, "towns": towns, "workers": workers, "epochs": int(rng.integers(12, 31))}


def generate(seed):
    """Numbers that appear in the prompt."""
    facts = archive(seed)
    marks, workers = len(facts["pictures"]), facts["workers"]
    # Worker by worker, epoch by epoch, the drawings have the same places in one stream.
    places = {place for first in range(workers) for place, _ in enumerate(range(first, marks, workers))}
    return {
        "marks": marks,
        "workers": workers,
        "epochs": facts["epochs"],
        "views": marks * facts["epochs"],
        "drawings": len(places),
    }


def write(folder, seed):
    """Put data/marks.npz into `folder`."""
    facts = archive(seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    np.savez(folder / "data" / "marks.npz", pictures=facts["pictures"], towns=facts["towns"])
