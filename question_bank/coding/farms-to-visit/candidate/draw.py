"""Which farms are visited."""

import random


def drawn(farms, size, key):
    """Ids of `size` farms, drawn by hectares without putting one back."""
    chance = random.Random(key)
    left, chosen = list(farms), []
    while left and len(chosen) < size:
        tried = chance.sample(range(len(left)), min(12, len(left)))
        chosen.append(left.pop(max(tried, key=lambda place: left[place].hectares)).id)
    return chosen
