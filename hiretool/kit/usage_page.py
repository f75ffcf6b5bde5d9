"""How the questions of a workspace do, as a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hiretool.document import Cell, Column, Document, Table, cells, inline
from hiretool.kit.cusum import RUN_LENGTH, SHIFT
from hiretool.kit.usage import ACT, ENOUGH, LOW, Figures


def page(found: Sequence[Figures], given: Mapping[str, tuple[int, str]], titles: Mapping[str, str]) -> Document:
    """How the questions of a workspace do: a row for each that was ever given."""
    by_id = {figures.question: figures for figures in found}
    rows, shown = [], []
    for name in sorted(given.keys() | by_id.keys()):
        count, last = given.get(name, (0, ""))
        mine = by_id.get(name)
        row: dict[str, Any] = {
            "question": name,
            "title": titles.get(name),
            "candidates": count,
            "last_given": last or None,
            "scores": mine.scores if mine else 0,
            "raw_mean": round(mine.raw_mean, 3) if mine else None,
            "difficulty": None if mine is None or mine.difficulty is None else round(mine.difficulty, 3),
            "error": None if mine is None or mine.error is None else round(mine.error, 3),
            "discrimination": None if mine is None or mine.discrimination is None else round(mine.discrimination, 3),
            "says_little": bool(mine and mine.says_little),
            "alarm_at": mine.alarm_at if mine else None,
        }
        rows.append(row)
        shown.append(
            cells(
                Cell(inline(row["title"] or name), "head", _remark(row)),
                str(count),
                str(row["scores"]),
                "–" if row["raw_mean"] is None else f"{row['raw_mean']:.2f}",
                _told(row["difficulty"], row["error"]),
                "–" if row["difficulty"] is None else _told(row["discrimination"], None),
            )
        )
    table = Table(
        columns=(
            Column("Question", width=4),
            Column("Given to", "right", 1),
            Column("Scores", "right", 1),
            Column("Mean", "right", 1),
            Column("Harder by", "right", 1.6),
            Column("Tells apart", "right", 1.6),
        ),
        rows=tuple(shown),
    )
    data = {
        "questions": rows,
        "enough": ENOUGH,
        "act": ACT,
        "low": LOW,
        "run_length": RUN_LENGTH,
        "shift": SHIFT,
    }
    return Document("question-stats", "How the questions do", data, {"table": table}, rows=rows)


def _told(value: float | None, error: float | None) -> str:
    if value is None:
        return "not enough data"
    return f"{value:+.2f}" + (f" ±{error:.2f}" if error is not None else "")


def _remark(row: Mapping[str, Any]) -> str:
    remarks = []
    if row["alarm_at"] is not None:
        remarks.append(f"answers too good since score {row['alarm_at']}: has it got out?")
    if row["says_little"]:
        remarks.append("says little that the others do not say")
    return "; ".join(remarks)
