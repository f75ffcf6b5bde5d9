"""Scorecards in, and out again in the normal form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from hiretool.errors import HiretoolError, Problems
from hiretool.store import audit, cards, people
from hiretool.store.cards import Added, Card
from hiretool.store.models import Base, Candidate, Rating, Scorecard

# Inserted into as tables: as mapped classes, many rows take twice as long (measured).
_SCORECARD, _RATING = (Base.metadata.tables[mapped.__tablename__] for mapped in (Scorecard, Rating))


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


class Ready(NamedTuple):
    """A card in its one spelling, with its keyed digest."""

    card: Card
    digest: str


class _Stored(NamedTuple):
    id: int
    digest: str


@dataclass(slots=True)
class _Sorted:
    """Cards by what is to become of them."""

    new: list[Ready] = field(default_factory=list)
    changed: list[tuple[_Stored, Ready]] = field(default_factory=list)
    same: int = 0
    problems: list[str] = field(default_factory=list)


def ready(given: Iterable[Card], salt: str) -> list[Ready]:
    """The cards as they are stored. Raises: Problems, with what is wrong with each that cannot be."""
    found, problems = [], []
    for card in given:
        try:
            tidy = cards.tidied(card)
        except HiretoolError as error:
            problems.append(f"{card}: {error}")
        else:
            found.append(Ready(tidy, audit.digest(salt, cards.content(tidy))))
    if problems:
        raise Problems(problems, "Nothing was stored.")
    return found


def add(
    session: Session, given: Sequence[Ready], *, source: str, replace: bool, now: str
) -> tuple[Added, dict[str, audit.Json]]:
    """Store the cards.

    Returns: the counts, and what the log is told: `new` as runs of ids, `cards` as SHA-256 over the digests of those in
    their order, `replaced` as [id, digest before, digest after].
    Raises: Problems, naming each card that differs from the stored one with its key, unless `replace` is set.
    """
    ids = people.remembered(session, [card.candidate for card, _ in given], now=now)
    found = _sorted(given, ids, _stored(session, ids.values()), replace=replace)
    if found.problems:
        raise Problems(found.problems, "Nothing was stored.")
    changed = [(old.id, entry) for old, entry in found.changed]
    for portion in people.portions(id for id, _ in changed):
        session.execute(delete(Rating).where(Rating.scorecard_id.in_(portion)))
    if changed:
        statement = update(_SCORECARD).where(_SCORECARD.c.id == bindparam("which"))
        session.execute(statement, [{"which": id, **_columns(entry, ids, source, now)} for id, entry in changed])
    new: dict[str, int] = {}
    if found.new:
        made = insert(_SCORECARD).returning(Scorecard.digest, Scorecard.id)
        rows = session.execute(made, [_columns(entry, ids, source, now) for entry in found.new])
        new = dict(rows.all())
    _rate(session, [*changed, *((new[entry.digest], entry) for entry in found.new)])
    body: dict[str, audit.Json] = {
        "new": runs(sorted(new.values())),
        "cards": hashlib.sha256("".join(sorted(new, key=new.__getitem__)).encode()).hexdigest(),
        "replaced": [[old.id, old.digest, entry.digest] for old, entry in found.changed],
        "same": found.same,
    }
    return Added(len(new), found.same, len(changed)), body


def ratings(session: Session, role: str | None) -> list[RatingRow]:
    """In the order in which the cards came, then in that on the card."""
    statement = (
        select(
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
    return list(map(RatingRow._make, session.execute(statement)))


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
    return list(map(ScorecardRow._make, session.execute(statement)))


def _stored(session: Session, candidates: Iterable[int]) -> dict[tuple[int, str, str, str], _Stored]:
    """The cards of these candidates by their key."""
    found = {}
    for portion in people.portions(candidates):
        statement = select(
            Scorecard.candidate_id,
            Scorecard.role,
            Scorecard.interviewer,
            Scorecard.interview,
            Scorecard.id,
            Scorecard.digest,
        ).where(Scorecard.candidate_id.in_(portion))
        for candidate, role, interviewer, interview, id, digest in session.execute(statement):
            found[candidate, role, interviewer, interview] = _Stored(id, digest)
    return found


def _sorted(
    given: Iterable[Ready],
    ids: dict[str, int],
    stored: dict[tuple[int, str, str, str], _Stored],
    *,
    replace: bool,
) -> _Sorted:
    found, seen = _Sorted(), dict[cards.Key, Ready]()
    for entry in given:
        card, digest = entry
        there = stored.get((ids[card.candidate], card.role, card.interviewer, card.interview))
        before = seen.setdefault(card.key, entry)
        if before.digest != digest:
            found.problems.append(f"{card}: stands twice in this import, and differs; keep one of the two")
        elif before is not entry or (there and there.digest == digest):
            found.same += 1
        elif there is None:
            found.new.append(entry)
        elif replace:
            found.changed.append((there, entry))
        else:
            found.problems.append(f"{card}: another one is stored, and differs; --replace puts this one in its place")
    return found


def _columns(entry: Ready, ids: dict[str, int], source: str, now: str) -> dict[str, Any]:
    card, digest = entry
    return {
        "candidate_id": ids[card.candidate],
        "role": card.role,
        "interviewer": card.interviewer,
        "interview": card.interview,
        "recommendation": card.recommendation,
        "submitted_at": card.submitted_at,
        "source": source,
        "raw": card.raw,
        "digest": digest,
        "stored_at": now,
    }


def _rate(session: Session, entries: Iterable[tuple[int, Ready]]) -> None:
    rows = [
        {
            "scorecard_id": id,
            "competency": rating.competency,
            "position": position,
            "rating": rating.rating,
            "label": rating.label,
            "note": rating.note,
        }
        for id, (card, _) in entries
        for position, rating in enumerate(card.ratings)
    ]
    if rows:
        session.execute(insert(_RATING), rows)


def runs(numbers: Iterable[int]) -> list[audit.Json]:
    """The rising numbers as [first, last] of each unbroken run."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return [[first, last] for first, last in found]
