# hiretool-canary-81d4d55f-be26-441f-94f5-f5afdf3eef0c
"""Seed -> the numbers in the prompt, and the network and wheels that the candidate receives."""

from functools import lru_cache

import numpy as np

HIDDEN = 32
EPSILON = 1e-5


def _wheels(rng, count, taste, quality):
    """Sounds, and whether the masters say first class. A better wheel rings higher, in a way of its own."""
    tone = rng.normal(0, 1, (count, len(taste)))
    tone += np.outer(quality, np.linspace(-0.6, 0.9, len(taste)))
    liking = tone @ taste + 0.3 * np.maximum(tone[:, 0], 0) - 0.3 * np.abs(tone[:, 1]) + rng.normal(0, 0.15, count)
    return tone.round(4), liking


def _normed(x, mean, variance, numbers, place):
    return (x - mean) / np.sqrt(variance + EPSILON) * numbers[f"{place}.scale"] + numbers[f"{place}.shift"]


def passed(numbers, sound, inside="remembered", outside="remembered"):
    """(what the layer before the last gets, {place: mean and variance of the batch at each norm}).

    inside, outside: "remembered" or "batch", for the norm beside and for the two others.
    """
    seen = {}

    def norm(x, place, kind):
        seen[place] = x.mean(axis=0), x.var(axis=0)
        use = seen[place] if kind == "batch" else (numbers[f"{place}.mean"], numbers[f"{place}.variance"])
        return _normed(x, *use, numbers, place)

    x = norm(sound @ numbers["0.weights"] + numbers["0.shift"], "1", outside).clip(0)
    y = norm(x @ numbers["3.0.weights"] + numbers["3.0.shift"], "3.1", inside).clip(0)
    x = x + y @ numbers["3.3.weights"] + numbers["3.3.shift"]
    return norm(x, "4", outside).clip(0), seen


def chances(numbers, sound, **kinds):
    raised = passed(numbers, sound, **kinds)[0] @ numbers["7.weights"] + numbers["7.shift"]
    return 1 / (1 + np.exp(-raised[:, 0]))


def _trained(rng, sound, first):
    """Random layers whose norms remember `sound`, and a last layer by ridge regression on what they give."""
    bands = sound.shape[1]
    made = {}
    for place, (rows, columns) in {"0": (bands, HIDDEN), "3.0": (HIDDEN, HIDDEN), "3.3": (HIDDEN, HIDDEN)}.items():
        made[f"{place}.weights"] = rng.normal(0, (1.8 if place == "3.3" else 1.2) / np.sqrt(rows), (rows, columns))
        made[f"{place}.shift"] = rng.normal(0, 0.1, columns)
    for place in ("1", "3.1", "4"):
        made |= {f"{place}.mean": np.zeros(HIDDEN), f"{place}.variance": np.ones(HIDDEN)}
        made |= {f"{place}.scale": rng.uniform(0.7, 1.3, HIDDEN), f"{place}.shift": rng.normal(0.2, 0.3, HIDDEN)}
    # What a later norm meets depends on the earlier ones; one pass sets them all.
    for place, (mean, variance) in passed(made, sound, inside="batch", outside="batch")[1].items():
        made[f"{place}.mean"], made[f"{place}.variance"] = mean, variance
    design = np.column_stack([passed(made, sound)[0], np.ones(len(sound))])
    weights = np.linalg.solve(design.T @ design + 2 * np.eye(HIDDEN + 1), design.T @ np.where(first, 3.0, -3.0))
    return made | {"6.share": np.array(0.2), "7.weights": weights[:-1, None], "7.shift": weights[-1:]}


@lru_cache(maxsize=4)
def cellar(seed):
    """Numbers of the network, and sound, crate and grade of the wheels; those of a crate lay in one corner."""
    rng = np.random.default_rng([seed, 2])
    taste = rng.normal(0, 0.8, int(rng.integers(7, 11)))
    taste *= np.sign(taste @ np.linspace(-0.6, 0.9, len(taste)))
    sound, liking = _wheels(rng, 500, taste, rng.normal(0, 2.0, 500))
    middle = np.median(liking)
    numbers = _trained(rng, sound, liking > middle)
    sizes = rng.integers(5, 13, int(rng.integers(12, 19)))
    crate = np.repeat(np.arange(1, len(sizes) + 1), sizes)
    corner = rng.normal(0, 2.0, len(sizes))
    order = rng.permutation(len(crate))
    tapped, liked = _wheels(rng, len(crate), taste, (corner[crate - 1] + rng.normal(0, 0.4, len(crate))))
    return numbers, tapped[order], crate[order], liked[order] > middle


def as_given(seed):
    """(chances in the crates, chances alone) where the norm beside goes by the batch."""
    numbers, sound, crate, _ = cellar(seed)
    together = np.zeros(len(crate))
    for number in range(1, crate.max() + 1):
        together[crate == number] = chances(numbers, sound[crate == number], inside="batch")
    return together, np.concatenate([chances(numbers, row[None], inside="batch") for row in sound])


@lru_cache(maxsize=256)
def generate(seed):
    """Numbers that appear in the prompt, None where the masters would hardly notice."""
    numbers, sound, crate, first = cellar(seed)
    together, alone = as_given(seed)
    trial, *found = (np.mean((some > 0.5) == first) for some in (chances(numbers, sound), together, alone))
    if trial < max(found) + 0.03:
        return None
    wheel = int(np.argmax(np.abs(together - alone)))
    return {
        "wheels": len(crate),
        "crates": int(crate.max()),
        "bands": sound.shape[1],
        "wheel": wheel,
        "crate": int(crate[wheel]),
        "together": int(round(100 * float(together[wheel]))),
        "alone": int(round(100 * float(alone[wheel]))),
        "trial": int(round(100 * trial)),
    }


def write(folder, seed):
    """Put data/network.npz and data/wheels.npz into `folder`."""
    numbers, sound, crate, first = cellar(seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    np.savez(folder / "data" / "network.npz", **numbers)
    np.savez(folder / "data" / "wheels.npz", sound=sound, crate=crate, first=first)
