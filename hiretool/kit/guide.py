"""Kit -> the candidate's guide: what will happen, how it is rated, how to prepare. Holds no question."""

from __future__ import annotations

from collections.abc import Sequence

from hiretool.discover import Library
from hiretool.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Markdown,
    Paragraph,
    Part,
    Span,
    Table,
    bullets,
    cells,
    inline,
)
from hiretool.kit import tables
from hiretool.kit.assembly import Kit, KitRound

_ASSISTANTS = {
    "off": "Assistants that write code or text are off in this round, for every candidate.",
    "allowed": "You may use an AI assistant in this round.",
    "audited": "You may use an AI assistant if you say where; you will be asked about what you hand in.",
}


def guide(kit: Kit, library: Library, *, contact: str = "") -> Document:
    """What a candidate is told beforehand; the same words for every candidate of the opening.

    contact: whom to write to, also for an adjustment.
    """
    at_home = sum(entry.format.at_home_minutes for entry in kit.rounds)
    table = Table(
        columns=(Column("Round", width=2), Column("Minutes", "right", 1), Column("What happens", width=5)),
        rows=tuple(
            cells(
                Cell(inline(f"{number}. {entry.format.title}"), "head"),
                Cell(
                    inline(str(entry.round.minutes)),
                    note=f"and at most {entry.format.at_home_minutes} at home" if entry.format.at_home_minutes else "",
                ),
                entry.round.asks,
            )
            for number, entry in enumerate(kit.rounds, start=1)
        ),
    )
    blocks: list[Block] = []
    for number, entry in enumerate(kit.rounds, start=1):
        blocks += _round(number, entry, kit, library)
    data = {
        "role": kit.role.id,
        "role_title": kit.role.title,
        "level": kit.level,
        "candidate": kit.candidate,
        "minutes": kit.minutes(),
        "at_home_minutes": at_home,
        "mission": kit.role.mission,
        "rounds": [_facts(entry) for entry in kit.rounds],
        "evidence": kit.role.evidence_besides_publications,
        "not_needed": kit.role.not_needed,
        "contact": contact,
        "sample_of": kit.sample.entry.question.format if kit.sample else None,
    }
    title = f"Your interviews: {kit.role.title}"
    parts: dict[str, Part | Sequence[Part]] = {
        "rounds": table,
        "points": _points(),
        "sample": _sample(kit),
        "each": blocks,
    }
    return Document("candidate-guide", title, data, parts, foot=title)


def _points() -> Table:
    """What the four points mean, in words that hold in every round."""
    return Table(
        columns=(Column("Rating", width=1), Column("Meaning", width=6)),
        rows=(
            cells(Cell(inline("1"), "head"), "What the level needs was not shown, though there was occasion to."),
            cells(Cell(inline("2"), "head"), "Part of it was shown, with help at the points that count."),
            cells(Cell(inline("3"), "head"), "What the level needs was shown: this is what we hire."),
            cells(Cell(inline("4"), "head"), "Something was shown that the level does not ask for yet."),
            cells(Cell(inline("blank"), "head"), "It could not be seen; that counts for nothing, and never as low."),
        ),
    )


def _sample(kit: Kit) -> Sequence[Part]:
    """A question of the bank that will not be asked, as the candidate would read it."""
    if kit.sample is None:
        return [Paragraph(inline("The bank has no further question that could serve as one."))]
    return [Markdown(kit.sample.entry.prompt(kit.sample.params), below=2)]


def _facts(entry: KitRound) -> dict[str, object]:
    return {
        "id": entry.round.id,
        "title": entry.format.title,
        "minutes": entry.round.minutes,
        "at_home_minutes": entry.format.at_home_minutes,
        "told_beforehand": entry.format.told_beforehand,
        "not_scored": entry.format.not_scored,
        "ai_policy": entry.format.ai_policy.default,
    }


def _round(number: int, entry: KitRound, kit: Kit, library: Library) -> Sequence[Block]:
    spoken, rated = entry.format, tables.rated_here(entry.round, kit.role, library, kit.level)
    policy = spoken.ai_policy
    watched = [dimension.title for dimension in tables.used(spoken, rated)]
    return [
        Heading(2, inline(f"Round {number}: {spoken.title}")),
        bullets(spoken.told_beforehand),
        Paragraph((Span("We watch: ", strong=True), Span("; ".join(watched) + "."))),
        Paragraph((Span("We rate: ", strong=True), Span(", ".join(found.title for found in rated.values()) + "."))),
        Paragraph((Span("Assistants: ", strong=True), Span(_ASSISTANTS[policy.default]))),
        Heading(3, inline("Tools and look-ups")),
        Table(
            columns=(Column("You may use"), Column("You may not use")),
            rows=(
                (
                    Cell((), points=tuple(spoken.ai_policy.allowed)),
                    Cell((), points=tuple(spoken.ai_policy.not_allowed)),
                ),
            ),
        ),
        Heading(3, inline("What is not rated")),
        bullets(spoken.not_scored),
        Heading(3, inline("What can be arranged")),
        bullets(spoken.accommodations),
    ]
