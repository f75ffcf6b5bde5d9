"""A scorecard in the normal form, checked and brought to one spelling."""

from __future__ import annotations

from dataclasses import dataclass

from hiretool.errors import HiretoolError
from hiretool.model import RATINGS, RECOMMENDATIONS
from hiretool.store.audit import canonical
from hiretool.store.keys import key, prose

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class CardRating:
    """One competency's rating on a card."""

    competency: str
    rating: float | None
    """1..4; None means not assessed, which is not the same as 1."""
    label: str | None = None
    """What stood there if it was no number, such as `mixed`, which counts 2.5."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What one interviewer said of one candidate in one interview."""

    role: str
    candidate: str
    interviewer: str
    interview: str = ""
    """Which interview it was; blank where the source does not say."""
    recommendation: str = ""
    """One of model.RECOMMENDATIONS, or blank."""
    submitted_at: str = ""
    """ISO 8601 as the source has it, or blank."""
    ratings: tuple[CardRating, ...] = ()
    raw: str = ""
    """The card as it came, as JSON text; kept, and no part of what tells two cards apart."""

    @property
    def key(self) -> Key:
        """What there is one card of: role, candidate, interviewer, interview."""
        return self.role, self.candidate, self.interviewer, self.interview

    @property
    def handed_in(self) -> bool:
        """A card with no rating and no recommendation was given out and not handed in."""
        return bool(self.recommendation) or any(rating.rating is not None for rating in self.ratings)

    def __str__(self) -> str:
        interview = f", {self.interview}" if self.interview else ""
        return f"card of {self.interviewer!r} on {self.candidate!r} ({self.role}{interview})"


@dataclass(frozen=True, slots=True)
class Added:
    """How many cards came in, by what became of them."""

    new: int
    same: int
    replaced: int


def tidied(card: Card) -> Card:
    """The card as it is stored. Raises: HiretoolError with the first thing that is wrong with it."""
    found = Card(
        role=key(card.role, "role"),
        candidate=key(card.candidate, "candidate"),
        interviewer=key(card.interviewer, "interviewer"),
        interview=key(card.interview, "interview", blank=True),
        recommendation=card.recommendation.strip(),
        submitted_at=key(card.submitted_at, "time of submission", blank=True),
        ratings=tuple(map(_tidied, card.ratings)),
        raw=prose(card.raw, "raw card"),
    )
    if found.recommendation and found.recommendation not in RECOMMENDATIONS:
        raise HiretoolError(
            f"recommendation: expected {', '.join(RECOMMENDATIONS)} or blank, got {found.recommendation!r}"
        )
    rated = [rating.competency for rating in found.ratings]
    if len(set(rated)) < len(rated):
        twice = next(name for name in rated if rated.count(name) > 1)
        raise HiretoolError(f"{twice}: is rated twice; only one rating can count")
    return found


def content(card: Card) -> str:
    """What tells two cards apart: the normal form as one JSON text, whatever the order of the ratings."""
    rated = sorted([rating.competency, rating.rating, rating.label, rating.note] for rating in card.ratings)
    return canonical([*card.key, card.recommendation, card.submitted_at, rated])


def _tidied(rating: CardRating) -> CardRating:
    competency = key(rating.competency, "competency")
    value = None if rating.rating is None else float(rating.rating)
    if value is not None and not RATINGS[0] <= value <= RATINGS[-1]:
        lowest, highest = RATINGS[0], RATINGS[-1]
        raise HiretoolError(f"{competency}: expected a rating of {lowest} to {highest}, or none, got {value:g}")
    label = key(rating.label or "", "label", blank=True) or None
    return CardRating(competency, value, label, prose(rating.note, "note"))
