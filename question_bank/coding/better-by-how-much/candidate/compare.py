"""How often one model is found better than another, and how sure that is."""

import random
from dataclasses import dataclass


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
    """For now, over all judgements of the two models; None if there are none."""
    points = []
    for each in judgements:
        if {each.first, each.second} == {one, other}:
            winner = {"first": each.first, "second": each.second}.get(each.choice)
            points.append(0.5 if winner is None else float(winner == one))
    if not points:
        return None
    random.seed(seed)
    rates = sorted(sum(random.choices(points, k=len(points))) / len(points) for _ in range(rounds))
    return Result(sum(points) / len(points), rates[int(0.025 * rounds)], rates[int(0.975 * rounds)], len(points))
