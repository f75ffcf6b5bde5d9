"""Cards that are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hiretool.scoring.flags import _words
from hiretool.scoring.flags._case import Case, Flag

if TYPE_CHECKING:
    from collections.abc import Hashable


def found(case: Case) -> list[Flag]:
    """Candidates with a card that was given out and is still blank, or with a round about which there is no card."""
    flags = []
    cards: dict[str, list[dict[Hashable, Any]]] = {}
    for card in case.cards.to_dict("records"):
        cards.setdefault(str(card["candidate"]), []).append(card)
    for candidate, theirs in cards.items():
        blank = [card for card in theirs if not card["n_ratings"] and not card["recommendation"]]
        rounds = _rounds(case, {str(card["interview"]) for card in theirs})
        if blank or rounds:
            flags.append(_flag(candidate, blank, rounds))
    return flags


def _rounds(case: Case, interviews: set[str]) -> list[str]:
    """Rounds of the loop that no card names."""
    # A card that names no interview may be of any of them, so nothing is known to be missing.
    if "" in interviews:
        return []
    return [entry.id for entry in case.rounds if not interviews & {entry.id, entry.format}]


def _flag(candidate: str, blank: list[dict[Hashable, Any]], rounds: list[str]) -> Flag:
    parts = []
    if blank:
        cards = [f"{card['interviewer']} ({card['interview'] or 'interview not named'})" for card in blank]
        parts.append(
            f"Not handed in about {candidate}: {_words.listed(cards)}. Ask before anybody shares their own view: a card"
            " that is written afterwards is worth less."
        )
    if rounds:
        what, it = ("the round", "it") if len(rounds) == 1 else ("the rounds", "they")
        parts.append(
            f"There is no card about {candidate} from {what} {_words.listed(rounds)}. Find out whether {it} took place."
        )
    rows = tuple(row for card in blank for row in card["rows"])
    names = tuple(sorted({str(card["interviewer"]) for card in blank}))
    return Flag("missing_cards", " ".join(parts), (candidate,), names, rows=rows)
