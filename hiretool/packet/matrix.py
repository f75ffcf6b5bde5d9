"""Candidates by competencies: where each is strong, thin, or was never asked."""

from __future__ import annotations

from hiretool.document import Cell, CellKind, Column, Table, inline
from hiretool.packet.summary import Candidate
from hiretool.packet.told import Told
from hiretool.roles import percent

# Cuts of the six shades, around the four points of the scale.
_CUTS = (1.75, 2.25, 2.75, 3.25, 3.75)


def matrix(told: Told) -> Table:
    columns = (
        Column("Candidate", width=1.7),
        *(Column(told.title(name), "center", 1, percent(weight)) for name, weight in told.weights.items()),
    )
    rows = tuple(
        (Cell(inline(candidate.name), "head"), *(shaded(candidate, name) for name in told.weights))
        for candidate in told.candidates
    )
    caption = (
        "Mean of the ratings as they were given, with their number below and the weight of each competency above."
        " Hatched, or none: not assessed, which is not a low rating."
    )
    return Table(columns, rows, caption, "heat")


def shaded(candidate: Candidate, competency: str, *, counted: bool = True) -> Cell:
    """The mean of one competency on its shade, with the number of ratings if that is to be counted."""
    if competency not in candidate.means:
        return Cell(inline("none"), "missing")
    mean = candidate.means[competency]
    return Cell(inline(f"{mean:.1f}"), step(mean), f"n {candidate.counts[competency]}" if counted else "")


def step(value: float) -> CellKind:
    """The shade of a mean, from step1 (low) to step6 (high)."""
    shades: tuple[CellKind, ...] = ("step1", "step2", "step3", "step4", "step5", "step6")
    return shades[sum(value >= cut for cut in _CUTS)]
