"""Scorecards out again, in the normal form and as a list."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hiretool.store import histories
from hiretool.store.cards import Card
from hiretool.store.models import Candidate, Rating, Scorecard


class RatingRow(NamedTuple):
    """One rating in the normal form."""

    role: str
    candidate: str
    interviewer: str
    interview: str
    competency: str
    rating: float | None
    label: str | None
    note: str
    recommendation: str
    submitted_at: str


class ScorecardRow(NamedTuple):
    """One card, without what it says of each competency."""

    id: int
    role: str
    candidate: str
    interviewer: str
    interview: str
    recommendation: str
    submitted_at: str
    source: str
    rated: int
    """How many competencies have a rating."""
    blank: int
    """How many stand there as not assessed."""
    sealed_at: str
    """ISO 8601, UTC: when its first version came in; blank while it is not handed in."""
    changed: bool
    """Whether another version has taken the place of the first."""
    sealed_after_shown: bool
    """Whether, before it came in, others' cards on the same candidate had come in and been shown."""


def ratings(session: Session, role: str | None, *, first: bool) -> list[RatingRow]:
    """In the order in which the cards came, then in that on the card."""
    statement = (
        select(
            Scorecard.id,
            Scorecard.role,
            Candidate.name,
            Scorecard.interviewer,
            Scorecard.interview,
            Rating.competency,
            Rating.rating,
            Rating.label,
            Rating.note,
            Scorecard.recommendation,
            Scorecard.submitted_at,
        )
        .join_from(Rating, Scorecard)
        .join(Candidate)
        .order_by(Scorecard.id, Rating.position)
    )
    if role is not None:
        statement = statement.where(Scorecard.role == role)
    found = [(id, RatingRow(*row)) for id, *row in session.execute(statement)]
    if first:
        before = histories.first_cards(session, role)
        found = [(id, row) for id, row in found if id not in before]
        found += [(id, row) for id, card in before.items() for row in _rows(card)]
        # Stable: within a card the order stays.
        found.sort(key=itemgetter(0))
    return [row for _, row in found]


def _rows(card: Card) -> Iterator[RatingRow]:
    for rating in card.ratings:
        yield RatingRow(
            *card.key,
            competency=rating.competency,
            rating=rating.rating,
            label=rating.label,
            note=rating.note,
            recommendation=card.recommendation,
            submitted_at=card.submitted_at,
        )


def scorecards(session: Session, role: str | None) -> list[ScorecardRow]:
    """In the order in which they came."""
    rated = func.count(Rating.rating)
    statement = (
        select(
            Scorecard.id,
            Scorecard.role,
            Candidate.name,
            Scorecard.interviewer,
            Scorecard.interview,
            Scorecard.recommendation,
            Scorecard.submitted_at,
            Scorecard.source,
            rated,
            func.count(Rating.competency) - rated,
        )
        .join_from(Scorecard, Candidate)
        .outerjoin(Rating)
        .group_by(Scorecard.id, Candidate.id)
        .order_by(Scorecard.id)
    )
    if role is not None:
        statement = statement.where(Scorecard.role == role)
    history = histories.History(session, role)
    return [ScorecardRow(*row, **history.of(row[0])) for row in session.execute(statement)]
