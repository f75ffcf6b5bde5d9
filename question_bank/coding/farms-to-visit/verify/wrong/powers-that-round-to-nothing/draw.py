# hiretool-canary-94e7c43f-2add-4e01-b6ad-4b35c4383fd5
"""Which farms are visited."""

import hashlib
import heapq
import math


def drawn(farms, size, key):
    """Ids of `size` farms, drawn by hectares without putting one back.

    Each farm waits for a time that is its own, and the first `size` to come are drawn. The times are exponential with the
    hectares as rate, and with such times the next to come is each farm with a chance in proportion to its rate.
    """
    waits = ((_wait(farm, key), farm.id) for farm in farms if farm.hectares > 0)
    return [id for _, id in heapq.nsmallest(size, waits)]


def _wait(farm, key):
    digest = hashlib.sha256(f"{key}\n{farm.id}".encode()).digest()
    number = (int.from_bytes(digest[:8], "big") + 0.5) / 2**64
    return -(number ** (1 / farm.hectares))
