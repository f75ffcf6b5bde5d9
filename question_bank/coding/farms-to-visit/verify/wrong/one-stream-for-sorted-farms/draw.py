# hiretool-canary-94e7c43f-2add-4e01-b6ad-4b35c4383fd5
"""Which farms are visited."""

import random


def drawn(farms, size, key):
    """Ids of `size` farms, drawn by hectares without putting one back."""
    chance = random.Random(key)
    left, chosen = sorted((farm for farm in farms if farm.hectares > 0), key=lambda farm: farm.id), []
    while left and len(chosen) < size:
        place = chance.choices(range(len(left)), [farm.hectares for farm in left])[0]
        chosen.append(left.pop(place).id)
    return chosen
