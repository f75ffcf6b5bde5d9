"""How many families the bank has for each kind of round: two candidates need not meet the same question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hiretool.document import Cell, Column, Document, Table, inline
from hiretool.model import ANCHOR_LEVELS, Level, anchor_level, serves
from hiretool.questions import Entry
from hiretool.roles import Role
from hiretool.rubrics import Format

ENOUGH = 3
"""Families of a cell: one for each of two candidates, and one that rests."""


@dataclass(frozen=True, slots=True)
class CellCount:
    """Questions that a round of a role can be asked at one level."""

    role: str
    format: str
    level: Level
    questions: int
    families: int


def coverage(roles: Sequence[Role], bank: Sequence[Entry], formats: Mapping[str, Format]) -> list[CellCount]:
    """A cell for each format that a round of a role takes from the bank, at each of the role's levels."""
    found = []
    for role in roles:
        # A level stands in a role's file in the order of the career.
        for level in role.levels:
            for format in dict.fromkeys(entry.format for entry in role.loop(level)):
                if formats[format].questions == "standing":
                    continue
                asked = [
                    entry.question
                    for entry in bank
                    if entry.question.format == format
                    and role.id in entry.question.roles
                    and serves(entry.question.levels, level)
                ]
                families = len({question.family for question in asked})
                found.append(CellCount(role.id, format, level, len(asked), families))
    return found


def coverage_table(found: Sequence[CellCount]) -> Table:
    """Families by role and format, a column for each level that has anchors of its own; blank where there is no round.

    Levels that share their anchors (senior and manager) are served by the same questions.
    """
    at = {(cell.role, cell.format, anchor_level(cell.level)): cell.families for cell in found}
    rows = []
    for role, format in dict.fromkeys((cell.role, cell.format) for cell in found):
        shown = [_cell(at.get((role, format, level))) for level in ANCHOR_LEVELS]
        rows.append((Cell(inline(role), "head"), Cell(inline(format)), *shown))
    columns = (Column("Role", width=3), Column("Format", width=2))
    return Table((*columns, *(Column(level, "right", 0.9) for level in ANCHOR_LEVELS)), tuple(rows))


def counted(
    tables: Mapping[str, Table], counts: Mapping[str, Any], bank: Sequence[Entry], cells: Sequence[CellCount]
) -> Document:
    """The bank in figures: questions by format and role, families by cell. tables, counts: those of the questions."""
    families = Counter(entry.question.family for entry in bank)
    data = {
        **counts,
        "families": len(families),
        "families_with_siblings": sum(members > 1 for members in families.values()),
        "piloted": sum(entry.question.piloted.people > 0 for entry in bank),
        "cells": [asdict(cell) for cell in cells],
        "thin": [asdict(cell) for cell in cells if cell.families < ENOUGH],
        "enough": ENOUGH,
    }
    return Document("question-counts", "The question bank in figures", data, {**tables, "cells": coverage_table(cells)})


def _cell(count: int | None) -> Cell:
    if count is None:
        return Cell(inline(""))
    return Cell(inline(str(count)), "strong" if count < ENOUGH else "")
