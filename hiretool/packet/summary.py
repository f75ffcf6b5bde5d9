"""Ratings -> the facts that a packet shows, as plain data: every figure is computed here, none in a template."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hiretool import scoring
from hiretool.model import RECOMMENDATIONS
from hiretool.roles import Round

if TYPE_CHECKING:
    import pandas as pd

WIDE = 2.0
"""Two ratings of one competency that lie so far apart are worth a question."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating with what was written beside it."""

    interviewer: str
    interview: str
    competency: str
    value: float | None
    label: str
    note: str


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


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate's figures and cards."""

    name: str
    row: Mapping[str, Any]
    """The row of `scoring.table`, missing figures as None."""
    means: Mapping[str, float]
    counts: Mapping[str, int]
    by_interviewer: tuple[tuple[str, float], ...]
    cards: tuple[Card, ...]

    @property
    def score(self) -> float | None:
        score: float | None = self.row["score"]
        return score

    def ratings(self) -> list[Rating]:
        """All that was written: ratings, and notes beside a blank."""
        return [rating for card in self.cards for rating in card.ratings]

    def recommendations(self) -> dict[str, list[str]]:
        """Recommendation -> who gave it, in the order of the scale."""
        return {
            name: [card.interviewer for card in self.cards if card.recommendation == name] for name in RECOMMENDATIONS
        }

    def not_handed_in(self) -> list[tuple[str, str]]:
        """(interviewer, interview) of the cards that are still out."""
        return [(card.interviewer, card.interview) for card in self.cards if not card.handed_in()]

    def rounds_without_card(self, loop: list[Round]) -> list[str]:
        """Rounds of the role's loop about which nobody has handed in anything and nobody was asked to."""
        seen = {card.interview for card in self.cards}
        # A card that names no interview may be of any of them, so nothing is known to be missing.
        return [] if "" in seen else [entry.id for entry in loop if not seen & {entry.id, entry.format}]

    def gaps(self) -> list[tuple[str, list[Rating]]]:
        """Competencies whose lowest and highest rating lie WIDE or more apart, with all their ratings."""
        found = []
        for name in self.means:
            rated = [rating for rating in self.ratings() if rating.competency == name and rating.value is not None]
            values = [rating.value for rating in rated if rating.value is not None]
            if max(values) - min(values) >= WIDE:
                found.append((name, sorted(rated, key=lambda rating: rating.value or 0)))
        return found


def summarised(ratings: pd.DataFrame, weights: Mapping[str, float], extra: Any) -> list[Candidate]:
    """Candidates, the highest score first. Raises: as `scoring.table`."""
    table = scoring.table(ratings, weights=weights, extra=extra)
    weighed = ratings[ratings["competency"].isin(list(weights))]
    cells = scoring.by_competency(weighed)
    means, counts = cells["mean"].to_dict(), cells["n"].to_dict()
    people: dict[str, list[tuple[str, float]]] = {}
    for entry in scoring.records(scoring.by_interviewer(weighed).reset_index()):
        people.setdefault(entry["candidate"], []).append((entry["interviewer"], entry["rating"]))
    cards = _cards(ratings)
    found = []
    for row in scoring.records(table):
        name = row["candidate"]
        found.append(
            Candidate(
                name=name,
                row={key: _known(value) for key, value in row.items()},
                means={key: float(means[name, key]) for key in weights if (name, key) in means},
                counts={key: int(counts[name, key]) for key in weights if (name, key) in means},
                by_interviewer=tuple(people.get(name, ())),
                cards=tuple(cards[name]),
            )
        )
    return found


def _known(value: Any) -> Any:
    return None if isinstance(value, float) and math.isnan(value) else value


def _cards(ratings: pd.DataFrame) -> dict[str, list[Card]]:
    """Candidate -> their cards."""
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
