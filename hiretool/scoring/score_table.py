"""A fit -> the table of scores as a document that any writer can write."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hiretool.document import Block, Cell, Column, Document, Heading, Paragraph, Table, bullets, cells, inline
from hiretool.scoring.model.sentences import signed

if TYPE_CHECKING:
    import pandas as pd

    from hiretool.scoring.fitted import Fit

DECIMALS = 6
SHOWN = 2_000
"""Candidates in a table that people read; CSV, XLSX and JSON hold all."""
FIGURES = ("sd", "widest_gap", "competencies_rated", "competencies_required", "weight_rated")
"""Columns of the plain table that stand beside the fit's own; its sd is that of the ratings."""


def score_table(
    fit: Fit,
    plain: pd.DataFrame,
    *,
    role: str,
    level: str,
    title: str,
    explain: bool = False,
) -> Document:
    """The scores with their intervals, beside the raw means; rounded for people, whole for programs.

    fit: of one role. plain: the frame of `scoring.table` of the same ratings. explain: with each candidate's
    corrections in sentences.
    """
    rows = _rows(fit, plain)
    warnings = [{"code": warned.code, "text": warned.text} for warned in fit.warnings]
    data: dict[str, Any] = {
        "role": role,
        "level": level,
        "weights": dict(next(iter(fit.weights.values()), {})),
        "bar": next(iter(fit.bar.values()), None),
        "scale": list(fit.scale),
        "columns": list(rows[0]) if rows else [],
        "candidates": rows,
        "interviewers": _records(fit.interviewers),
        "components": {"method": fit.components.method, "sd": _rounded(fit.components.sd)},
        "warnings": warnings,
    }
    told = {str(row["candidate"]): fit.explain(str(row["candidate"])) for row in rows} if explain else {}
    if explain:
        data["explanations"] = told
    parts: dict[str, Block | Sequence[Block]] = {
        "table": _table(rows[:SHOWN], data["bar"]),
        "more": Paragraph(inline(f"And {len(rows) - SHOWN:,} more; CSV, XLSX and JSON hold all."))
        if len(rows) > SHOWN
        else (),
        "warnings": bullets([warned.text for warned in fit.warnings]) if fit.warnings else (),
        "explanations": [block for name, texts in told.items() for block in _explained(name, texts)],
    }
    return Document("score-table", title, data, parts, rows=rows, foot=title)


def _rows(fit: Fit, plain: pd.DataFrame) -> list[dict[str, Any]]:
    beside = plain.set_index("candidate")[list(FIGURES)].rename(columns={"sd": "rating_sd"})
    whole = fit.candidates.join(beside, on="candidate")
    last = [name for name in ("role", "panel") if name in whole.columns]
    return _records(whole[[name for name in whole.columns if name not in last] + last])


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows with figures rounded, NaN as None, and whole numbers as such."""
    columns = {}
    for name in frame.columns:
        column = frame[name]
        if column.dtype.kind == "f":
            values = column.round(DECIMALS).tolist()
            columns[str(name)] = [None if math.isnan(value) else value for value in values]
        else:
            columns[str(name)] = column.tolist()
    for name in ("rank_low", "rank_high"):
        if name in columns:
            columns[name] = [None if value is None else int(value) for value in columns[name]]
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _rounded(values: Mapping[str, float]) -> dict[str, float | None]:
    return {name: None if math.isnan(value) else round(value, DECIMALS) for name, value in values.items()}


def _table(rows: Sequence[Mapping[str, Any]], bar: float | None) -> Table:
    columns = (
        Column("Candidate", width=3),
        Column("Score", "right", 0.8),
        Column("90 % interval", "right", 1.4),
        Column(f"Above {bar:g}" if bar is not None else "Above the bar", "right", 0.9),
        Column("Raw mean", "right", 0.8),
        Column("Corrected by", "right", 1.1),
        Column("Rank", "right", 0.9),
        Column("Ratings", "right", 1),
        Column("Rated", "right", 0.9),
    )
    return Table(columns, tuple(_row(row) for row in rows))


def _row(row: Mapping[str, Any]) -> tuple[Cell, ...]:
    people = f"{row['n_ratings']} by {row['n_interviewers']}"
    rated = f"{row['competencies_rated']}/{row['competencies_required']}"
    name = Cell(inline(str(row["candidate"])), "head")
    if row["score"] is None:
        return (name, *(Cell(inline("none"), "missing") for _ in range(6)), *cells(people, rated))
    ranks = "none" if row["rank_low"] is None else _range(str(row["rank_low"]), str(row["rank_high"]))
    return (
        name,
        *cells(
            Cell(inline(f"{row['score']:.1f}"), "strong"),
            _range(f"{row['low']:.1f}", f"{row['high']:.1f}"),
            _chance(row["p_above_bar"]),
            f"{row['raw_mean']:.1f}",
            signed(row["correction"]),
            ranks,
            people,
            rated,
        ),
    )


def _range(low: str, high: str) -> str:
    return low if low == high else f"{low}–{high}"


def _chance(value: float) -> str:
    """A chance for people: never 0 % or 100 %, which would be more than is known.

    >>> _chance(0.9996), _chance(0.42)
    ('> 99 %', '42 %')
    """
    percent = round(100 * value)
    return "> 99 %" if percent > 99 else "< 1 %" if percent < 1 else f"{percent} %"


def _explained(name: str, texts: Sequence[str]) -> list[Block]:
    return [Heading(3, inline(name)), *(Paragraph(inline(text)) for text in texts)]
