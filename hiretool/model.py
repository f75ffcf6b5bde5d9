"""The nouns that everything shares: levels, ratings, recommendations."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal, get_args

Level = Literal["junior", "mid", "senior", "staff", "principal", "lead", "manager", "director"]
LEVELS: tuple[Level, ...] = get_args(Level)

AnchorLevel = Literal["junior", "mid", "senior", "staff"]
ANCHOR_LEVELS: tuple[AnchorLevel, ...] = get_args(AnchorLevel)
"""The levels that have anchors of their own; the others borrow those of one of these."""

BORROWS: Mapping[Level, AnchorLevel] = {
    "principal": "staff",
    "lead": "senior",
    "manager": "senior",
    "director": "staff",
}
"""Our choice: what can be seen in an hour differs less between these than the scope of the work does."""


def anchor_level(level: Level) -> AnchorLevel:
    """The level whose anchors and questions a level uses.

    >>> anchor_level("principal")
    'staff'
    """
    return BORROWS.get(level) or level  # type: ignore[return-value]


def serves(levels: Collection[Level], level: Level) -> bool:
    """What is meant for some levels is of use at `level`, by its own name or by that of its anchors."""
    return level in levels or anchor_level(level) in levels


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

ANCHOR_COLUMNS = tuple(f"anchor_{point}" for point in RATINGS)
"""Columns of our blank scorecards that are there to be read; an import passes over them without a word."""
