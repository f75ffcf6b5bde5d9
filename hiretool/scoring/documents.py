"""Ratings and scores as documents that any writer can write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hiretool.document import Document
from hiretool.model import COLUMNS
from hiretool.scoring.normal import Rejected, normal_rows

if TYPE_CHECKING:
    import pandas as pd


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
