"""The append-only log: each row carries the hash of the row before it, so that a change shows.

What it cannot show by itself is a cut-off end, or the whole of it rewritten: note the head elsewhere (a packet prints
it) and hand it to `verify`. No personal data belongs into a body: ids, counts and digests only.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from hiretool.store.models import Audit

if TYPE_CHECKING:
    from hiretool.store.store import Store

GENESIS = "0" * 64
"""What the first row has as the hash before it."""

AT_ONCE = 100

# A column that somebody filled with bytes has no JSON; its repr has, and does not hash to what was written.
_LISTED = json.JSONEncoder(separators=(",", ":"), default=repr)
_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False)

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


class Row(NamedTuple):
    seq: int
    at: str
    actor: str
    action: str
    body: str
    prev: str
    hash: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the log is what was written."""

    rows: int
    """Rows that hold, counted from the first."""
    head: str
    """Hash of the last of them."""
    broken: int | None = None
    """Number of the first row that does not hold, or None."""
    reason: str = ""


def canonical(value: object) -> str:
    """The one JSON text of a value: sorted keys, no blanks, ASCII."""
    return _CANONICAL.encode(value)


def chained(row: Row) -> str:
    """SHA-256, in hex, over the canonical JSON list [prev, seq, at, actor, action, body]; body is its text."""
    listed = [row.prev, row.seq, row.at, row.actor, row.action, row.body]
    return hashlib.sha256(_LISTED.encode(listed).encode()).hexdigest()


def digest(salt: str, text: str) -> str:
    """HMAC-SHA-256 in hex: tells whether two texts are one without telling the text.

    The salt is the database's own, so that nobody without it can try out names.
    """
    return hmac.digest(salt.encode(), text.encode(), "sha256").hex()


def runs(numbers: Iterable[int]) -> list[Json]:
    """The rising numbers as [first, last] of each unbroken run."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return [[first, last] for first, last in found]


def following(session: Session) -> int:
    """Number of the row that `append` adds next in this session's transaction, which must be a writing one."""
    return (session.scalar(select(Audit.seq).order_by(Audit.seq.desc()).limit(1)) or 0) + 1


def append(session: Session, actor: str, action: str, body: Mapping[str, Json], *, at: datetime | None = None) -> str:
    """Add a row in this session's transaction, which must be a writing one. Returns: its hash, the new head."""
    last = session.execute(select(Audit.seq, Audit.hash).order_by(Audit.seq.desc()).limit(1)).first()
    seq, prev = (last.seq + 1, last.hash) if last else (1, GENESIS)
    row = Row(seq, (at or datetime.now(UTC)).astimezone(UTC).isoformat(), actor, action, canonical(body), prev, hash="")
    row = row._replace(hash=chained(row))
    session.execute(insert(Audit).values(row._asdict()))
    return row.hash


def head(store: Store) -> str:
    """Hash of the last row; GENESIS while there is none. It stands for everything up to here."""
    with store.reading() as session:
        return session.scalar(select(Audit.hash).order_by(Audit.seq.desc()).limit(1)) or GENESIS


def verify(store: Store, *, holding: str | None = None) -> Verdict:
    """Recompute the chain from the first row, in constant memory.

    holding: a head noted earlier, such as a packet prints; the log must still contain it.
    """
    statement = select(*(getattr(Audit, name) for name in Row._fields)).order_by(Audit.seq)
    with store.reading() as session, session.execute(statement, execution_options={"yield_per": AT_ONCE}) as found:
        return verdict((Row(*row) for row in found), holding=holding)


def verdict(rows: Iterable[Row], *, holding: str | None = None) -> Verdict:
    """As `verify`, for rows in the order of their numbers."""
    count, last, held = 0, GENESIS, holding in (None, GENESIS)
    for row in rows:
        if row.seq > count + 1:
            return Verdict(count, last, count + 1, f"row {count + 1} is missing")
        if row.seq <= count:
            return Verdict(count, last, row.seq, f"row {row.seq} was put before the first")
        if row.prev != last:
            return Verdict(count, last, row.seq, f"row {row.seq} does not follow the row before it")
        if row.hash != chained(row):
            return Verdict(count, last, row.seq, f"row {row.seq} was changed after it was written")
        count, last = row.seq, row.hash
        held = held or last == holding
    if not held:
        return Verdict(count, last, count + 1, "the noted head is not in the log: rows were cut off, or all rewritten")
    return Verdict(count, last)
