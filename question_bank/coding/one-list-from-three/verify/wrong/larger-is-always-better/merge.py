# hiretool-canary-343a1967-613d-44e3-8b6a-af3b5c733475
"""Several searches -> one list."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Found:
    id: str
    points: float
    ranks: dict
    """Name of a search that answered -> rank there, None if the search did not name it."""


def merged(searches, k=60):
    """All that any of the searches found, the best first; of those with equal points, by id."""
    ranks = {search.name: _ranks(search) for search in searches if search.hits is not None}
    points = {}
    for name in {name for found in ranks.values() for name in found}:
        # As fractions, so that the order in which they are added makes no difference at all.
        points[name] = sum(1 / (k + found.get(name, Fraction(len(found) + 1))) for found in ranks.values())
    return [
        Found(name, float(points[name]), {search: _number(found.get(name)) for search, found in ranks.items()})
        for name in sorted(points, key=lambda name: (-points[name], name))
    ]


def _ranks(search):
    best = {}
    for hit in search.hits:
        cost = -hit.score
        best[hit.id] = min(cost, best.get(hit.id, cost))
    places = {}
    for place, cost in enumerate(sorted(best.values()), start=1):
        places.setdefault(cost, []).append(place)
    return {name: Fraction(sum(places[cost]), len(places[cost])) for name, cost in best.items()}


def _number(rank):
    return None if rank is None else float(rank)
