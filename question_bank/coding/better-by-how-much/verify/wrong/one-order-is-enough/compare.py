# hiretool-canary-13b422a3-479f-4538-8756-1098a4d30a65
"""How often one model is found better than another, and how sure that is."""

import random
from dataclasses import dataclass
from statistics import fmean


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
    seen, values, one_sided = {}, [], 0
    for each in judgements:
        if (each.first, each.second) in ((one, other), (other, one)):
            won = {"tie": 0.5, "first": 1.0, "second": 0.0}[each.choice]
            leading = each.first == one
            seen.setdefault((each.prompt, leading), []).append(won if leading else 1.0 - won)
    for prompt in sorted({prompt for prompt, _ in seen}):
        sides = [fmean(seen[prompt, leading]) for leading in (True, False) if (prompt, leading) in seen]
        one_sided += len(sides) == 1
        values.append(fmean(sides))
    if not values:
        return None
    chance = random.Random(seed)
    rates = sorted(fmean(chance.choices(values, k=len(values))) for _ in range(rounds))
    cut = rounds // 40
    return Result(fmean(values), rates[cut], rates[rounds - 1 - cut], len(values), one_sided)
