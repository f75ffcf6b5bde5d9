"""Kit -> the interviewers' pack: one part a round, with everything that the candidate must not see."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from hiretool.discover import Library
from hiretool.document import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Part,
    Quote,
    Span,
    Table,
    cells,
    inline,
)
from hiretool.kit import asked, tables
from hiretool.kit.assembly import Kit, KitRound, overview
from hiretool.model import Level


def pack(kit: Kit, library: Library) -> Document:
    """What the interviewers of a kit need, round by round."""
    title = f"Interviewers' pack: {kit.role.title}, {kit.level}"
    summary = overview(kit)
    rounds: list[Part] = []
    for number, entry in enumerate(kit.rounds, start=1):
        rounds += [PageBreak(), *_round(number, entry, kit, library)]
    data = {**summary.data, "role_title": kit.role.title, "bar": kit.role.hire_bar.model_dump()}
    parts: dict[str, Part | Sequence[Part]] = {**summary.parts, "pack": rounds}
    return Document("interviewer-pack", title, data, parts, foot=f"{title}, for {kit.candidate}. Not for candidates.")


def _round(number: int, entry: KitRound, kit: Kit, library: Library) -> list[Part]:
    spoken, rated = entry.format, tables.rated_here(entry.round, kit.role, library, kit.level)
    blocks: list[Part] = [
        Heading(2, inline(f"Round {number}: {spoken.title}")),
        Paragraph(inline(entry.round.asks), role="lead"),
        Facts(
            (
                (
                    "Minutes",
                    inline(
                        str(entry.round.minutes)
                        + (f", and at most {spoken.at_home_minutes} at home" if spoken.at_home_minutes else "")
                    ),
                ),
                ("Rated here", inline(", ".join(found.title for found in rated.values()))),
                ("AI assistants", inline(spoken.ai_policy.default)),
                ("Candidate", inline(kit.candidate)),
            )
        ),
        Paragraph(inline(spoken.purpose)),
        Heading(3, inline("Minute plan")),
        tables.minute_plan(spoken),
        Paragraph((Span("When to stop. ", strong=True), Span(spoken.stop_rule))),
        Heading(3, inline("Opening script")),
        *(Quote(inline(" ".join(part.split()))) for part in spoken.opening_script.strip().split("\n\n")),
    ]
    if entry.gap:
        blocks.append(Paragraph(inline(f"This round has no question: {entry.gap}"), role="warning"))
    for task in entry.tasks:
        blocks += asked.asked(task.entry, task.params, level=kit.level, variant=task.variant)
    if spoken.questions != "bank":
        blocks += _standing(entry, kit.level, rated)
    return [*blocks, *_watching(entry, rated, kit)]


def _standing(entry: KitRound, level: Level, rated: Collection[str]) -> list[Block]:
    replaced = [name for task in entry.tasks for name in task.entry.question.replaces]
    standing = entry.format.standing(level, rated, without=replaced)
    table = Table(
        columns=(Column("Ask", width=1), Column("Listen for", width=1)),
        rows=tuple(cells(question.ask, question.listen_for) for question in standing),
        caption="The same questions for every candidate, in this order; skip one rather than hurry.",
    )
    return [Heading(3, inline("Questions")), table]


def _watching(entry: KitRound, rated: Mapping[str, Any], kit: Kit) -> list[Block]:
    spoken = entry.format
    blocks: list[Block] = []
    replaced = {dimension.id for task in entry.tasks for dimension in task.entry.rubric.dimensions}
    watched = [dimension for dimension in tables.used(spoken, rated) if dimension.id not in replaced]
    if watched:
        blocks += [Heading(3, inline("What to watch")), *tables.dimensions(watched, kit.level, rated)]
    blocks += [
        Heading(3, inline("What counts")),
        Table(
            columns=(Column("Scored"), Column("Not scored")),
            rows=((Cell((), points=tuple(spoken.scored)), Cell((), points=tuple(spoken.not_scored))),),
        ),
    ]
    if spoken.hint_policy and entry.tasks:
        blocks += [
            Paragraph((Span("Hints. ", strong=True), Span(f"{spoken.hint_policy.rule} {spoken.hint_policy.fairness}")))
        ]
    blocks += [
        Paragraph((Span("Assistants. ", strong=True), Span(f"{spoken.ai_policy.reason} {spoken.ai_policy.if_broken}"))),
        Paragraph(
            (
                Span("After. ", strong=True),
                Span("Fill in the scorecard before you speak with anybody about the candidate."),
            )
        ),
    ]
    return blocks
