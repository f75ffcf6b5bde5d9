"""Scorecards in: compared with those that are there, sealed and written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from hiretool.errors import HiretoolError, Problems
from hiretool.store import audit, cards, people, seals, versions
from hiretool.store.cards import Added, Card
from hiretool.store.models import Base, Rating, Scorecard, Version

# Inserted into as tables: as mapped classes, many rows take twice as long (measured).
_SCORECARD, _RATING, _VERSION = (Base.metadata.tables[table.__tablename__] for table in (Scorecard, Rating, Version))


class Ready(NamedTuple):
    """A card in its one spelling, with its keyed digest."""

    card: Card
    digest: str


class _Stored(NamedTuple):
    id: int
    digest: str
    version: int
    handed_in: bool


class _Row(NamedTuple):
    """A card with the number of its row, as it is written."""

    id: int
    version: int
    entry: Ready
    reason: str


@dataclass(slots=True)
class _Sorted:
    """Cards by what is to become of them."""

    new: list[Ready] = field(default_factory=list)
    differing: list[tuple[_Stored, Ready]] = field(default_factory=list)
    """From the stored one with their key."""
    changed: list[_Row] = field(default_factory=list)
    """Those of them that may take its place."""
    same: int = 0
    problems: list[str] = field(default_factory=list)
    advice: str = ""
    """What can be done about them, if anything."""


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
    session: Session, given: Sequence[Ready], *, source: str, replace: bool, reason: str, now: str
) -> tuple[Added, dict[str, audit.Json]]:
    """Store the cards, each as a version that the log's next row seals.

    Returns: the counts, and what that row is told: `new` as runs of numbers, `seals` of those in their order,
    `replaced` as [number, version, seal].
    Raises: Problems, naming each card that differs from the stored one with its key, unless `replace` is set and there
    is a reason, or the stored one was not handed in yet.
    """
    ids = people.remembered(session, [card.candidate for card, _ in given], now=now)
    found = _sorted(given, ids, _stored(session, ids.values()))
    _settle(session, found, replace=replace, reason=reason)
    if found.problems:
        raise Problems(found.problems, f"Nothing was stored.{found.advice}")
    _make_room(session, found.changed)
    if found.changed:
        statement = update(_SCORECARD).where(_SCORECARD.c.id == bindparam("which"))
        rows = [{"which": row.id, **_columns(row.entry, ids, source, now)} for row in found.changed]
        session.execute(statement, rows)
    new = _inserted(session, [_columns(entry, ids, source, now) for entry in found.new])
    first = sorted(_Row(new[entry.digest], 1, entry, "") for entry in found.new)
    _rate(session, [*found.changed, *first])
    marks = _seal(session, [*first, *found.changed])
    body: dict[str, audit.Json] = {
        **seals.told([row.id for row in first], marks[: len(first)]),
        "replaced": [[row.id, row.version, mark] for row, mark in zip(found.changed, marks[len(first) :], strict=True)],
        "same": found.same,
    }
    return Added(len(first), found.same, len(found.changed)), body


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
            Version.version,
            Version.handed_in,
        ).where(Scorecard.candidate_id.in_(portion))
        # Outer: what somebody put in by hand has no version, and is to be found all the same.
        in_force = (Version.scorecard_id == Scorecard.id) & Version.content.is_(None)
        for row in session.execute(statement.outerjoin(Version, in_force)):
            candidate, role, interviewer, interview, id, digest, version, handed_in = row
            stored = _Stored(id, digest, version or 0, handed_in is not False)
            found[candidate, role, interviewer, interview] = stored
    return found


def _sorted(given: Iterable[Ready], ids: dict[str, int], stored: dict[tuple[int, str, str, str], _Stored]) -> _Sorted:
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
        else:
            found.differing.append((there, entry))
    return found


def _settle(session: Session, found: _Sorted, *, replace: bool, reason: str) -> None:
    """Say of each card that differs whether it takes the stored one's place, was there before, or is a problem."""
    known = set() if replace else _earlier(session, found.differing)
    for old, entry in found.differing:
        if not old.handed_in:
            # What was given out and came back filled in is no change of anybody's mind.
            found.changed.append(_Row(old.id, old.version + 1, entry, ""))
        elif replace and reason:
            found.changed.append(_Row(old.id, old.version + 1, entry, reason))
        elif not replace and (old.id, cards.content(entry.card)) in known:
            found.same += 1
        else:
            found.problems.append(f"{entry.card}: another one is stored, and differs")
            found.advice = " --replace with --reason TEXT puts one in place of the stored one, which is kept."


def _earlier(session: Session, differing: Iterable[tuple[_Stored, Ready]]) -> set[tuple[int, str]]:
    """(number, content) of the versions that were in force before: a file imported again changes nothing."""
    of = {old.id: entry.card for old, entry in differing if old.version > 1}
    return {(id, cards.content(card)) for id, _, card in versions.earlier(session, of)}


def _make_room(session: Session, changed: Sequence[_Row]) -> None:
    versions.keep(session, [row.id for row in changed])
    for portion in people.portions(row.id for row in changed):
        session.execute(delete(Rating).where(Rating.scorecard_id.in_(portion)))


def _inserted(session: Session, rows: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Digest -> number of the new cards."""
    if not rows:
        return {}
    made = insert(_SCORECARD).returning(Scorecard.digest, Scorecard.id)
    return dict(session.execute(made, rows).all())


def _seal(session: Session, rows: Iterable[_Row]) -> list[str]:
    """Write the versions down. Returns: their seals, for the log's next row."""
    where, marks, values = audit.following(session), [], []
    for id, version, (card, digest), reason in rows:
        nonce = seals.nonce()
        marks.append(seals.seal(nonce, digest, version=version, reason=reason))
        columns = {"scorecard_id": id, "version": version, "sealed_in": where, "nonce": nonce, "reason": reason}
        values.append({**columns, "handed_in": card.handed_in, "content": None})
    if values:
        session.execute(insert(_VERSION), values)
    return marks


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


def _rate(session: Session, rows: Iterable[_Row]) -> None:
    values = [
        {
            "scorecard_id": id,
            "competency": rating.competency,
            "position": position,
            "rating": rating.rating,
            "label": rating.label,
            "note": rating.note,
        }
        for id, _, (card, _), _ in rows
        for position, rating in enumerate(card.ratings)
    ]
    if values:
        session.execute(insert(_RATING), values)
