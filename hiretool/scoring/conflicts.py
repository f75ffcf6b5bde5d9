"""Pairs of candidate and interviewer whose ratings are not to count, from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hiretool.errors import DataError, Problems
from hiretool.scoring import source, spelling

if TYPE_CHECKING:
    import pandas as pd

NEEDED = ("candidate", "interviewer")


def read(path: Path, raw: bytes | None = None) -> pd.DataFrame:
    """CSV or XLSX with the columns candidate and interviewer, and reason where somebody wrote one.

    Returns: candidate, interviewer, reason; a row for each pair. A pair is given by people (the referrer, a former
    manager, a relative) and never guessed from names.
    Raises: DataError or Problems naming each row that lacks a name.
    """
    import pandas as pd

    rows = source.rows(path, raw, ours=lambda row: set(NEEDED) <= {cell.strip().casefold() for cell in row})
    header = [cell.strip().casefold() for cell in rows[0]] if rows else []
    if absent := [name for name in NEEDED if name not in header]:
        raise DataError(
            path, "row 1", f"lacks the column {absent[0]}; expected candidate, interviewer and, if any, reason"
        )
    found: list[tuple[str, str, str]] = []
    problems: list[DataError] = []
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        values = dict(zip(header, cells, strict=False))
        candidate, interviewer = (spelling.name(values.get(name, "")) for name in NEEDED)
        if candidate and interviewer:
            found.append((candidate, interviewer, spelling.note(values.get("reason", ""))))
        else:
            problems.append(DataError(path, f"row {number}", "needs both a candidate and an interviewer"))
    if problems:
        raise Problems(problems)
    return pd.DataFrame(found, columns=["candidate", "interviewer", "reason"])
