"""What the services that count citations have in common: which papers, whether it is the same one, what it becomes."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from hiretool.sourcing.citation import Citation
from hiretool.sourcing.enrich._figures import Figure
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person
from hiretool.sourcing.words import words

PAPERS_EACH = 30
"""Of one person, the newest."""
_FIGURES = ("count", "percentile", "fwci", "influential", "url", "named_first", "orcid")
_ALIKE = 0.5
"""Share of the words of two titles that they have in common, from which they are taken for versions of one."""


def wanted(people: Sequence[Person]) -> dict[str, Paper]:
    """The papers that name somebody first, by id."""
    return {paper.id: paper for person in people for paper in person.papers[:PAPERS_EACH]}


def attached(person: Person, figures: Mapping[str, Figure], source: str) -> Person:
    """The person with a `Citation` for each of their papers that the service knows."""
    found = [
        Citation(paper.id, source=source, date=figure.day, **{name: figure.figures.get(name) for name in _FIGURES})
        for paper in person.papers
        if (figure := figures.get(paper.id)) and figure.figures is not None
    ]
    earlier = [line for line in getattr(person, "citations", ()) if line.source != source]
    changes: dict[str, Any] = {"citations": (*earlier, *found)}
    return dataclasses.replace(person, **changes)


def same_title(title: Any, other: str) -> bool:
    """Whether two titles may be those of versions of one paper."""
    if not isinstance(title, str):
        return False
    mine, theirs = set(words(title)), set(words(other))
    return len(mine & theirs) >= _ALIKE * max(len(mine), len(theirs), 1)


def count(value: Any) -> int | None:
    """A count, if it is one."""
    return value if type(value) is int and value >= 0 else None


def address(value: Any, start: str) -> str | None:
    """An address of the service's own, if it is one."""
    return value if isinstance(value, str) and value.startswith(start) and value.isprintable() else None
