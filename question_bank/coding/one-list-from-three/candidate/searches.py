"""What the searches of a shop for spare parts give."""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Hit:
    id: str
    score: float


@dataclass(frozen=True)
class Search:
    name: str
    hits: list | None
    """In the order in which they came, which says nothing; None if the search did not answer in time."""
    larger_is_better: bool


def read(path):
    """Pairs of what somebody typed, and the searches that were made for it."""
    with open(path, encoding="utf-8") as file:
        return [(row["typed"], [_search(**search) for search in row["searches"]]) for row in map(json.loads, file)]


def _search(name, hits, larger_is_better):
    return Search(name, None if hits is None else [Hit(*hit) for hit in hits], larger_is_better)
