"""The ledger: how strict each interviewer was, role by role, for the roles that come after."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from hiretool.errors import NotFoundError
from hiretool.store import models
from hiretool.store.keys import key

# Beyond this many digits the last place of a sum differs from machine to machine.
_DIGITS = 9


class Evidence(Protocol):
    """What the ratings of one role say of an interviewer: a row of `Fit.evidence()`, by `itertuples`, is one."""

    @property
    def interviewer(self) -> str: ...
    @property
    def severity(self) -> float: ...
    @property
    def sd(self) -> float: ...
    @property
    def n_shared(self) -> int: ...


class SeverityRow(NamedTuple):
    """What one role's ratings alone say of an interviewer, in rating units."""

    interviewer: str
    role: str
    severity: float
    """Positive for who rates low."""
    sd: float
    n_shared: int
    """Candidates of that role whom the interviewer rated together with somebody else."""
    learnt_on: str
    """ISO 8601 date."""


def remember(session: Session, role: str, rows: Iterable[Evidence], *, today: str) -> tuple[int, bool]:
    """Put the role's rows in place of those that are there. Returns: how many there are, and whether any differs.

    Rows that know nothing are left out: without a shared candidate, or without a finite sd.
    """
    table = models.Severity
    kept = [
        SeverityRow(
            key(row.interviewer, "interviewer"),
            role,
            round(float(row.severity), _DIGITS),
            round(float(row.sd), _DIGITS),
            int(row.n_shared),
            today,
        )
        for row in rows
        if row.n_shared > 0 and math.isfinite(row.severity) and math.isfinite(row.sd)
    ]
    # By the name as it is stored, under which two spellings are one.
    found = {row.interviewer: row for row in kept}
    there = {row.interviewer: row[:-1] for row in _rows(session) if row.role == role}
    if there == {row.interviewer: row[:-1] for row in found.values()}:
        return len(found), False
    session.execute(delete(table).where(table.role == role))
    if found:
        session.execute(insert(table), [row._asdict() for row in found.values()])
    return len(found), True


def severities(session: Session, *, besides: str | None) -> list[SeverityRow]:
    """By interviewer and role. besides: a role that is left out, since its ratings are at hand themselves."""
    return sorted(row for row in _rows(session) if row.role != besides)


def forget(session: Session, interviewer: str) -> int:
    """Delete what is known of an interviewer. Returns: how many rows. Raises: NotFoundError."""
    known = [row.interviewer for row in _rows(session)]
    if interviewer not in known:
        raise NotFoundError("interviewer in the ledger", interviewer, sorted(set(known)))
    session.execute(delete(models.Severity).where(models.Severity.interviewer == interviewer))
    return known.count(interviewer)


def _rows(session: Session) -> list[SeverityRow]:
    columns = (getattr(models.Severity, name) for name in SeverityRow._fields)
    return [SeverityRow(*row) for row in session.execute(select(*columns))]
