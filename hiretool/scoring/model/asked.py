"""What the caller of a fit gave beside the ratings, checked and put in the order of the coded names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from hiretool.errors import HiretoolError
from hiretool.scoring.model.coded import Coded

Known = tuple[np.ndarray, np.ndarray, np.ndarray]
"""(interviewers,) severity, sd and shared candidates that a ledger tells of; NaN, NaN and 0 for the others."""


def dropped(ratings: pd.DataFrame, conflicts: pd.DataFrame | Iterable[tuple[str, str]] | None) -> np.ndarray | None:
    """(rows,) True where the candidate and the interviewer are a flagged pair."""
    if conflicts is None:
        return None
    if isinstance(conflicts, pd.DataFrame):
        if absent := [name for name in ("candidate", "interviewer") if name not in conflicts.columns]:
            raise HiretoolError(f"The conflicts lack the column {absent[0]!r}; expected candidate and interviewer.")
        pairs = set(zip(conflicts["candidate"], conflicts["interviewer"], strict=True))
    else:
        pairs = {(candidate, interviewer) for candidate, interviewer in conflicts}
    mine = zip(ratings["candidate"], ratings["interviewer"], strict=True)
    return np.fromiter((pair in pairs for pair in mine), dtype=bool, count=len(ratings)) if pairs else None


def bars(bar: float | Mapping[str, float], data: Coded, scale: tuple[float, float]) -> np.ndarray:
    """(roles,). Raises: HiretoolError for a bar off the scale."""
    found = []
    for role in map(str, data.roles):
        value = bar.get(role) if isinstance(bar, Mapping) else bar
        if value is None or not scale[0] <= float(value) <= scale[1]:
            raise HiretoolError(
                f"The bar{f' of {role}' if role else ''}: expected {scale[0]:g} to {scale[1]:g}, got {value}."
            )
        found.append(float(value))
    return np.array(found)


def known(ledger: pd.DataFrame | None, data: Coded) -> Known:
    """Raises: HiretoolError for a column that is missing, or somebody who is named twice."""
    count = len(data.interviewers)
    severity, sd, n_shared = np.full(count, np.nan), np.full(count, np.nan), np.zeros(count)
    if ledger is None or not len(ledger):
        return severity, sd, n_shared
    if absent := [name for name in ("interviewer", "severity", "sd") if name not in ledger.columns]:
        raise HiretoolError(f"The ledger lacks the column {absent[0]!r}; expected interviewer, severity, sd.")
    if ledger["interviewer"].duplicated().any():
        twice = ledger.loc[ledger["interviewer"].duplicated(), "interviewer"].iloc[0]
        raise HiretoolError(f"The ledger names {twice!r} twice; combine its rows with scoring.ledger.prior first.")
    mine = ledger.set_index("interviewer").reindex(data.interviewers)
    there = mine["severity"].notna().to_numpy() & (mine["sd"].to_numpy(dtype=float) > 0)
    severity[there] = mine["severity"].to_numpy(dtype=float)[there]
    sd[there] = mine["sd"].to_numpy(dtype=float)[there]
    if "n_shared" in mine.columns:
        n_shared[there] = mine["n_shared"].fillna(0).to_numpy(dtype=float)[there]
    return severity, sd, n_shared


def weight_table(data: Coded, by_role: Mapping[str, Mapping[str, float]]) -> np.ndarray:
    """(roles, competencies). A competency that nobody rated has a column too, so that the interval grows by it."""
    names = {str(name): number for number, name in enumerate(data.competencies)}
    extra = sorted({name for mine in by_role.values() for name, value in mine.items() if value > 0} - set(names))
    names |= {name: len(names) + number for number, name in enumerate(extra)}
    found = np.zeros((len(data.roles), len(names)))
    for number, role in enumerate(map(str, data.roles)):
        for name, value in by_role[role].items():
            if name in names:
                found[number, names[name]] = value
    return found
