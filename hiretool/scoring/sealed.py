"""Cards of a workspace as lists: when each was sealed, and what was changed afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from hiretool.document import Block, Cell, Column, Document, Paragraph, Table, cells, inline
from hiretool.model import RECOMMENDATION_WORDS

if TYPE_CHECKING:
    from hiretool.store.changes import Change, Move
    from hiretool.store.scorecards import ScorecardRow


def cards_listed(cards: Iterable[ScorecardRow], *, votes: bool) -> Document:
    """One row a card. votes: with the recommendations, which others may only see once they have handed in theirs."""
    found = list(cards)
    rows = [_card(card, votes=votes) for card in found]
    table = Table(
        columns=(
            Column("No.", "right", 0.5),
            *([Column("Role", width=1.5)] if _roles(found) > 1 else []),
            Column("Candidate", width=2),
            Column("Interviewer", width=2),
            Column("Interview", width=1.5),
            *([Column("Vote", width=1)] if votes else []),
            Column("Rated", "right", 0.6),
            Column("Sealed (UTC)", width=2),
            Column("Changed", width=0.8),
        ),
        rows=tuple(
            cells(
                str(card.id),
                *([card.role] if _roles(found) > 1 else []),
                card.candidate,
                card.interviewer,
                card.interview,
                *([RECOMMENDATION_WORDS.get(card.recommendation, "")] if votes else []),
                f"{card.rated}/{card.rated + card.blank}",
                Cell(inline(_minute(card.sealed_at) or "not handed in"), note=_late(card)),
                "yes" if card.changed else "no" if card.sealed_at else "",
            )
            for card in found
        ),
    )
    shown: Block = table if found else Paragraph(inline("There is no scorecard."))
    return Document("list", "Scorecards", {"scorecards": rows}, {"list": shown}, rows=rows)


def changes_listed(changes: Sequence[Change]) -> Document:
    """One row a change, in the order in which they were made."""
    several = _roles(changes) > 1
    table = Table(
        columns=(
            Column("When (UTC)", width=1.3),
            *([Column("Role", width=1.5)] if several else []),
            Column("Card", width=2),
            Column("What", width=2.5),
            Column("Why", width=2),
            Column("Others' cards", width=1.5),
        ),
        rows=tuple(
            cells(
                _minute(change.at),
                *([change.role] if several else []),
                Cell(inline(_whose(change)), note=change.interview),
                Cell((), points=tuple(_moved(change))),
                change.reason,
                visible(change),
            )
            for change in changes
        ),
    )
    shown: Block = table if changes else Paragraph(inline("No scorecard was changed after it was handed in."))
    rows = list(_rows(changes))
    data = {"changes": [{**asdict(change), "after_shown": change.after_shown} for change in changes]}
    return Document("list", "Changed scorecards", data, {"list": shown}, rows=rows)


def visible(change: Change) -> str:
    """What could be seen of the others' cards on this candidate when the change was made."""
    if not change.others_in:
        return "none was in"
    return f"{change.others_in} in, {'shown before' if change.shown_before else 'none shown'}"


def _card(card: ScorecardRow, *, votes: bool) -> dict[str, Any]:
    row = {**card._asdict(), "sealed_at": card.sealed_at or None}
    if not votes:
        del row["recommendation"]
    return row


def _rows(changes: Iterable[Change]) -> Iterator[dict[str, Any]]:
    for change in changes:
        row = {**asdict(change), "moves": "; ".join(_moved(change)), "after_shown": change.after_shown}
        yield {"what" if name == "moves" else name: value for name, value in row.items()}


def _moved(change: Change) -> Iterator[str]:
    if change.recommendation != change.recommendation_before:
        before, after = (
            RECOMMENDATION_WORDS.get(vote, "none") for vote in (change.recommendation_before, change.recommendation)
        )
        yield f"vote: {before} → {after}"
    yield from map(_move, change.moves)
    if not change.moves and change.recommendation == change.recommendation_before:
        yield "the time of submission"


def _move(move: Move) -> str:
    if move.before == move.after:
        return f"{move.competency}: the {'note' if move.note_changed else 'label'}"
    first = "" if move.first == move.before else f", first {_figure(move.first)}"
    return f"{move.competency} {_figure(move.before)}→{_figure(move.after)}{first}"


def _figure(rating: float | None) -> str:
    return "blank" if rating is None else f"{rating:g}"


def _whose(change: Change) -> str:
    return f"{change.interviewer} on {change.candidate}"


def _late(card: ScorecardRow) -> str:
    return "after others were shown" if card.sealed_after_shown else ""


def _minute(moment: str) -> str:
    return moment[:16].replace("T", " ")


def _roles(rows: Iterable[ScorecardRow | Change]) -> int:
    return len({row.role for row in rows})
