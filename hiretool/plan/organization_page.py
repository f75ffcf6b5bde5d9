"""Archetypes, axes and structures as a list, and each as a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hiretool.document import (
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    Paragraph,
    Span,
    Table,
    bullets,
    cells,
    inline,
)
from hiretool.organizations import Archetype, Axis, Organizations, Said, Structure
from hiretool.organizations.shapes import Shape
from hiretool.plan import mountain


def listed(found: Organizations) -> Document:
    """One row each: archetypes from the foot of the mountain up, then axes, then structures."""
    entries: list[Archetype | Axis | Structure] = [
        *found.archetypes.values(),
        *found.axes.values(),
        *found.structures.values(),
    ]
    rows = [
        {"id": entry.id, "kind": kind(entry), "title": entry.title, "says": _first(entry).says} for entry in entries
    ]
    table = Table(
        columns=(Column("Name", width=2), Column("Kind", width=1.2), Column("What it is", width=5)),
        rows=tuple(cells(Cell(inline(row["id"]), "head"), row["kind"], row["says"]) for row in rows),
    )
    return Document("list", "Organizations", {"organizations": rows}, {"list": table}, rows=rows)


def kind(entry: Archetype | Axis | Structure) -> str:
    return type(entry).__name__.lower()


def page(entry: Archetype | Axis | Structure, found: Organizations) -> Document:
    """All that the library says of it, each sentence with its source."""
    parts: dict[str, Block | list[Block]] = {
        "kind": Paragraph(inline(_kicker(entry)), "kicker"),
        "body": _of_axis(entry, found) if isinstance(entry, Axis) else _of_shape(entry, found),
    }
    data = {
        **entry.model_dump(by_alias=True, exclude={"schema_", "title"}),
        "of_kind": kind(entry),
        "name": entry.title,
        "sources": sorted({said.source for said in _all(entry)}),
    }
    return Document("organization", entry.title, data, parts, foot=f"{entry.title} ({kind(entry)})")


def _kicker(entry: Archetype | Axis | Structure) -> str:
    if isinstance(entry, Archetype):
        return f"Archetype {entry.place} on the organization mountain ({entry.id})"
    return f"{kind(entry).capitalize()} ({entry.id})"


def _first(entry: Archetype | Axis | Structure) -> Said:
    return entry.asks[0] if isinstance(entry, Axis) else entry.sees[0]


def _all(entry: Archetype | Axis | Structure) -> list[Said]:
    return list(entry.asks) if isinstance(entry, Axis) else entry.sentences()


def _of_axis(axis: Axis, found: Organizations) -> list[Block]:
    positions = Table(
        columns=(Column("Position", width=2), Column("What it means", width=5)),
        rows=tuple(
            cells(
                Cell(inline(entry.title), "head", entry.id),
                Cell(inline(entry.means), note=f"{found.sources[entry.source].short}: {entry.basis}"),
            )
            for entry in axis.positions
        ),
    )
    places = Table(
        columns=(Column("Archetype or structure", width=2), Column("Position", width=1.5), Column("Why", width=4)),
        rows=tuple(
            cells(
                Cell(inline(shape.title), "head", shape.id),
                position.title if (position := axis.position(shape.axes[axis.key].position)) else "",
                Cell(inline(shape.axes[axis.key].says), note=found.sources[shape.axes[axis.key].source].short),
            )
            for shape in (*found.archetypes.values(), *found.structures.values())
        ),
    )
    return [
        Heading(2, inline("What it asks")),
        *_sentences("It asks", axis.asks, found),
        Heading(2, inline("Its positions")),
        positions,
        Heading(2, inline("Who stands where")),
        places,
    ]


def _of_shape(shape: Shape, found: Organizations) -> list[Block]:
    blocks: list[Block] = []
    if isinstance(shape, Archetype):
        blocks.append(Figure(mountain.one_place(list(found.archetypes.values()), shape.id)))
    sections: list[tuple[str, list[Block]]] = [("What one sees", _sentences("What one sees", shape.sees, found))]
    if isinstance(shape, Structure):
        sections.append(("Who should choose it", _sentences("When", shape.chosen_when, found)))
        if shape.forms:
            named = [f"{found.structures[name].title} ({name})" for name in shape.forms if name in found.structures]
            sections.append(("Its forms", [bullets(named)]))
    fit = shape.career_fit
    sections += [
        ("What it is good for", _sentences("Good for", shape.good_for, found)),
        ("What goes wrong, and what helps", [_troubles(shape, found)]),
        ("On the axes", [_places(shape, found)]),
        (
            "Whom it suits",
            [*_sentences("Thrives here", fit.thrives, found), *_sentences("Does not", fit.struggles, found)],
        ),
        ("What changes in roles", _sentences("In roles", shape.changes.roles, found)),
        ("What changes in job posts", _sentences("In job posts", shape.changes.posts, found)),
        ("What changes in interviews", _sentences("In interview loops", shape.changes.loops, found)),
        ("Bias and fairness", _sentences("Who answers for it", [shape.fairness], found)),
        ("What a job post may say", _candidates(shape, found)),
    ]
    if isinstance(shape, Archetype) and shape.next_steps:
        needs = [entry for step in shape.next_steps for entry in step.needs]
        sections.append(("The way up", _sentences("What it needs", needs, found)))
    for title, inner in sections:
        blocks += [Heading(2, inline(title)), *inner]
    return blocks


def _sentences(title: str, sentences: Iterable[Said], found: Organizations) -> list[Block]:
    rows = tuple(
        (
            Cell(inline(entry.says)),
            Cell(inline(found.sources[entry.source].short), "muted", entry.basis),
        )
        for entry in sentences
    )
    return [Table((Column(title, width=1), Column("Source, and what stands there", width=1)), rows)]


def _troubles(shape: Shape, found: Organizations) -> Table:
    def cell(entry: Any) -> Cell:
        return Cell(inline(entry.says), note=f"{found.sources[entry.source].short}: {entry.basis}")

    rows = tuple((cell(entry), cell(entry.mitigation)) for entry in shape.trouble)
    return Table((Column("Trouble", width=1), Column("What helps", width=1)), rows)


def _places(shape: Shape, found: Organizations) -> Table:
    rows = []
    for axis in found.axes.values():
        place = shape.axes[axis.key]
        position = axis.position(place.position)
        rows.append(
            (
                Cell(inline(axis.title), "head"),
                Cell(inline(position.title if position else place.position)),
                Cell(inline(place.says), note=f"{found.sources[place.source].short}: {place.basis}"),
            )
        )
    return Table((Column("Axis", width=2), Column("Position", width=1.5), Column("Why", width=4)), tuple(rows))


def _candidates(shape: Shape, found: Organizations) -> list[Block]:
    rests = ", ".join(found.sources[name].short for name in shape.for_candidates.rests_on)
    return [
        Paragraph((Span("For it", strong=True),)),
        bullets(shape.for_candidates.selling_points),
        Paragraph((Span("Against it", strong=True),)),
        bullets(shape.for_candidates.trade_offs),
        Paragraph(inline(f"Rests on: {rests}."), "note"),
    ]
