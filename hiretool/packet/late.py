"""Cards that were changed when others were in already, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hiretool.model import RECOMMENDATION_WORDS

if TYPE_CHECKING:
    from hiretool.store.changes import Change, Move


def sentence(change: Change, titles: Mapping[str, str]) -> str:
    """What was changed from what to what, when, what could be seen by then, and why."""
    where = f" ({change.interview})" if change.interview else ""
    moved = [_moved(move, titles) for move in change.moves]
    if change.recommendation != change.recommendation_before:
        moved.append(f"the recommendation from {_vote(change.recommendation_before)} to {_vote(change.recommendation)}")
    if change.shown_before:
        seen = "after others' cards on this candidate had been shown"
    else:
        others = (
            "one card of somebody else was" if change.others_in == 1 else f"{change.others_in} cards of others were"
        )
        seen = f"when {others} in, none of them shown from this workspace"
    why = f"reason given: {change.reason}" if change.reason else "no reason was given"
    return (
        f"{change.interviewer}{where} changed {'; '.join(moved) or 'the card'} on {change.at[:10]}, {seen};"
        f" {why.rstrip('.')}."
    )


def _moved(move: Move, titles: Mapping[str, str]) -> str:
    title = titles.get(move.competency, move.competency)
    if move.before == move.after:
        return f"the note on {title}"
    first = "" if move.first == move.before else f", at first {_rated(move.first)}"
    return f"{title} from {_rated(move.before)} to {_rated(move.after)}{first}"


def _rated(value: float | None) -> str:
    return "not assessed" if value is None else f"{value:g}"


def _vote(recommendation: str) -> str:
    return RECOMMENDATION_WORDS.get(recommendation, "none").lower()
