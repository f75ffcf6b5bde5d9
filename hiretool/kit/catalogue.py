"""The bank as pages to look through: a list that can be searched, and a page a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hiretool.document import Cell, Column, Document, Finder, Span, Table, cells, inline
from hiretool.kit.listings import question_shown, span
from hiretool.model import LEVELS
from hiretool.questions import Entry

INDEX = "index"
SEED = 0
"""The variant that the pages show."""
SHOWN = 3
"""Competencies, and roles, that a row has room for."""


def catalogue(found: Sequence[Entry], *, secret: bool) -> Iterator[tuple[str, Document]]:
    """Name without ending, with slashes, and page: `index` first.

    secret: with answers, guides and hints, for interviewers; without, what a candidate may see.
    Raises: DataError where a question has no variant to show.
    """
    yield INDEX, _index(found, secret=secret)
    for entry in found:
        yield entry.question.id, question_shown(entry, SEED, secret=secret)


def _index(found: Sequence[Entry], *, secret: bool) -> Document:
    asked = [entry.question for entry in found]
    table = Table(
        columns=(
            Column("Question", width=3),
            Column("Format", width=1.3),
            Column("Min.", "right", 0.6),
            Column("Levels", width=1.5),
            Column("Tests most", width=2),
            Column("Fits best", width=2),
        ),
        rows=tuple(
            cells(
                Cell((Span(question.title, href=f"{question.id}.html"),), "head", question.id.partition("/")[2]),
                question.format,
                str(question.minutes.total()),
                span(question.levels),
                Cell(inline(_words(question.competencies)), "muted"),
                Cell(inline(_words(question.roles)), "muted"),
            )
            for question in asked
        ),
        finders=(
            Finder("Format", tuple((question.format,) for question in asked)),
            Finder("Competency", tuple(tuple(question.competencies) for question in asked)),
            Finder("Level", tuple(tuple(question.levels) for question in asked), order=LEVELS),
            Finder("Role", tuple(tuple(question.roles) for question in asked)),
            Finder("Minutes", tuple((str(question.minutes.total()),) for question in asked), kind="most"),
        ),
    )
    data = {
        "total": len(found),
        "families": len({question.family for question in asked}),
        "guide": secret,
        "questions": [question.id for question in asked],
    }
    title = "Questions, for interviewers" if secret else "Questions"
    return Document("catalogue", title, data, {"list": table}, foot=title)


def _words(shares: dict[str, float]) -> str:
    """The names that count most; all of them can be looked for."""
    return ", ".join(sorted(shares, key=lambda name: -shares[name])[:SHOWN])
