"""People -> people in the order in which to read about them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hiretool.sourcing.credit import credit
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person

HALF_LIFE_DAYS = 365
"""A paper of a year ago counts half of one of today. A choice, not a measurement."""


def recency(paper: Paper, today: date) -> float:
    """0..1: 1 for a paper of today, half of that for each year since its first version."""
    return float(0.5 ** (max((today - paper.submitted).days, 0) / HALF_LIFE_DAYS))


def weight(person: Person, today: date) -> float:
    """Sum over the person's papers of credit x recency, in papers of today: an order to read in, no judgement."""
    return sum(credit(paper) * recency(paper, today) for paper in person.papers)


def ranked(people: Iterable[Person], *, today: date) -> list[Person]:
    """By falling weight; equals by name."""
    return sorted(people, key=lambda person: (-round(weight(person, today), 9), person.name, person.key))
