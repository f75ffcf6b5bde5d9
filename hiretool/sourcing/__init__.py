"""arXiv -> papers -> the people named first on them, with evidence; behind a wall from scoring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.files import Reading, papers
from hiretool.sourcing.finding import Counts, Found, Hit, find, first_day
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person, first_authors
from hiretool.sourcing.query import Query, parse

if TYPE_CHECKING:
    from hiretool.sourcing.identity import identities
    from hiretool.sourcing.live import Arxiv

__all__ = [
    "Arxiv",
    "Counts",
    "Evidence",
    "Found",
    "Hit",
    "Paper",
    "Person",
    "Query",
    "Reading",
    "find",
    "first_authors",
    "first_day",
    "identities",
    "papers",
    "parse",
]


def __getattr__(name: str) -> Any:
    # The HTTP stack takes 0.14 s to import; a search in files needs none of it.
    if name == "Arxiv":
        from hiretool.sourcing.live import Arxiv

        return Arxiv
    # pandas and scipy take longer still.
    if name == "identities":
        from hiretool.sourcing.identity import identities

        return identities
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
