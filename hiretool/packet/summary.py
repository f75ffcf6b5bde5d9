"""Ratings and their fit -> the facts that a packet shows: every figure is computed here, none in a template."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hiretool import scoring
from hiretool.errors import NotFoundError
from hiretool.model import RECOMMENDATIONS
from hiretool.packet.cards import Card, Rating, by_candidate
from hiretool.roles import Round

if TYPE_CHECKING:
    import pandas as pd

    from hiretool.scoring.fitted import Fit

WIDE = 2.0
"""Two ratings of one competency that lie so far apart are worth a question."""
ESTIMATED = ("score", "low", "high", "p_above_bar", "uncorrected", "correction", "with_conflicts", "panel")
PLACED = ("expected_rank", "rank_low", "rank_high")


@dataclass(frozen=True, slots=True)
class Places:
    """How likely each place in the order is, among all who were rated for the role."""

    expected: float
    low: int
    high: int
    """The places from `low` to `high` hold 90 % of the chance."""
    chances: tuple[float, ...]
    """0..1 for each place, from the first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate's figures and cards. A figure that there is not is None: it is never 0."""

    name: str
    row: Mapping[str, Any]
    """As in JSON: what `scoring.fit` says of the candidate, with what `scoring.table` counts."""
    places: Places | None
    """None where too little was rated to tell."""
    means: Mapping[str, float]
    counts: Mapping[str, int]
    by_interviewer: tuple[tuple[str, float], ...]
    cards: tuple[Card, ...]
    sentences: tuple[str, ...]
    """What was corrected, and by how much."""

    @property
    def score(self) -> float | None:
        score: float | None = self.row["score"]
        return score

    @property
    def dropped(self) -> bool:
        """Whether ratings of somebody with a declared conflict of interest were left out."""
        return self.row["with_conflicts"] is not None

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

    def rounds_without_card(self, loop: Sequence[Round]) -> list[str]:
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


def summarised(ratings: pd.DataFrame, weights: Mapping[str, float], fit: Fit, extra: Any) -> list[Candidate]:
    """Candidates, the highest score first, those without one last. Raises: as `scoring.table`."""
    table = scoring.table(ratings, weights=weights, extra=extra)
    counted = {row["candidate"]: _known(row) for row in scoring.records(table)}
    fitted = {row["candidate"]: _known(row) for row in scoring.records(fit.candidates)}
    weighed = ratings[ratings["competency"].isin(list(weights))]
    cells = scoring.by_competency(weighed)
    means, counts = cells["mean"].to_dict(), cells["n"].to_dict()
    people: dict[str, list[tuple[str, float]]] = {}
    for entry in scoring.records(scoring.by_interviewer(weighed).reset_index()):
        people.setdefault(entry["candidate"], []).append((entry["interviewer"], entry["rating"]))
    cards, chances = by_candidate(ratings), _chances(fit)
    # Of whom nothing was rated, a fit can only say what it expects of anybody; that is no score of theirs.
    scored = [name for name in fitted if counted.get(name, {}).get("n_ratings") and fitted[name]["score"] is not None]
    return [
        Candidate(
            name=name,
            row=_row(counted[name], fitted[name] if name in scored else {}),
            places=_places(fitted[name], chances.get(name, ())) if name in scored else None,
            means={key: float(means[name, key]) for key in weights if (name, key) in means},
            counts={key: int(counts[name, key]) for key in weights if (name, key) in means},
            by_interviewer=tuple(people.get(name, ())),
            cards=tuple(cards[name]),
            # The first sums up what the score's own row says.
            sentences=tuple(fit.explain(name)[1:]) if name in scored else (),
        )
        for name in [*scored, *sorted(set(counted) - set(scored))]
    ]


def chosen(candidates: Sequence[Candidate], names: Sequence[str]) -> list[Candidate]:
    """Those of these names, in the order of their scores; all, if no name is given. Raises: NotFoundError."""
    known = [candidate.name for candidate in candidates]
    for name in names:
        if name not in known:
            raise NotFoundError("candidate", name, known)
    return [candidate for candidate in candidates if not names or candidate.name in names]


def _row(counted: Mapping[str, Any], fitted: Mapping[str, Any]) -> dict[str, Any]:
    """One candidate's figures; the weighted mean of `scoring.table` is `raw_weighted` here."""
    kept = {name: value for name, value in counted.items() if name not in ("candidate", "score")}
    estimates = {name: fitted.get(name) for name in (*ESTIMATED, *PLACED)}
    return {"candidate": counted["candidate"], **estimates, "raw_weighted": counted["score"], **kept}


def _places(fitted: Mapping[str, Any], chances: tuple[float, ...]) -> Places | None:
    if fitted["expected_rank"] is None or len(chances) < 2:
        return None
    return Places(fitted["expected_rank"], int(fitted["rank_low"]), int(fitted["rank_high"]), chances)


def _chances(fit: Fit) -> dict[str, tuple[float, ...]]:
    """Candidate -> chance of each place; empty where nobody has a place."""
    if not fit.candidates["expected_rank"].notna().any():
        return {}
    found = fit.ranks()
    return {str(name): tuple(row) for name, row in zip(found.index, found.to_numpy().tolist(), strict=True)}


def _known(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: None if isinstance(value, float) and math.isnan(value) else value for name, value in row.items()}
