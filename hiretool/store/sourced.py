"""People found in public sources and kept on file: saved, changed, taken out again with every byte of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.orm import Session

from hiretool.errors import NotFoundError
from hiretool.store import audit, models
from hiretool.store.keys import key, prose
from hiretool.store.people import portions
from hiretool.store.store import Store

_DAYS = ("found_on", "first_seen", "notice_due", "notice_written", "notice_sent", "retain_until")
_PROSE = ("source", "query", "identity", "legal_basis", "balancing_test", "note")


@dataclass(frozen=True, slots=True)
class Saved:
    """One person on file, with nothing that is not used: as evidence, or to keep what the law asks for."""

    name: str
    papers: tuple[str, ...]
    """arXiv ids: which of those who bear the name it is."""
    found_on: date
    query: str
    first_seen: date
    notice_due: date
    """Last day to tell the person; earlier if they are written to before."""
    retain_until: date
    """Last day on which the row may be there."""
    legal_basis: str
    balancing_test: str
    """How the interests were weighed, or where that is written down."""
    source: str = "arXiv, publicly accessible"
    identity: str = ""
    """How sure it is that these papers are one person's, in a sentence."""
    orcid: str | None = None
    opening: str | None = None
    notice_written: date | None = None
    notice_sent: date | None = None
    do_not_contact: bool = False
    note: str = ""
    id: int = 0
    """Given by the database; 0 before that."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What a purge took out of the database."""

    people: int
    masked: int
    """Other rows in which the name stood, in a query or a note, and stands no longer."""
    whole: bool
    """Whether the file and its journal were written anew; False if somebody was reading them."""


def saved(store: Store) -> list[Saved]:
    """All of them, by number."""
    with store.reading() as session:
        return _all(session)


def save(store: Store, person: Saved, *, same: Callable[[Saved], bool], actor: str) -> tuple[Saved, bool]:
    """Put a person on file, or add papers to the row that is there. Returns: the row, and whether it is new.

    same: whether a row is about this person; of one that is there, the dates stay, so that saving again prolongs
    nothing.
    Raises: NotFoundError for the opening.
    """
    person = _tidied(person)
    with store.writing() as session:
        if person.opening is not None:
            known = session.scalars(select(models.Opening.id)).all()
            if person.opening not in known:
                raise NotFoundError("opening", person.opening, known)
        there = next(filter(same, _all(session, models.Sourced.opening_id.is_not_distinct_from(person.opening))), None)
        if there is None:
            table = models.Base.metadata.tables[models.Sourced.__tablename__]
            id = session.execute(insert(table).values(_columns(person)).returning(table.c.id)).scalar_one()
            _log(session, actor, "save_person", {"person": id, "opening": person.opening})
            return replace(person, id=id), True
        papers = tuple(sorted({*there.papers, *person.papers}))
        found = replace(there, papers=papers, orcid=there.orcid or person.orcid)
        if found != there:
            _change(session, found, actor=actor, action="change_person")
        return found, False


def change(store: Store, id: int, *, actor: str, action: str, **changes: Any) -> Saved:
    """Change fields of a row; the log is told their names alone. Raises: NotFoundError."""
    with store.writing() as session:
        there = next(iter(_all(session, models.Sourced.id == id)), None)
        if there is None:
            raise NotFoundError("saved person", str(id), map(str, session.scalars(select(models.Sourced.id))))
        found = _tidied(replace(there, **changes))
        if found != there:
            _change(session, found, actor=actor, action=action)
        return found


