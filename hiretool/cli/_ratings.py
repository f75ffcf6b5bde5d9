"""Ratings for a command: from a file, from standard input, or from the workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hiretool.cli._options import actor, input_file, opened_store
from hiretool.errors import HiretoolError, suggestion

if TYPE_CHECKING:
    import pandas as pd


def of_role(file: Path | None, role: str, *, needed: str) -> pd.DataFrame:
    """The ratings of one role; the workspace logs that they are shown.

    needed: the command, for a message and for the log.
    Raises: HiretoolError naming the roles that there are, if there is none.
    """
    from hiretool import scoring

    where = "the workspace"
    if file is None:
        store = opened_store(needed=f"{needed} without a FILE")
        frame = scoring.frame(row._asdict() for row in store.ratings())
        store.shown(role, needed, actor=actor())
    else:
        path, raw = input_file(file)
        frame, where = scoring.read(path, raw), str(path)
    mine = frame[frame["role"] == role].reset_index(drop=True)
    if mine.empty:
        known = sorted(set(frame["role"]))
        raise HiretoolError(f"{where} has no scorecard for role {role!r}. {suggestion(role, known)}")
    return mine
