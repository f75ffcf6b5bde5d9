"""Ratings and scores as documents that any writer can write."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hiretool.document import Cell, Column, Document, Table, cells, inline
from hiretool.model import COLUMNS
from hiretool.scoring.normal import Rejected, normal_rows, records

if TYPE_CHECKING:
    import pandas as pd

DECIMALS = 6


def score_table(scores: pd.DataFrame, weights: Mapping[str, float], *, role: str, level: str, title: str) -> Document:
    """The frame of `scoring.table` as a document; figures rounded for people, whole for programs."""
    rounded = scores.round({"score": DECIMALS, "raw_mean": DECIMALS, "sd": DECIMALS, "weight_rated": DECIMALS})
    rows = [
        {name: None if isinstance(value, float) and math.isnan(value) else value for name, value in row.items()}
        for row in records(rounded)
    ]
    table = Table(
        columns=(
            Column("Candidate", width=3),
            Column("Score", "right", 1),
            Column("Raw mean", "right", 1),
            Column("sd", "right", 0.8),
            Column("Widest gap", "right", 1),
            Column("Ratings", "right", 1),
            Column("People", "right", 1),
            Column("Rated", "right", 1.2),
        ),
        rows=tuple(
            cells(
                Cell(inline(str(row["candidate"])), "head"),
                _one(row["score"]),
                _one(row["raw_mean"]),
                _one(row["sd"]),
                _one(row["widest_gap"]),
                str(row["n_ratings"]),
                str(row["n_interviewers"]),
                f"{row['competencies_rated']}/{row['competencies_required']}",
            )
            for row in rows
        ),
    )
    columns = list(scores.columns)
    data = {"role": role, "level": level, "weights": dict(weights), "columns": columns, "candidates": rows}
    return Document("score-table", title, data, {"table": table}, rows=rows, foot=title)


def _one(value: float | None) -> str:
    """One decimal: a second would be false precision."""
    return "none" if value is None else f"{value:.1f}"


def normal_form(ratings: pd.DataFrame) -> Document:
    """The ratings in the normal form."""
    rows = list(normal_rows(ratings))
    return Document("ratings", "Ratings", {"columns": list(COLUMNS), "ratings": rows}, rows=rows)


def rejected_rows(rejected: Sequence[Rejected], header: Sequence[str]) -> Document:
    """Rows that were not taken, as they stood, with their place and the reasons."""
    rows = []
    for entry in rejected:
        cells = dict(zip(header, entry.cells, strict=False))
        beyond = entry.cells[len(header) :]
        rows.append(
            {"row": entry.row, "reason": "; ".join(entry.reasons), **cells, "beyond_the_header": " | ".join(beyond)}
        )
    return Document("ratings", "Rejected rows", {"rejected": rows}, rows=rows)


def cards_listed(cards: Iterable[Mapping[str, Any]]) -> Document:
    """One row a card."""
    rows = [dict(card) for card in cards]
    names = list(rows[0]) if rows else ["role", "candidate", "interviewer", "interview"]
    table = Table(
        columns=tuple(Column(name.replace("_", " ")) for name in names),
        rows=tuple(cells(*("" if row[name] is None else str(row[name]) for name in names)) for row in rows),
    )
    return Document("list", "Scorecards", {"scorecards": rows}, {"list": table}, rows=rows)