def remove(
    store: Store,
    ids: Collection[int],
    *,
    actor: str,
    why: str,
    masked: Callable[[str], str] = lambda text: text,
    hints: Callable[[str, str], bool] = lambda path, name: True,
) -> Removed:
    """Delete rows, and write a SQLite file anew without them.

    masked: takes a name out of a text; applied to the queries, notes and export paths that stay. hints: whether a path
    tells the name of whom its file is about; it is forgotten then, else it stays on the list, about nobody.
    PostgreSQL keeps deleted rows on disk until VACUUM FULL, and its write-ahead log and backups keep them anyway.
    """
    person, export, changed = models.Sourced, models.SourcedExport, 0
    with store.writing() as session:
        rows = _all(session)
        names = {row.id: row.name for row in rows if row.id in ids}
        for id, path, about in session.execute(select(export.id, export.path, export.sourced_id)).all():
            if (about in names and hints(path, names[about])) or masked(path) != path:
                session.execute(delete(export).where(export.id == id))
            elif about in names:
                session.execute(update(export).where(export.id == id).values(sourced_id=None))
        for portion in portions(names):
            session.execute(delete(person).where(person.id.in_(portion)))
        for row in rows:
            texts = {name: masked(getattr(row, name)) for name in ("query", "note", "balancing_test")}
            if row.id not in names and texts != {name: getattr(row, name) for name in texts}:
                session.execute(update(person).where(person.id == row.id).values(texts))
                changed += 1
        if names or changed:
            _log(session, actor, "purge_people", {"people": audit.runs(sorted(names)), "why": why, "masked": changed})
    return Removed(len(names), changed, whole=store.rewrite())


def note_export(store: Store, path: str, *, person: int | None = None) -> None:
    """Remember that a file about people on file was written, so that a purge can name it; a path counts once."""
    export = models.SourcedExport
    with store.writing() as session:
        session.execute(delete(export).where(export.path == path))
        made_at = datetime.now(UTC).isoformat()
        session.execute(insert(export).values(sourced_id=person, path=prose(path, "path"), made_at=made_at))


def exports(store: Store) -> list[tuple[str, int | None]]:
    """(path, whom it is about if it is one person) of each file, the oldest first."""
    export = models.SourcedExport
    with store.reading() as session:
        statement = select(export.path, export.sourced_id).order_by(export.id)
        return [(path, person) for path, person in session.execute(statement)]


def forget_exports(store: Store, paths: Iterable[str]) -> None:
    """Take files that are gone off the list."""
    with store.writing() as session:
        for portion in portions(paths):
            session.execute(delete(models.SourcedExport).where(models.SourcedExport.path.in_(portion)))


def candidates(store: Store, same: Callable[[str], bool]) -> int:
    """How many candidates in a hiring process have a name that is the same."""
    with store.reading() as session:
        return sum(same(name) for name in session.scalars(select(models.Candidate.name)))


def _all(session: Session, *where: ColumnElement[bool]) -> list[Saved]:
    table = models.Base.metadata.tables[models.Sourced.__tablename__]
    statement = select(table).where(*where).order_by(table.c.id)
    return [_row(dict(found)) for found in session.execute(statement).mappings()]


def _row(found: dict[str, Any]) -> Saved:
    found["papers"] = tuple(json.loads(found["papers"]))
    found["opening"] = found.pop("opening_id")
    return Saved(**{**found, **{name: found[name] and date.fromisoformat(found[name]) for name in _DAYS}})


def _columns(person: Saved) -> dict[str, Any]:
    found = asdict(person)
    del found["id"]
    found["papers"] = json.dumps(person.papers)
    found["opening_id"] = found.pop("opening")
    return {**found, **{name: found[name] and found[name].isoformat() for name in _DAYS}}


def _tidied(person: Saved) -> Saved:
    """Raises: HiretoolError for what cannot be stored."""
    texts: dict[str, Any] = {name: prose(getattr(person, name), name) for name in _PROSE}
    papers = tuple(sorted(prose(paper, "paper") for paper in set(person.papers)))
    return replace(person, name=key(person.name, "person"), papers=papers, **texts)


def _change(session: Session, person: Saved, *, actor: str, action: str) -> None:
    session.execute(update(models.Sourced).where(models.Sourced.id == person.id).values(_columns(person)))
    _log(session, actor, action, {"person": person.id})


def _log(session: Session, actor: str, action: str, body: dict[str, audit.Json]) -> None:
    """No name, no digest of one, no query: a number that is never given again stands for the person."""
    audit.append(session, key(actor, "actor"), action, body)
