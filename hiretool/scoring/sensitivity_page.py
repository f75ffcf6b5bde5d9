"""What weights do to an order -> a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hiretool.document import Block, Cell, Column, Document, Paragraph, Table, cells, inline
from hiretool.scoring.sensitivity import Sensitivity


def page(found: Sensitivity, *, role: str, level: str, title: str) -> Document:
    """The finding as a document."""
    rows = [
        {str(name): round(value, 6) if isinstance(value, float) else value for name, value in row.items()}
        for row in found.candidates.to_dict("records")
    ]
    data = {
        "role": role,
        "level": level,
        "candidates": rows,
        "places_by_weights": found.places_by_weights,
        "places_by_noise": found.places_by_noise,
        "pairs_by_weights": found.pairs_by_weights,
        "pairs_by_noise": found.pairs_by_noise,
        "first_changes": found.first_changes,
        "weight_sd": dict(found.spread),
    }
    parts: dict[str, Block] = {"says": Paragraph(inline(_says(found)), "lead"), "table": _table(rows)}
    return Document("score-sensitivity", title, data, parts, rows=rows, foot=title)


def _says(found: Sensitivity) -> str:
    widest = max(found.spread.values())
    texts = [
        f"With weights moved at random (a weight by {100 * widest:.0f} points at most, as one standard deviation),"
        f" a candidate moves {found.places_by_weights:.2f} places on average, and {found.pairs_by_weights:.1%} of the"
        " pairs change their order.",
        f"Chance in the ratings alone moves {found.places_by_noise:.2f} places and turns {found.pairs_by_noise:.1%} of"
        " the pairs.",
        f"Somebody else comes first in {found.first_changes:.0%} of the draws of weights.",
    ]
    if found.places_by_weights * 3 <= found.places_by_noise:
        texts.append("More ratings would settle more than a debate about weights.")
    elif found.places_by_weights > found.places_by_noise:
        texts.append("The weights matter more than chance here: settle them, with a reason, before names are seen.")
    return " ".join(texts)


def _table(rows: list[dict[str, Any]]) -> Table:
    columns = (
        Column("Candidate", width=3),
        Column("Score", "right"),
        Column("Rank", "right"),
        Column("As weights move", "right", 1.4),
        Column("By chance", "right", 1.2),
        Column("First", "right"),
    )
    return Table(columns, tuple(_row(row) for row in rows))


def _row(row: Mapping[str, Any]) -> tuple[Cell, ...]:
    return cells(
        Cell(inline(str(row["candidate"])), "head"),
        f"{row['score']:.1f}",
        str(row["rank"]),
        _range(row["rank_low"], row["rank_high"]),
        _range(row["noise_low"], row["noise_high"]),
        f"{row['first']:.0%}",
    )


def _range(low: float, high: float) -> str:
    return f"{low:.0f}" if low == high else f"{low:.0f}–{high:.0f}"
