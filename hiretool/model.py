"""The nouns that everything shares: levels, ratings, recommendations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Level = Literal["junior", "mid", "senior", "staff"]
LEVELS: tuple[Level, ...] = get_args(Level)

RATINGS = (1, 2, 3, 4)
"""A rating is given by a person against four anchors; blank means not assessed, which is not the same as 1."""

MIXED = 2.5
"""What the label `mixed` counts, between 2 and 3; the label itself is kept."""

Recommendation = Literal["strong_no", "no", "no_decision", "yes", "strong_yes"]
RECOMMENDATIONS: tuple[Recommendation, ...] = get_args(Recommendation)

RECOMMENDATION_WORDS: Mapping[str, str] = {
    "strong_no": "Strong no",
    "no": "No",
    "no_decision": "No decision",
    "yes": "Yes",
    "strong_yes": "Strong yes",
}

COLUMNS = (
    "role",
    "candidate",
    "interviewer",
    "interview",
    "competency",
    "rating",
    "note",
    "recommendation",
    "submitted_at",
)
"""The normal form of scorecards: long, one row for each rating."""
