"""What the candidates are held against, and who set it: weights with their reasons, and the bar."""

from __future__ import annotations

from hiretool import shipped
from hiretool.discover import Library
from hiretool.document import Cell, Column, Table, cells, inline
from hiretool.packet.told import Told
from hiretool.roles import Role, percent


def weights(told: Told) -> Table:
    """Each competency's share of the score at the level, with the reason that the role gives."""
    reasons = {entry.id: entry.reason or "" for entry in told.role.competencies}
    shift = told.role.level_shifts.get(told.level)
    for name in shift.weights if shift else ():
        reasons[name] = f"{reasons.get(name, '')} At this level: {shift.reason if shift else ''}".strip()
    rows = [
        cells(Cell(inline(told.title(name)), "head"), percent(weight), reasons.get(name) or "all count the same")
        for name, weight in told.weights.items()
    ]
    columns = (Column("Competency", width=1.6), Column("Weight", "right", 0.7), Column("Why", width=5))
    return Table(columns, tuple(rows))


def origin(role: Role, library: Library) -> str:
    """Which file the weights stand in, and whose it is."""
    path = library.rubric_file("roles", role.id, "role")
    root = next(root for root in library.roots if path.is_relative_to(root))
    whose = "the defaults of hiretool" if root == shipped.root() else "your own library"
    return f"{path.relative_to(root).as_posix()}, in {whose}"


def sentence(named: str, where: str) -> str:
    """Who set the weights: said even if nobody has said so."""
    return (
        f"Set by {named}; they stand in {where}." if named else f"Nobody is named who set them; they stand in {where}."
    )
