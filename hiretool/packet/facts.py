"""What a packet says to programs, and what its template fills in."""

from __future__ import annotations

import datetime
from typing import Any

from hiretool.packet import concerns, corrections, late, overview, standards
from hiretool.packet.cards import Card
from hiretool.packet.summary import Candidate
from hiretool.packet.told import Told


def data(
    told: Told,
    *,
    n_everyone: int,
    opening: str,
    today: datetime.date,
    weights_by: str,
    weights_from: str,
    log_head: str,
    blind: bool,
) -> dict[str, Any]:
    """The packet's data: snake_case, a figure that there is not is None."""
    cards = [card for candidate in told.candidates for card in candidate.cards]
    return {
        "role": told.role.id,
        "role_title": told.role.title,
        "level": told.level,
        "opening": opening or None,
        "made_on": today.isoformat(),
        "log_head": log_head or None,
        "blind": blind,
        "n_candidates": len(told.candidates),
        "n_candidates_rated": n_everyone,
        "n_interviewers": len(told.short),
        "n_cards": sum(card.handed_in() for card in cards),
        "n_cards_out": sum(not card.handed_in() for card in cards),
        "n_ratings": sum(candidate.row["n_ratings"] for candidate in told.candidates),
        "weights": dict(told.weights),
        "weights_set_by": weights_by or None,
        "weights_from": weights_from,
        "weights_say": standards.sentence(weights_by, weights_from),
        "bar_score": told.bar,
        "bar": told.role.hire_bar.model_dump(),
        "candidates": [_candidate(candidate, told) for candidate in told.candidates],
        "interviewers": [
            {name: _known(value) for name, value in row.items()}
            for row in told.fit.interviewers.to_dict("records")
            if row["interviewer"] in told.short
        ],
        "flags": [_flag(flag) for flag in told.flags],
        "changes": None
        if told.changes is None
        else [
            {
                "candidate": change.candidate,
                "interviewer": change.interviewer,
                "interview": change.interview,
                "at": change.at,
                "reason": change.reason,
                "text": late.sentence(change, told.titles),
            }
            for change in told.changes
        ],
        "warnings": [{"code": warned.code, "text": warned.text} for warned in told.fit.warnings],
        "says": overview.sentence(told),
        "limits": concerns.limits(told),
        "conflicts": corrections.conflicts(told),
    }


def _flag(flag: Any) -> dict[str, Any]:
    return {name: value for name, value in flag.data().items() if name != "rows"}


def _known(value: Any) -> Any:
    return None if value != value else value  # noqa: PLR0124  # only what is not a number differs from itself


def _candidate(candidate: Candidate, told: Told) -> dict[str, Any]:
    return {
        **candidate.row,
        "p_places": list(candidate.places.chances) if candidate.places else None,
        "competencies": {name: {"mean": mean, "n": candidate.counts[name]} for name, mean in candidate.means.items()},
        "interviewers": dict(candidate.by_interviewer),
        "recommendations": {name: len(who) for name, who in candidate.recommendations().items()},
        "corrections": list(candidate.sentences),
        "cards": [_card(card) for card in candidate.cards],
        "not_handed_in": [{"interviewer": who, "interview": where} for who, where in candidate.not_handed_in()],
        "rounds_without_card": candidate.rounds_without_card(told.loop),
    }


def _card(card: Card) -> dict[str, Any]:
    return {
        "interviewer": card.interviewer,
        "interview": card.interview,
        "recommendation": card.recommendation or None,
        "submitted_at": card.submitted_at or None,
        "handed_in": card.handed_in(),
        "ratings": [
            {
                "competency": rating.competency,
                "rating": rating.value,
                "label": rating.label or None,
                "note": rating.note or None,
            }
            for rating in card.ratings
        ],
    }
