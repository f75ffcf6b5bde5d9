"""People -> people in the order in which to read about them: relevance is a gate, evidence ranks.

Who is ranked at all, the query decides. Among those, points = weight x log2(1 + value), summed over the signals: the
first paper counts as much as the next two and as the next four, so that many papers never outweigh good ones.
Adding relevance to the points made the order worse (topic nDCG@20 .530 -> .421, measured for this project on 59
topics), so that it decides between equals only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache, cached_property
from math import log2
from typing import overload

from hiretool.sourcing import signals
from hiretool.sourcing.credit import credit
from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person
from hiretool.sourcing.recent import recency as _recency

AT_MOST = 15.0
"""Higher values count as this: 4 times as much as a value of 1. Our choice."""
DECIMALS = 2
"""Points are rounded to what a reader sees, and then summed, so that the order can be checked by hand."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one signal adds to a person's score."""

    signal: str
    value: float
    unit: str
    weight: float
    points: float
    """weight x log2(1 + value), to two decimals."""


@dataclass(frozen=True)
class Scored:
    """A person, the reasons, and what the reasons add up to."""

    person: Person
    score: float
    """Sum of the points: an order to read in, no judgement, and no probability of anything."""
    contributions: tuple[Contribution, ...]
    """Of the signals that have a weight and something to say, highest points first."""
    weighed: Mapping[str, Evidence | None]
    """What the signals that have a weight said; None where they had nothing to say."""
    today: date

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """What every signal has to say, with a weight or without, in the order of reports.

        Those without a weight are asked here only: a list ranks more people than anybody reads about.
        """
        return tuple(
            claim
            for name in signals.names()
            if (claim := self.weighed[name] if name in self.weighed else _measure(name)(self.person, self.today))
        )

    def rows(self) -> list[dict[str, str | float]]:
        """The sum as a table: signal, value, unit, weight, points."""
        return [asdict(one) for one in self.contributions]


def points(value: float, weight: float) -> float:
    """weight x log2(1 + value); nothing below a value of 0, no more above one of 15.

    >>> [points(value, 2.0) for value in (0, 1, 3, 7, 15, 4000)]
    [0.0, 2.0, 4.0, 6.0, 8.0, 8.0]
    """
    return round(weight * log2(1 + min(max(value, 0.0), AT_MOST)), DECIMALS)


def contributions(evidence: Iterable[Evidence], weights: Mapping[str, float]) -> tuple[Contribution, ...]:
    """The points of each claim, highest first. A signal that `weights` lacks adds nothing."""
    found = [
        Contribution(claim.signal, claim.value, claim.unit, weight, points(claim.value, weight))
        for claim in evidence
        if (weight := weights.get(claim.signal, 0.0))
    ]
    return tuple(sorted(found, key=lambda one: (-one.points, one.signal)))


def score(person: Person, *, today: date, weights: Mapping[str, float]) -> Scored:
    """The person with the points of each signal that has a weight, and their sum."""
    weighed = {name: _measure(name)(person, today) for name, weight in weights.items() if weight}
    found = contributions(filter(None, weighed.values()), weights)
    return Scored(person, round(sum(one.points for one in found), DECIMALS), found, weighed, today)


@overload
def ranked(people: Iterable[Person], *, today: date) -> list[Person]: ...


@overload
def ranked(
    people: Iterable[Person],
    *,
    today: date,
    weights: Mapping[str, float],
    relevance: Mapping[str, float] | None = None,
) -> list[Scored]: ...


def ranked(
    people: Iterable[Person],
    *,
    today: date,
    weights: Mapping[str, float] | None = None,
    relevance: Mapping[str, float] | None = None,
) -> list[Person] | list[Scored]:
    """By falling score; equals by relevance, then by name. Without weights: by `weight` alone, without the reasons.

    weights: signal -> weight. relevance: paper id -> how well it matches; that of a person is the highest of theirs.
    """
    if weights is None:
        return sorted(people, key=lambda person: (-round(weight(person, today), 9), person.name, person.key))
    matches = relevance or {}

    def order(scored: Scored) -> tuple[float, float, str, str]:
        best = max((matches.get(paper.id, 0.0) for paper in scored.person.papers), default=0.0)
        return -scored.score, -best, scored.person.name, scored.person.key

    return sorted((score(person, today=today, weights=weights) for person in people), key=order)


@cache
def _measure(name: str) -> Callable[[Person, date], Evidence | None]:
    return signals.get(name).measure


def recency(paper: Paper, today: date) -> float:
    """0..1: 1 for a paper of today, half of that for each year since its first version."""
    return _recency(paper.submitted, today)


def weight(person: Person, today: date) -> float:
    """Sum over the person's papers of credit x recency, in papers of today: an order to read in, no judgement."""
    return sum(credit(paper) * recency(paper, today) for paper in person.papers)
