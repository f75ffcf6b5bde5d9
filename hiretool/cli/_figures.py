"""Ratings for commands that look at all roles, or at any file in long form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hiretool.cli._options import input_file, library, opened_store, say
from hiretool.errors import HiretoolError, NotFoundError, Problems, suggestion
from hiretool.model import MIXED, Level

if TYPE_CHECKING:
    import pandas as pd


def ratings(file: Path | None, role: str | None, *, needed: str) -> pd.DataFrame:
    """The ratings of a file in the normal form, or the workspace's: of one role, or of all."""
    from hiretool import scoring

    if file is None:
        frame = scoring.frame(row._asdict() for row in opened_store(needed=f"{needed} without a FILE").ratings())
        if frame.empty:
            raise HiretoolError("The workspace has no scorecard yet. Take some in with: hiretool scorecard import FILE")
        return of_role(frame, role, "the workspace")
    path, raw = input_file(file)
    return of_role(scoring.read(path, raw), role, str(path))


def normal_or_named(file: Path | None, role: str | None, *, needed: str, options: str) -> pd.DataFrame:
    """As `ratings`; of a file in another form the message says which options name its columns."""
    from hiretool import scoring
    from hiretool.scoring import columns as named

    if file is None:
        return ratings(file, role, needed=needed)
    path, raw = input_file(file)
    try:
        frame = scoring.read(path, raw)
    except Problems as error:
        if named.is_normal_form(path, raw):
            raise
        hint = f"Of a file in another form, with one row a rating, name the columns: {options}."
        raise Problems(error.problems, hint) from error
    return of_role(frame, role, str(path))


def columns(file: Path, names: Sequence[str], role: str | None) -> tuple[pd.DataFrame, Path]:
    """Named columns of any file as text, and what messages call it."""
    from hiretool.scoring import columns as named

    path, raw = input_file(file)
    frame = named.read(path, [*names, "role"] if role is not None else names, raw)
    if "rating" in names:
        # The normal form's label between 2 and 3.
        frame["rating"] = frame["rating"].replace({"mixed": f"{MIXED}"})
    return of_role(frame, role, str(path)), path


def of_role(frame: pd.DataFrame, role: str | None, where: str) -> pd.DataFrame:
    """The rows of a role, or all. Raises: HiretoolError naming the roles that there are, if there is none."""
    if role is None:
        return frame
    mine = frame[frame["role"] == role].reset_index(drop=True)
    if mine.empty:
        raise HiretoolError(
            f"{where} has no scorecard for role {role!r}. {suggestion(role, sorted(set(frame['role'])))}"
        )
    return mine


def first_come(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows by the moment when their card was handed in; those without one last, in the order of the file."""
    import datetime
    import math

    def moment(text: str) -> float:
        if not text:
            return math.inf
        found = datetime.datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=datetime.UTC)).timestamp()

    moments = frame["submitted_at"].map(moment)
    return frame.loc[moments.sort_values(kind="stable").index].reset_index(drop=True)


def weights(role: str, level: Level) -> dict[str, float] | None:
    """Competency -> weight of a role of the library; None, and a word on it, where the library has no such role."""
    from hiretool import roles

    try:
        template = roles.get(role, library())
    except NotFoundError:
        say(f"The library has no role {role!r}: all its competencies weigh alike here.")
        return None
    return dict(template.weights(level))
