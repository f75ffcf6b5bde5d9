"""Cards that were changed after they were sealed: what, when, why, and what could be seen by then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from hiretool.store import versions
from hiretool.store.cards import Card, CardRating
from hiretool.store.histories import History, Step


@dataclass(frozen=True, slots=True)
class Move:
    """What a change did to one competency; None is not assessed, or not on the card."""

    competency: str
    first: float | None
    """As it was first handed in."""
    before: float | None
    after: float | None
    note_changed: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One version of a card taking the place of the one before."""

    scorecard: int
    """Number of the card."""
    version: int
    role: str
    candidate: str
    interviewer: str
    interview: str
    at: str
    """ISO 8601, UTC."""
    actor: str
    """Who took it in, as the log has it."""
    reason: str
    first_recommendation: str
    recommendation_before: str
    recommendation: str
    moves: tuple[Move, ...]
    """Competencies of which the rating or the note differs, in the order of the card."""
    others_in: int
    """How many cards of other interviewers on this candidate, for this role, had come in before."""
    shown_before: bool
    """Whether one of those had been shown from this workspace before."""

    @property
    def after_shown(self) -> bool:
        """Whether what others said was there to be seen: it had come in, though it need not have been shown."""
        return self.shown_before or self.others_in > 0


def changes(session: Session, role: str | None) -> list[Change]:
    """In the order in which they were made."""
    history = History(session, role)
    pairs = list(history.changes())
    now = versions.cards_by_number(session, [first.scorecard for first, _ in pairs])
    said = {(id, version): card for id, version, card in versions.earlier(session, now)}
    found = []
    for first, step in sorted(pairs, key=lambda pair: (pair[1].row, pair[1].scorecard)):
        id = step.scorecard
        cards = [said.get((id, version), now[id]) for version in (first.version, step.version - 1, step.version)]
        found.append(_change(history, step, *cards))
    return found


def _change(history: History, step: Step, first: Card, before: Card, after: Card) -> Change:
    return Change(
        scorecard=step.scorecard,
        version=step.version,
        role=after.role,
        candidate=after.candidate,
        interviewer=after.interviewer,
        interview=after.interview,
        at=step.at,
        actor=step.actor,
        reason=step.reason,
        first_recommendation=first.recommendation,
        recommendation_before=before.recommendation,
        recommendation=after.recommendation,
        moves=tuple(_moves(first, before, after)),
        others_in=history.others_in(step),
        shown_before=history.shown_before(step),
    )


def _moves(first: Card, before: Card, after: Card) -> Iterator[Move]:
    was, earlier, now = ({rating.competency: rating for rating in card.ratings} for card in (first, before, after))
    for name in {**now, **earlier}:
        blank = CardRating(name, None)
        old, new = earlier.get(name, blank), now.get(name, blank)
        if old != new:
            yield Move(name, was.get(name, blank).rating, old.rating, new.rating, old.note != new.note)
