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


def forget(session: Session, name: str) -> Forgotten:
    """Delete the candidate and all that hangs on it. Raises: NotFoundError."""
    id = known(session, [name]).get(name)
    if id is None:
        raise NotFoundError("candidate", name, session.scalars(select(models.Candidate.name)))
    cards = select(models.Scorecard.id).where(models.Scorecard.candidate_id == id)
    ratings = _deleted(session, delete(models.Rating).where(models.Rating.scorecard_id.in_(cards)))
    return Forgotten(
        scorecards=_deleted(session, delete(models.Scorecard).where(models.Scorecard.candidate_id == id)),
        ratings=ratings,
        questions=_deleted(session, delete(models.Given).where(models.Given.candidate_id == id)),
        kits=_deleted(session, delete(models.Kit).where(models.Kit.candidate_id == id)),
        candidates=_deleted(session, delete(models.Candidate).where(models.Candidate.id == id)),
    )


def _deleted(session: Session, statement: Delete) -> int:
    return cast("CursorResult[Any]", session.execute(statement)).rowcount
