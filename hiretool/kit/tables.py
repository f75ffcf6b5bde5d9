"""The tables that the rubric, the pack, the guide and the scorecard share."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from hiretool import charts, rubrics
from hiretool.discover import Library
from hiretool.document import Block, Cell, Column, Heading, Paragraph, Span, Table, inline
from hiretool.model import Level
from hiretool.roles import Role, Round, percent
from hiretool.rubrics import Anchors, Competency, Dimension, Format

POINTS = {1: "1", 2: "2", 3: "3: hire", 4: "4"}


def rated_here(entry: Round, role: Role, library: Library, level: Level) -> dict[str, Competency]:
    """Competencies of a round that the role weighs at the level, by id."""
    weights = role.weights(level)
    return {name: rubrics.competency(name, library) for name in entry.competencies if name in weights}


def used(spoken: Format, rated: Mapping[str, Competency]) -> list[Dimension]:
    """The format's dimensions that inform a competency rated here."""
    return [dimension for dimension in spoken.dimensions if set(dimension.competencies) & set(rated)]


def minute_plan(spoken: Format) -> Table:
    return Table(
        columns=(Column("Minutes", width=1), Column("", width=2.2), Column("What happens", width=4)),
        rows=tuple(
            (
                Cell(inline(f"{part.from_} to {part.to}"), "head"),
                Cell((), picture=charts.minute_bar(part.from_, part.to, spoken.minutes)),
                Cell(inline(part.what)),
            )
            for part in spoken.minute_plan
        ),
        role="chart",
    )


def dimensions(found: Sequence[Dimension], level: Level | None, rated: Collection[str]) -> list[Block]:
    """A heading and a table of anchors for each dimension, with which of the rated competencies it informs."""
    blocks: list[Block] = []
    for dimension in found:
        blocks.append(Heading(4, inline(dimension.title)))
        informs = ", ".join(name for name in dimension.competencies if name in rated)
        words = [Span("Informs: ", strong=True), Span(informs + ". ")]
        if level and (three := dimension.three(level)):
            words += [Span(f"A 3 at level {level}: ", strong=True), Span(three)]
        blocks += [Paragraph(tuple(words), role="note"), anchors_table(dimension.anchors)]
    return blocks


def competency_anchors(found: Competency, level: Level, weight: float) -> list[Block]:
    """The definition and the four anchors of a competency at one level."""
    band = found.band(level)
    return [
        Heading(3, inline(f"{found.title} ({percent(weight)} of the score)")),
        Paragraph(inline(found.definition)),
        Paragraph((Span(f"Expected at level {level}: ", strong=True), Span(band.expects))),
        anchors_table(band.anchors),
        Paragraph(
            (Span("Does not count: ", strong=True), Span(" ".join(_sentence(text) for text in found.not_to_count))),
            role="note",
        ),
    ]


def anchors_table(anchors: Anchors) -> Table:
    """Four columns, one for each point, with what can be seen there."""
    points = anchors.items()
    return Table(
        columns=tuple(Column(POINTS[point]) for point, _ in points),
        rows=(tuple(Cell((), points=tuple(seen)) for _, seen in points),),
    )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
