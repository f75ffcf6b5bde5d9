"""Kit -> the interviewers' pack: one part a round, with everything that the candidate must not see."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from hiretool.discover import Library
from hiretool.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Markdown,
    PageBreak,
    Paragraph,
    Part,
    Quote,
    Span,
    Table,
    cells,
    inline,
)
from hiretool.kit import tables
from hiretool.kit.assembly import Kit, KitRound, Task, overview
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
        blocks += _task(task, kit.level)
    if spoken.questions != "bank":
        blocks += _standing(entry, kit.level, rated)
    return [*blocks, *_watching(entry, rated, kit)]


def _standing(entry: KitRound, level: Level, rated: Collection[str]) -> list[Block]:
    replaced = [name for task in entry.tasks for name in task.entry.question.replaces]
    asked = entry.format.standing(level, rated, without=replaced)
    table = Table(
        columns=(Column("Ask", width=1), Column("Listen for", width=1)),
        rows=tuple(cells(question.ask, question.listen_for) for question in asked),
        caption="The same questions for every candidate, in this order; skip one rather than hurry.",
    )
    return [Heading(3, inline("Questions")), table]


def _task(task: Task, level: Level) -> list[Part]:
    """One question: what the candidate reads, and what only the interviewer reads."""
    question = task.entry.question
    known = f", variant {task.variant}" if task.params else ""
    # One pilot note would repeat on each page; the number says enough.
    tried = (
        f"tried on {question.piloted.people} people"
        if question.piloted.people
        else "not yet tried on anybody: work it yourself first"
    )
    blocks: list[Part] = [
        Heading(3, inline(f"Question: {question.title}")),
        Paragraph(
            inline(f"{question.id}, version {question.version}{known}; {task.minutes} minutes; {tried}."), role="note"
        ),
        Heading(4, inline("What the candidate reads")),
        Markdown(task.entry.prompt(task.params), below=4),
    ]
    if answers := _answers(task):
        blocks += [Heading(4, inline("Answers of this variant")), answers]
    if question.facts:
        blocks += [Heading(4, inline("Facts to give when asked")), _facts(question.facts)]
    blocks += [Heading(4, inline("Guide")), Markdown(task.entry.guide(task.params), below=4)]
    hints = task.entry.hints
    if hints:
        blocks += [
            Heading(4, inline("Hints, word for word")),
            Table(
                columns=(
                    Column("From minute", "right", 0.8),
                    Column("Say", width=4),
                    Column("Highest rating after it", width=1.6),
                ),
                rows=tuple(
                    cells(
                        str(hint.offer_after_min),
                        hint.text,
                        ", ".join(f"{name} {most}" for name, most in hint.cap.items()) or "no cap",
                    )
                    for hint in hints.ladder
                ),
            ),
        ]
    if examples := task.entry.rubric.examples:
        blocks += [Heading(4, inline("What the anchors look like in this question")), _examples(examples)]
    if own := task.entry.rubric.dimensions:
        blocks += tables.dimensions(own, level, question.competencies)
    return blocks


def _answers(task: Task) -> Block | None:
    module = task.entry.variants
    if module is None or not hasattr(module, "answer"):
        return None
    answers: Mapping[str, Any] = module.answer(task.params)
    wrong: Mapping[str, Mapping[str, Any]] = (
        module.misconceptions(task.params) if hasattr(module, "misconceptions") else {}
    )
    lines: list[tuple[Block, ...]] = [
        (Paragraph((Span(f"{name}: ", strong=True), Span(_value(value)))),) for name, value in answers.items()
    ]
    lines += [
        (
            Paragraph(
                inline(f"Wrong: {', '.join(f'{name} = {_value(value)}' for name, value in values.items())}: {mistake}")
            ),
        )
        for mistake, values in wrong.items()
    ]
    return Bullets(tuple(lines))


def _value(value: Any) -> str:
    if hasattr(value, "denominator") and getattr(value, "denominator", 1) != 1:
        return f"{value} (about {float(value):.4g})"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _facts(facts: Mapping[str, Any]) -> Table:
    rows = tuple(
        cells(fact.meaning or name.replace("_", " "), f"{_shown(fact.value)} {fact.unit or ''}".strip(), fact.reveal)
        for name, fact in facts.items()
    )
    return Table((Column("Fact", width=3), Column("Value", width=2), Column("Tell", width=1.5)), rows)


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_shown(entry)}" for key, entry in value.items())
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    return f"{value:,}" if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


def _examples(examples: Mapping[str, Mapping[int, Sequence[str]]]) -> Table:
    rows = []
    for name, points in examples.items():
        shown = [Cell(inline(" ".join(points.get(point, ["–"])))) for point in (1, 2, 3, 4)]
        rows.append((Cell(inline(name), "head"), *shown))
    columns = (Column("", width=0.8), *(Column(tables.POINTS[point], width=1.6) for point in (1, 2, 3, 4)))
    return Table(columns, tuple(rows))


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
