"""Cards with good defaults; what matters is written in the test."""

from __future__ import annotations

from typing import Any

from hiretool.store.cards import Card, CardRating
from hiretool.store.kits import Given


def card(candidate: str = "Ada", interviewer: str = "Grace", **changes: Any) -> Card:
    """A card that rates coding 3."""
    fields: dict[str, Any] = {
        "role": "ml-engineer",
        "candidate": candidate,
        "interviewer": interviewer,
        "interview": "coding",
        "recommendation": "yes",
        "submitted_at": "2026-10-01T14:30Z",
        "ratings": (rating(),),
        "raw": "{}",
    }
    return Card(**{**fields, **changes})


def rating(competency: str = "coding", value: float | None = 3, **changes: Any) -> CardRating:
    return CardRating(competency, value, **changes)


def question(slug: str = "fizz", **changes: Any) -> Given:
    fields: dict[str, Any] = {"question_version": 1, "family": f"{slug}-family", "round": "technical"}
    return Given(f"coding/{slug}", **{**fields, **changes})


KIT: dict[str, Any] = {"role": "ml-engineer", "level": "senior", "seed": 7, "content": "{}", "actor": "recruiter"}
