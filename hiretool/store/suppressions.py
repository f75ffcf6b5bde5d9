"""Digests of objections in the database; reading a SQLite file needs no SQLAlchemy, so that a search stays quick."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from hiretool.errors import HiretoolError

if TYPE_CHECKING:
    from hiretool.store.store import Store
    from hiretool.store.workspace import Workspace

Kind = Literal["hide", "contact"]
KEY = "suppression_key"
"""Setting that holds the digest of the key, which tells a wrong key from the right one."""

_SQLITE = "sqlite:///"
_TAGS = "SELECT kind, tag FROM suppression"
_KEY = "SELECT value FROM setting WHERE name = 'suppression_key'"
_TIMEOUT_S = 30.0


@dataclass(frozen=True, slots=True)
class Listed:
    """What a database says of objections."""

    key: str | None
    """Digest of the key that the tags were made with; None while there are none."""
    tags: frozenset[tuple[str, str]]
    """(kind, tag)."""


def listed(workspace: Workspace) -> Listed:
    """All tags. Raises: HiretoolError or RemoteError, as Workspace.store."""
    url = workspace.settings.database
    if not url.startswith(_SQLITE):
        with workspace.store() as store:
            return _of(store)
    try:
        # mode=rw: the journal is read as well, and a file that is not there is not made.
        path = f"file:{_quoted(url.removeprefix(_SQLITE))}?mode=rw"
        with closing(sqlite3.connect(path, uri=True, timeout=_TIMEOUT_S)) as connection:
            connection.execute("PRAGMA query_only = ON").close()
            tags = frozenset(connection.execute(_TAGS).fetchall())
            found = connection.execute(_KEY).fetchone()
    except sqlite3.Error as error:
        if "no such table: suppression" in str(error):
            # An older hiretool made it, which knew no objections.
            return Listed(None, frozenset())
        # Not there, locked, damaged: said as for every other command.
        with workspace.store() as store:
            return _of(store)
    return Listed(found[0] if found else None, tags)


def add(store: Store, kind: Kind, tags: Iterable[str], *, key: str, actor: str, today: date) -> int:
    """Store tags. Returns: how many are new.

    key: digest of the key that they were made with; the first one is kept.
    Raises: HiretoolError if the tags that are there were made with another key.
    """
    from sqlalchemy import delete, insert, select

    from hiretool.store import audit, models
    from hiretool.store.keys import key as tidied

    table = models.Base.metadata.tables[models.Suppression.__tablename__]
    with store.writing() as session:
        there = session.scalar(select(models.Setting.value).where(models.Setting.name == KEY))
        known = {(row.kind, row.tag) for row in session.execute(select(table.c.kind, table.c.tag))}
        if there != key:
            if known:
                raise HiretoolError("The objections in this database were made with another key; nothing was changed.")
            session.execute(delete(models.Setting).where(models.Setting.name == KEY))
            session.execute(insert(models.Setting).values(name=KEY, value=key))
        wanted = sorted(tag for tag in set(tags) if (kind, tag) not in known)
        new = [{"kind": kind, "tag": tag, "made_on": today.isoformat()} for tag in wanted]
        if new:
            ids = session.scalars(insert(table).returning(table.c.id), new).all()
            body: dict[str, audit.Json] = {"kind": kind, "suppressions": audit.runs(sorted(ids))}
            audit.append(session, tidied(actor, "actor"), "suppress", body)
    return len(new)


def remove(store: Store, kind: Kind, tags: Iterable[str], *, actor: str) -> int:
    """Take tags away: an objection was withdrawn. Returns: how many were there."""
    from sqlalchemy import delete, select

    from hiretool.store import audit, models
    from hiretool.store.keys import key as tidied
    from hiretool.store.people import portions

    ids: list[int] = []
    row = models.Suppression
    with store.writing() as session:
        for portion in portions(tags):
            ids += session.scalars(select(row.id).where(row.kind == kind, row.tag.in_(portion)))
        for some in portions(ids):
            session.execute(delete(row).where(row.id.in_(some)))
        if ids:
            body: dict[str, audit.Json] = {"kind": kind, "suppressions": audit.runs(sorted(ids))}
            audit.append(session, tidied(actor, "actor"), "withdraw_suppression", body)
    return len(ids)


def remove_all(store: Store, *, actor: str) -> int:
    """Take all tags away, of either kind: the key is lost, and nobody can tell any more whom they protect."""
    from sqlalchemy import delete, func, select

    from hiretool.store import audit, models
    from hiretool.store.keys import key as tidied

    with store.writing() as session:
        count = session.scalar(select(func.count()).select_from(models.Suppression)) or 0
        session.execute(delete(models.Suppression))
        audit.append(session, tidied(actor, "actor"), "lose_suppression_key", {"suppressions": count})
    return count


def _of(store: Store) -> Listed:
    from sqlalchemy import select

    from hiretool.store import models

    with store.reading() as session:
        tags = session.execute(select(models.Suppression.kind, models.Suppression.tag))
        found = frozenset((kind, tag) for kind, tag in tags)
        return Listed(session.scalar(select(models.Setting.value).where(models.Setting.name == KEY)), found)


def _quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(path)
