"""Notes without evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hiretool.scoring.flags import _words
from hiretool.scoring.flags._case import CARD, Case, Flag
from hiretool.scoring.flags._evidence import is_evidence, words

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pandas as pd

WHOLE_CARD = 25
"""Words with which a card's notes together count as evidence for all of its ratings."""

Key = tuple[str, str, str]
"""Candidate, interviewer, interview."""


def found(case: Case) -> list[Flag]:
    """Candidates with cards that do not say what was seen.

    A card is listed if it has ratings and not one note; or a lowest or highest rating whose note has fewer than four
    words, or only words of judgement ("very strong candidate"), and its notes together have fewer than 25 words. What
    stands beside a rating in the middle may be left out. Without a note on any card, one flag says so.
    """
    given = case.given.assign(note=case.given["note"].astype(str).str.strip())
    rated = given[given["rating"].notna()]
    if rated.empty:
        return []
    if not given["note"].any():
        return [_none_at_all(rated)]
    thin = dict.fromkeys(_bare(given), "no note")
    for key, rows in _ends(case, given).items():
        thin.setdefault(key, _words.listed([_said(case, row) for row in rows.to_dict("records")]))
    by_candidate: dict[str, dict[Key, str]] = {}
    for key in sorted(thin):
        by_candidate.setdefault(key[0], {})[key] = thin[key]
    places = dict(zip(case.cards[CARD].itertuples(index=False, name=None), case.cards["rows"], strict=True))
    return [
        _flag(candidate, cards, [row for key in cards for row in places[key]])
        for candidate, cards in by_candidate.items()
    ]


def _bare(given: pd.DataFrame) -> list[Key]:
    """Cards with ratings and not one note."""
    cards = given.groupby(CARD, sort=True).agg(rated=("rating", "count"), note=("note", "max"))
    keys: list[Key] = list(cards.index[(cards["rated"] > 0) & (cards["note"] == "")])
    return keys


def _ends(case: Case, given: pd.DataFrame) -> dict[Key, pd.DataFrame]:
    """Card -> its ratings at the ends of the scale that no evidence stands beside."""
    ends = given[given["rating"].isin(list(case.fit.scale))]
    ends = ends[~ends["note"].map(is_evidence).astype(bool)]
    if ends.empty:
        return {}
    total = given["note"].map(words).groupby([given[name] for name in CARD]).transform("sum")
    ends = ends[total.loc[ends.index] < WHOLE_CARD]
    return {(str(a), str(b), str(c)): rows for (a, b, c), rows in ends.groupby(CARD, sort=True)}


def _said(case: Case, row: dict[Hashable, Any]) -> str:
    note = f'"{row["note"]}"' if row["note"] else "no note"
    return f"{row['rating']:g} for {case.title(row['competency'])} ({note})"


def _none_at_all(rated: pd.DataFrame) -> Flag:
    cards = len(rated[CARD].drop_duplicates())
    text = (
        f"There is no note on any of {_words.counted(cards, 'card')}. Nobody can tell what the ratings rest on: ask for"
        " what was seen and said before the meeting, and have it marked as written from memory."
    )
    return Flag("thin_notes", text)


def _flag(candidate: str, cards: dict[Key, str], rows: list[Any]) -> Flag:
    said = "; ".join(
        f"{who} ({where}): {what}" if where else f"{who}: {what}" for (_, who, where), what in cards.items()
    )
    text = (
        f"No evidence is written down for {candidate} by {said}. Ask what was seen or said, and add it to the card"
        " before the ratings are discussed."
    )
    return Flag("thin_notes", text, (candidate,), tuple(sorted({who for _, who, _ in cards})), rows=tuple(rows))
