"""Ratings -> the scorecards that they came on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiretool import scoring

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating with what was written beside it."""

    interviewer: str
    interview: str
    competency: str
    value: float | None
    label: str
    note: str

    @property
    def shown(self) -> str:
        """The rating as it was given: a label such as `mixed` stands for its number."""
        return self.label or ("not assessed" if self.value is None else f"{self.value:g}")


@dataclass(frozen=True, slots=True)
class Card:
    """What one interviewer handed in about one interview."""

    interviewer: str
    interview: str
    recommendation: str
    submitted_at: str
    ratings: tuple[Rating, ...]

    def handed_in(self) -> bool:
        """A card with no rating and no recommendation was given out and not handed in."""
        return bool(self.recommendation) or any(rating.value is not None for rating in self.ratings)


def by_candidate(ratings: pd.DataFrame) -> dict[str, list[Card]]:
    """Candidate -> their cards, in the order in which they came."""
    found: dict[str, list[Card]] = {}
    for (_, candidate, interviewer, interview), rows in scoring.cards(ratings):
        card = Card(
            interviewer=interviewer,
            interview=interview,
            recommendation=next((row["recommendation"] for row in rows if row["recommendation"]), ""),
            submitted_at=next((row["submitted_at"] for row in rows if row["submitted_at"]), ""),
            ratings=tuple(
                Rating(interviewer, interview, row["competency"], row["rating"], row["label"] or "", row["note"])
                for row in rows
            ),
        )
        found.setdefault(candidate, []).append(card)
    return found
