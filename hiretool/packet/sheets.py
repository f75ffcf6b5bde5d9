"""What a packet shows, as tables for a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hiretool import scoring
from hiretool.packet.told import Told
from hiretool.scoring.normal import normal_rows

if TYPE_CHECKING:
    import pandas as pd

Rows = list[dict[str, Any]]


def sheets(told: Told, ratings: pd.DataFrame) -> dict[str, Rows]:
    """Name of a sheet -> its rows. ratings: the normal form; only those on the candidates shown are written."""
    shown = [candidate.name for candidate in told.candidates]
    mine = ratings[ratings["candidate"].isin(shown)]
    return {
        "Scores": scores(told),
        "Ratings": list(normal_rows(mine)),
        "Recommendations": _recommendations(told),
        "Flags": [
            {"flag": flag.kind, "about": flag.about, "text": flag.text, "strength": flag.strength}
            for flag in told.flags
        ],
        "Corrections": _frame(told.fit.corrections, shown),
        "Interviewers": [row for row in scoring.records(told.fit.interviewers) if row["interviewer"] in told.short],
        "Weights": [
            {"competency": name, "title": told.title(name), "weight": weight} for name, weight in told.weights.items()
        ],
    }


def scores(told: Told) -> Rows:
    """A row a candidate, with a column for the mean of each competency."""
    return [
        {
            **candidate.row,
            **(
                {f"p_place_{number}": value for number, value in enumerate(candidate.places.chances[:3], start=1)}
                if candidate.places
                else {}
            ),
            **{f"{name}_mean": candidate.means.get(name) for name in told.weights},
            **{f"{name}_n": candidate.counts.get(name, 0) for name in told.weights},
        }
        for candidate in told.candidates
    ]


def _recommendations(told: Told) -> Rows:
    return [
        {
            "candidate": candidate.name,
            "interviewer": card.interviewer,
            "interview": card.interview,
            "recommendation": card.recommendation,
            "submitted_at": card.submitted_at,
        }
        for candidate in told.candidates
        for card in candidate.cards
        if card.recommendation
    ]


def _frame(frame: pd.DataFrame, shown: Sequence[str]) -> Rows:
    rows: Sequence[Mapping[str, Any]] = scoring.records(frame)
    return [dict(row) for row in rows if row["candidate"] in shown]
