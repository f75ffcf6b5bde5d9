"""Role + round + level -> a blank scorecard, on paper and as rows of the normal form."""

from __future__ import annotations

from collections.abc import Sequence

from hiretool import rubrics
from hiretool.discover import Library
from hiretool.document import (
    Ask,
    Block,
    Box,
    Bullets,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Lines,
    PageBreak,
    Paragraph,
    Span,
    Table,
    inline,
)
from hiretool.kit import card_asks, tables
from hiretool.kit.card_asks import EVIDENCE, Card
from hiretool.model import COLUMNS, Level
from hiretool.roles import Role, Round, percent

EMPTY = "________________"


def blank(
    role: Role, library: Library, *, rounds: Sequence[Round], level: Level, candidate: str = "", interviewer: str = ""
) -> Document:
    """The scorecards of some rounds, to be filled in.

    Its rows are the normal form with the rating left blank, one row for each competency of each round; its form says
    what people fill in, on a sheet, on a page or in a text.
    """
    title = f"Scorecard: {role.title}, {level}"
    rows: list[dict[str, str]] = []
    pages: list[Block] = []
    cards: list[Card] = []
    anchors: list[list[tuple[str, ...]]] = []
    for entry in rounds:
        rated = tables.rated_here(entry, role, library, level)
        card = card_asks.card(list(rated), len(rows), candidate=candidate, interviewer=interviewer)
        rows += [_row(role, entry, name, candidate, interviewer) for name in rated]
        anchors += [[tuple(seen) for _, seen in found.band(level).anchors.items()] for found in rated.values()]
        cards.append(card)
        # Each round has another interviewer, so each card is on pages of its own.
        pages += [*([PageBreak()] if pages else []), *_page(entry, role, library, level, card)]
    data = {
        "role": role.id,
        "level": level,
        "candidate": candidate or None,
        "rounds": [entry.id for entry in rounds],
        "columns": list(COLUMNS),
        "rows": rows,
    }
    form = card_asks.form(cards, anchors)
    return Document("scorecard", title, data, {"cards": pages}, rows=rows, form=form, foot=title)


def _page(entry: Round, role: Role, library: Library, level: Level, card: Card) -> list[Block]:
    """One interview's card on paper. A heading names in code what the rows call it."""
    spoken, weights = rubrics.format(entry.format, library), role.weights(level)
    blocks: list[Block] = [
        Heading(2, (Span(f"{spoken.title} ("), Span(entry.id, code=True), Span(")"))),
        Facts(
            (
                ("Candidate", inline(card.candidate.value or EMPTY)),
                ("Interviewer", inline(card.interviewer.value or EMPTY)),
                ("Date", inline(EMPTY)),
                ("Role", (Span(role.id, code=True), Span(f", {level}"))),
                ("Minutes", inline(str(entry.minutes))),
            ),
            asks=(card.candidate, card.interviewer, card.day, None, None),
        ),
    ]
    for name, found in tables.rated_here(entry, role, library, level).items():
        heading = (Span(f"{found.title} ("), Span(name, code=True), Span(f", {percent(weights[name])})"))
        blocks.append(
            Box(
                (
                    Heading(3, heading),
                    tables.anchors_table(found.band(level).anchors),
                    _ticks(card.ratings[name]),
                    Lines(EVIDENCE, 3, ask=card.notes[name]),
                ),
                role="together",
            )
        )
    return [*blocks, _closing(card)]


def _ticks(ask: Ask) -> Bullets:
    words = [choice.words or choice.value for choice in ask.choices]
    return Bullets(tuple((Paragraph(inline(word)),) for word in words), role="ticks", ask=ask)


def _row(role: Role, entry: Round, competency: str, candidate: str, interviewer: str) -> dict[str, str]:
    known = {
        "role": role.id,
        "candidate": candidate,
        "interviewer": interviewer,
        "interview": entry.id,
        "competency": competency,
    }
    return {name: known.get(name, "") for name in COLUMNS}


def _closing(card: Card) -> Box:
    hints = Table(
        columns=(
            Column("Hint given", width=2),
            Column("Minute", "right", 1),
            Column("Anything that made this interview unlike the others", width=4),
        ),
        rows=tuple((Cell(()), Cell(()), Cell(())) for _ in range(2)),
        role="form",
    )
    return Box(
        (
            Heading(3, inline("Recommendation")),
            Paragraph(inline("Your own view, on its own line; it is never averaged into the score."), role="note"),
            _ticks(card.recommendation),
            Lines("Because", 2),
            hints,
        )
    )
