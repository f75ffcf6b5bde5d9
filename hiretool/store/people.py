"""The candidates' rows: found, made, forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from sqlalchemy import CursorResult, Delete, delete, insert, select
from sqlalchemy.orm import Session

from hiretool.errors import NotFoundError
from hiretool.store import models

AT_ONCE = 500
"""Values in one IN (...); both databases take thousands more, but plan them no better."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many of each were deleted, in the order in which they refer to one another."""

    scorecards: int
    versions: int
    """Of these cards: as many as there are cards, and one more for each change."""
    ratings: int
    questions: int
    kits: int
    candidates: int


def portions(values: Iterable[T]) -> Iterator[Sequence[T]]:
    """The distinct values, in their order, AT_ONCE at a time."""
    distinct = list(dict.fromkeys(values))
    for start in range(0, len(distinct), AT_ONCE):
        yield distinct[start : start + AT_ONCE]


def known(session: Session, names: Iterable[str]) -> dict[str, int]:
    """Name -> id of those that are stored; names as keys.key returns them."""
    found: dict[str, int] = {}
    for portion in portions(names):
        statement = select(models.Candidate.name, models.Candidate.id).where(models.Candidate.name.in_(portion))
        found.update((name, id) for name, id in session.execute(statement))
    return found


def remembered(session: Session, names: Sequence[str], *, now: str) -> dict[str, int]:
    """Name -> id of all of them; those that are not stored yet are."""
    ids = known(session, names)
    new = [{"name": name, "created_at": now} for name in dict.fromkeys(names) if name not in ids]
    if new:
        statement = insert(models.Candidate).returning(models.Candidate.name, models.Candidate.id)
        ids.update((name, id) for name, id in session.execute(statement, new))
    return ids


def forget(session: Session, name: str) -> tuple[Forgotten, list[int]]:
    """Delete the candidate and all that hangs on it. Returns: how many of each, and the numbers of the cards.

    Raises: NotFoundError.
    """
    id = known(session, [name]).get(name)
    if id is None:
        raise NotFoundError("candidate", name, session.scalars(select(models.Candidate.name)))
    cards = select(models.Scorecard.id).where(models.Scorecard.candidate_id == id)
    numbers = sorted(session.scalars(cards))
    ratings = _deleted(session, delete(models.Rating).where(models.Rating.scorecard_id.in_(cards)))
    versions = _deleted(session, delete(models.Version).where(models.Version.scorecard_id.in_(cards)))
    forgotten = Forgotten(
        scorecards=_deleted(session, delete(models.Scorecard).where(models.Scorecard.candidate_id == id)),
        versions=versions,
        ratings=ratings,
        questions=_deleted(session, delete(models.Given).where(models.Given.candidate_id == id)),
        kits=_deleted(session, delete(models.Kit).where(models.Kit.candidate_id == id)),
        candidates=_deleted(session, delete(models.Candidate).where(models.Candidate.id == id)),
    )
    return forgotten, numbers


def _deleted(session: Session, statement: Delete) -> int:
    return cast("CursorResult[Any]", session.execute(statement)).rowcount
