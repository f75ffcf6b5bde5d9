"""Role + round + level -> a blank scorecard, on paper and as rows of the normal form."""

from __future__ import annotations

from collections.abc import Sequence

from hiretool import rubrics
from hiretool.discover import Library
from hiretool.document import (
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
    Table,
    inline,
)
from hiretool.kit import tables
from hiretool.model import COLUMNS, RECOMMENDATION_WORDS, RECOMMENDATIONS, Level
from hiretool.roles import Role, Round, percent


def blank(
    role: Role, library: Library, *, rounds: Sequence[Round], level: Level, candidate: str = "", interviewer: str = ""
) -> Document:
    """The scorecards of some rounds, to be filled in.

    Its rows are the normal form with the rating left blank, one row for each competency of each round.
    """
    title = f"Scorecard: {role.title}, {level}"
    rows: list[dict[str, str]] = []
    pages: list[Block] = []
    weights = role.weights(level)
    for entry in rounds:
        spoken = rubrics.format(entry.format, library)
        rated = tables.rated_here(entry, role, library, level)
        rows += [_row(role, entry, name, candidate, interviewer) for name in rated]
        # Each round has another interviewer, so each card is on pages of its own.
        pages += [
            *([PageBreak()] if pages else []),
            Heading(2, inline(f"{spoken.title} ({entry.id})")),
            Facts(
                (
                    ("Candidate", inline(candidate or "________________")),
                    ("Interviewer", inline(interviewer or "________________")),
                    ("Date", inline("________________")),
                    ("Minutes", inline(str(entry.minutes))),
                )
            ),
        ]
        for name, found in rated.items():
            pages.append(
                Box(
                    (
                        Heading(3, inline(f"{found.title} ({percent(weights[name])})")),
                        tables.anchors_table(found.band(level).anchors),
                        Bullets(
                            tuple((Paragraph(inline(text)),) for text in ("1", "2", "3", "4", "not assessed")),
                            role="ticks",
                        ),
                        Lines("Evidence: what was said or done, in their words. No rating without it.", 3),
                    ),
                    role="together",
                )
            )
        pages.append(_closing())
    data = {
        "role": role.id,
        "level": level,
        "candidate": candidate or None,
        "rounds": [entry.id for entry in rounds],
        "columns": list(COLUMNS),
        "rows": rows,
    }
    return Document("scorecard", title, data, {"cards": pages}, rows=rows, foot=title)


def _row(role: Role, entry: Round, competency: str, candidate: str, interviewer: str) -> dict[str, str]:
    known = {
        "role": role.id,
        "candidate": candidate,
        "interviewer": interviewer,
        "interview": entry.id,
        "competency": competency,
    }
    return {name: known.get(name, "") for name in COLUMNS}


def _closing() -> Box:
    words = [RECOMMENDATION_WORDS[name] for name in RECOMMENDATIONS]
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
            Bullets(tuple((Paragraph(inline(word)),) for word in words), role="ticks"),
            Lines("Because", 2),
            hints,
        )
    )
