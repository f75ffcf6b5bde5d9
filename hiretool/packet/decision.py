"""The sheet that a committee fills in and signs: one line a candidate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hiretool.document import Cell, Column, Document, Table, inline
from hiretool.packet.page import DECISIONS
from hiretool.packet.told import Told
from hiretool.packet.words import between, one

SIGNATURES = 5


def sheet(told: Told, data: Mapping[str, Any], title: str, foot: str) -> Document:
    """data: of the packet that it goes with."""
    kept = ("role", "role_title", "level", "opening", "made_on", "log_head", "bar", "bar_score", "blind")
    said = {name: data[name] for name in kept}
    rows = [
        {
            "candidate": candidate.name,
            "score": candidate.score,
            "low": candidate.row["low"],
            "high": candidate.row["high"],
        }
        for candidate in told.candidates
    ]
    parts = {"candidates": _candidates(told), "signatures": _signatures()}
    decisions = [DECISIONS[0], *(text[:1].lower() + text[1:] for text in DECISIONS[1:])]
    return Document(
        "decision-sheet", f"Decision: {title}", {**said, "candidates": rows, "decisions": decisions}, parts, foot=foot
    )


def _candidates(told: Told) -> Table:
    columns = (
        Column("Candidate", width=2.2),
        Column("Score", width=1.1, note="90% interval"),
        Column("Decision", width=1.7),
        Column("Because (evidence, not numbers)", width=4.2),
    )
    rows = tuple(
        (
            Cell(inline(candidate.name), "head"),
            Cell(inline(one(candidate.score)), note="" if candidate.score is None else _interval(candidate.row)),
            Cell(()),
            Cell(()),
        )
        for candidate in told.candidates
    )
    return Table(columns, rows, role="form")


def _interval(row: Mapping[str, Any]) -> str:
    return between(row["low"], row["high"])


def _signatures() -> Table:
    columns = (Column("Name", width=2), Column("Signature", width=2.5), Column("Date", width=1))
    return Table(columns, tuple((Cell(()), Cell(()), Cell(())) for _ in range(SIGNATURES)), role="form")
