# hiretool-canary-13b422a3-479f-4538-8756-1098a4d30a65
"""How often one model is found better than another, and how sure that is."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Result:
    rate: float
    """How often `one` is found better; a tie is half."""
    low: float
    high: float
    prompts: int
    """On how many prompts that rests."""
    one_sided: int = 0
    """Prompts that were left out."""


def compare(judgements, one, other, seed=0, rounds=2000):
    """Over the prompts that were judged in both orders; None if there are none."""
    points = {}
    for each in judgements:
        if {each.first, each.second} == {one, other}:
            points.setdefault(each.prompt, {one: [], other: []})[each.first].append(_points(each, one))
    # By name, so that the draws do not hang on the order of the rows.
    values = np.array([
        sum(sum(side) / len(side) for side in points[prompt].values()) / 2
        for prompt in sorted(points)
        if all(points[prompt].values())
    ])
    if len(values) == 0:
        return None
    draws = np.random.default_rng(seed).integers(len(values), size=(rounds, len(values)))
    rates = np.sort(values[draws].mean(axis=1))
    outside = int(0.025 * rounds)
    return Result(
        float(np.mean([point for both in points.values() if all(both.values()) for side in both.values() for point in side])), float(rates[outside]), float(rates[-1 - outside]), len(values), len(points) - len(values)
    )


def _points(judgement, one):
    if judgement.choice == "tie":
        return 0.5
    return float((judgement.first if judgement.choice == "first" else judgement.second) == one)
