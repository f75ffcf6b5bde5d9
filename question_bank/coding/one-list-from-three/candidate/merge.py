"""Several searches -> one list."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    id: str
    points: float
    ranks: dict
    """Name of a search that answered -> rank there, None if the search did not name it."""


def merged(searches, k=60):
    """All that any of the searches found, the best first. For now, their scores are added up."""
    points = {}
    for search in searches:
        for hit in search.hits or []:
            points[hit.id] = points.get(hit.id, 0) + hit.score
    return [Found(name, points[name], {}) for name in sorted(points, key=points.get, reverse=True)]
