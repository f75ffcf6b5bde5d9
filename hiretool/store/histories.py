"""When each card came in and was changed, and what of others could be seen before that."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from hiretool.store import versions
from hiretool.store.cards import Card
from hiretool.store.models import Audit, Scorecard, Version

SHOWN = "shown"


class Step(NamedTuple):
    """A version of a card, without what it says."""

    scorecard: int
    role: str
    candidate: int
    interviewer: str
    version: int
    handed_in: bool
    reason: str
    row: int
    """Number of the row of the log that sealed it: of two steps, the lower one came first."""
    at: str
    """ISO 8601, UTC."""
    actor: str


class History:
    """The steps of the cards of a role, or of all."""

    def __init__(self, session: Session, role: str | None) -> None:
        self._steps = defaultdict[int, list[Step]](list)
        for step in _steps(session, role):
            self._steps[step.scorecard].append(step)
        self._first: dict[int, Step] = {}
        self._about = defaultdict[tuple[str, int], list[Step]](list)
        for id, steps in self._steps.items():
            if first := next((step for step in steps if step.handed_in), None):
                self._first[id] = first
                self._about[first.role, first.candidate].append(first)
        self._shown = _shown(session)

    def of(self, scorecard: int) -> dict[str, Any]:
        """What a list of cards says of one: sealed_at, changed, sealed_after_shown."""
        first = self._first.get(scorecard)
        if first is None:
            return {"sealed_at": "", "changed": False, "sealed_after_shown": False}
        changed = self._steps[scorecard][-1] is not first
        return {"sealed_at": first.at, "changed": changed, "sealed_after_shown": self.shown_before(first)}

    def changes(self) -> Iterator[tuple[Step, Step]]:
        """(first version that was handed in, one that took its place later), by card and version."""
        for id, first in self._first.items():
            for step in self._steps[id]:
                if step.version > first.version:
                    yield first, step

    def others_in(self, step: Step) -> int:
        """Cards of other interviewers on the same candidate, for the same role, that had come in before."""
        return len(self._others(step))

    def shown_before(self, step: Step) -> bool:
        """Whether one of those had been shown before."""
        if not (others := self._others(step)):
            return False
        shown = self._shown.get(step.role, [])
        after = bisect_left(shown, min(others))
        return after < len(shown) and shown[after] < step.row

    def _others(self, step: Step) -> list[int]:
        about = self._about[step.role, step.candidate]
        return [other.row for other in about if other.interviewer != step.interviewer and other.row < step.row]


def first_cards(session: Session, role: str | None) -> dict[int, Card]:
    """Number -> what it said when it was first handed in, of the cards that were changed since."""
    first = {first.scorecard: first.version for first, _ in History(session, role).changes()}
    found = versions.earlier(session, versions.cards_by_number(session, first))
    return {id: card for id, version, card in found if version == first[id]}


def to_be_logged(session: Session, role: str) -> dict[str, int]:
    """Counts of what is shown of the role; nothing if it was logged already after the last card or change."""
    handed_in = (
        select(
            func.count(distinct(Scorecard.id)),
            func.count(distinct(Scorecard.candidate_id)),
            func.max(Version.sealed_in),
        )
        .join_from(Scorecard, Version)
        .where(Scorecard.role == role, Version.handed_in)
    )
    cards, candidates, last = session.execute(handed_in).one()
    if not cards or max(_shown(session).get(role, []), default=0) > last:
        return {}
    return {"cards": cards, "candidates": candidates}


def _steps(session: Session, role: str | None) -> Iterator[Step]:
    columns = (Scorecard.id, Scorecard.role, Scorecard.candidate_id, Scorecard.interviewer)
    more = (Version.version, Version.handed_in, Version.reason, Version.sealed_in, Audit.at, Audit.actor)
    statement = (
        select(*columns, *more)
        .join_from(Scorecard, Version)
        .join(Audit, Audit.seq == Version.sealed_in)
        .order_by(Scorecard.id, Version.version)
    )
    if role is not None:
        statement = statement.where(Scorecard.role == role)
    return map(Step._make, session.execute(statement))


def _shown(session: Session) -> dict[str, list[int]]:
    """Role -> rising numbers of the log's rows that say that its ratings were shown."""
    found = defaultdict[str, list[int]](list)
    for seq, body in session.execute(select(Audit.seq, Audit.body).where(Audit.action == SHOWN).order_by(Audit.seq)):
        found[json.loads(body)["role"]].append(seq)
    return found
