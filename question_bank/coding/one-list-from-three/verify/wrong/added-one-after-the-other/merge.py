# hiretool-canary-343a1967-613d-44e3-8b6a-af3b5c733475
"""Several searches -> one list."""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    id: str
    points: float
    ranks: dict
    """Name of a search that answered -> rank there, None if the search did not name it."""


def merged(searches, k=60):
    """All that any of the searches found, the best first; of those with equal points, by id."""
    answered = [search for search in searches if search.hits is not None]
    ranks = {search.name: ranked(search) for search in answered}
    found = []
    for name in sorted({hit.id for search in answered for hit in search.hits}):
        own = {search: ranks[search].get(name) for search in ranks}
        parts = [1 / (k + (len(ranks[search]) + 1 if rank is None else rank)) for search, rank in own.items()]
        points = 0.0
        for part in parts:
            points += part
        found.append(Found(name, points, own))
    # Sorting keeps the order of equal ones.
    found.sort(key=lambda one: one.points, reverse=True)
    return found


def ranked(search):
    """Id -> rank; the mean of their places for those that are equally good."""
    sign = 1 if search.larger_is_better else -1
    scores = {}
    for hit in sorted(search.hits, key=lambda hit: sign * hit.score):
        scores[hit.id] = sign * hit.score
    values = list(scores.values())
    return {
        name: 1 + sum(value > score for value in values) + (values.count(score) - 1) / 2 for name, score in scores.items()
    }
