# hiretool-canary-94e7c43f-2add-4e01-b6ad-4b35c4383fd5
"""Which farms are visited."""

import math
import hashlib


def drawn(farms, size, key):
    marks = {farm.id: mark(farm, key) for farm in farms if farm.hectares}
    return sorted(marks, key=marks.get, reverse=True)[:size]


def mark(farm, key):
    """u ** (1 / hectares) after two logarithms, so that small farms do not all come out as 0; the largest is drawn first."""
    digest = hashlib.blake2b(farm.id.encode(), key=key.encode()[:64], digest_size=6).hexdigest()
    chance = (int(digest, 16) + 1) / (2**48 + 1)
    return math.log(farm.hectares) - math.log(-math.log(chance))
