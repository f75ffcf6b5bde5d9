"""One database: what is remembered, each act in one transaction with its row in the audit log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from types import TracebackType
from typing import Self
from weakref import finalize

from sqlalchemy import Engine, insert, select, update
from sqlalchemy.orm import Session

from hiretool.store import (
    additions,
    audit,
    engine,
    failures,
    histories,
    kits,
    models,
    people,
    schema,
    scorecards,
    seals,
)
from hiretool.store import changes as changed
from hiretool.store import severities as ledger
from hiretool.store.cards import Added, Card
from hiretool.store.changes import Change
from hiretool.store.keys import key, prose
from hiretool.store.kits import Given
from hiretool.store.people import Forgotten
from hiretool.store.scorecards import RatingRow, ScorecardRow
from hiretool.store.severities import Evidence, SeverityRow


@dataclass(frozen=True, slots=True)
class Opening:
    """A position to be filled."""

    id: str
    role: str
    level: str
    title: str
    created_at: str
    """ISO 8601, UTC."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """A database, SQLite or PostgreSQL; threads may share it.

    `candidate` is everywhere the text that the user types, after keys.key: two people of one name need two texts.
    Every method raises HiretoolError or RemoteError for what the user can mend in the database: locked, not writable,
    full, damaged, not reachable.
    """

    def __init__(
        self, url: str, *, timeout_s: float = engine.TIMEOUT_S, clock: Callable[[], datetime] = _utc_now
    ) -> None:
        """url: sqlite:///FILE or postgresql+psycopg://...; nothing is opened yet."""
        self._url = engine.parsed(url)
        self._engine = engine.connect(self._url, timeout_s=timeout_s)
        self._clock = clock
        # A store that nobody closed leaves no open file behind.
        finalize(self, self._engine.dispose)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections; a later call opens new ones."""
        self._engine.dispose()

    def migrate(self) -> None:
        """Make the tables, or bring those of an older hiretool up to date; one SELECT if there is nothing to do.

        Raises: HiretoolError if a newer hiretool made them.
        """
        with failures.mendable(self._url):
            schema.migrate(self._engine)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that waits for its turn and is committed at the end, or undone if anything is raised."""
        with self._transaction(self._engine) as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that sees one state of the data, blocks nobody and may not write."""
        with self._transaction(engine.reading(self._engine)) as session:
            yield session

    def digest(self, text: str) -> str:
        """Keyed digest of a text, for the log; the key is this database's own salt."""
        return audit.digest(self._salt, text)

    def remember_opening(self, id: str, *, role: str, level: str, title: str, actor: str) -> None:
        """Store an opening, or what is new about one; nothing happens if nothing is."""
        id = key(id, "opening")
        values = {"role": key(role, "role"), "level": key(level, "level"), "title": key(title, "title")}
        with self.writing() as session:
            there = session.execute(
                select(models.Opening.role, models.Opening.level, models.Opening.title).where(models.Opening.id == id)
            ).first()
            if there is None:
                session.execute(insert(models.Opening).values(id=id, created_at=self._now(), **values))
            elif there._asdict() == values:
                return
            else:
                session.execute(update(models.Opening).where(models.Opening.id == id).values(values))
            self._log(session, actor, "remember_opening", {"opening": id, **values})

    def openings(self) -> list[Opening]:
        """By id."""
        columns = (getattr(models.Opening, name) for name in Opening.__dataclass_fields__)
        with self.reading() as session:
            found = [Opening(*row) for row in session.execute(select(*columns))]
        return sorted(found, key=lambda opening: opening.id)

    def give_kit(
        self,
        candidate: str,
        *,
        role: str,
        level: str,
        seed: int,
        questions: Sequence[Given],
        content: str,
        actor: str,
        opening: str | None = None,
    ) -> int:
        """Store a kit that the candidate is given. Returns: its number.

        content: the kit as JSON text; opening: the id of the one that the candidate is in for.
        Raises: Problems, naming each question that this candidate was given before; NotFoundError for the opening.
        """
        digest = self.digest(prose(content, "kit"))
        with self.writing() as session:
            kit, body = kits.give(
                session,
                key(candidate, "candidate"),
                role=key(role, "role"),
                level=key(level, "level"),
                seed=seed,
                questions=questions,
                content=content,
                opening=opening,
                now=self._now(),
            )
            self._log(session, actor, "give_kit", {**body, "content": digest})
        return kit

    def given_to(self, candidate: str) -> set[str]:
        """Ids of the questions that the candidate was ever given."""
        with self.reading() as session:
            return kits.given_to(session, key(candidate, "candidate"))

    def families_given_to(self, candidate: str) -> set[str]:
        """Families of the questions that the candidate was ever given."""
        with self.reading() as session:
            return kits.families_given_to(session, key(candidate, "candidate"))

    def recent_kits(self, *, most: int = 200) -> list[kits.Recent]:
        """The latest kits, the newest first."""
        with self.reading() as session:
            return kits.recent(session, most=most)

    def rated_answers(self) -> list[kits.RatedAnswer]:
        """Every rating of a round in which the candidate's kit has questions, once for each of these questions."""
        with self.reading() as session:
            return kits.rated(session)

    def times_given(self) -> dict[str, tuple[int, str]]:
        """Question -> how many candidates had it, and the date of the last time."""
        with self.reading() as session:
            return kits.times_given(session)

    def add_scorecards(
        self, cards: Sequence[Card], *, source: str, actor: str, replace: bool = False, reason: str = ""
    ) -> Added:
        """Store and seal all the cards, or none. A card that is there, or was, changes nothing, and is not logged.

        source: where they came from; replace: whether a different card for the same role, candidate, interviewer and
        interview takes the stored one's place, which is kept as an earlier version; reason: why, in a line.
        Raises: Problems, with each card that cannot be stored and why, or that differs from the stored one.
        """
        ready = additions.ready(cards, self._salt)
        why = key(reason, "reason", blank=True)
        with self.writing() as session:
            added, body = additions.add(
                session, ready, source=prose(source, "source"), replace=replace, reason=why, now=self._now()
            )
            if added.new or added.replaced:
                self._log(session, actor, seals.ADDED, body)
        return added

    def ratings(self, role: str | None = None, *, first: bool = False) -> list[RatingRow]:
        """Every rating in the normal form, in the order in which the cards came; a card that rates nothing has none.

        first: as each card was when it was first handed in, before any change.
        """
        with self.reading() as session:
            return scorecards.ratings(session, role, first=first)

    def changes(self, role: str | None = None) -> list[Change]:
        """What was changed on cards after they had been handed in, in the order in which that came about."""
        with self.reading() as session:
            return changed.changes(session, role)

    def shown(self, role: str, what: str, *, actor: str) -> bool:
        """Log that the role's ratings were shown: from now on, who changes a card may have seen the others'.

        what: in which form, such as `packet build`. Returns: whether that was logged; it is once after each card that
        came in or was changed, and not at all where the role has no card.
        """
        role, what = key(role, "role"), key(what, "form")
        with self.reading() as session:
            if not histories.to_be_logged(session, role):
                return False
        with self.writing() as session:
            # Again, behind the lock: somebody else may have been first.
            counts = histories.to_be_logged(session, role)
            if counts:
                self._log(session, actor, histories.SHOWN, {"role": role, "what": what, **counts})
        return bool(counts)

    def scorecards(self, role: str | None = None) -> list[ScorecardRow]:
        """Every card, in the order in which they came."""
        with self.reading() as session:
            return scorecards.scorecards(session, role)

    def forget_candidate(self, candidate: str, *, actor: str) -> Forgotten:
        """Delete the candidate with cards, ratings and kits; the log keeps digests and numbers that name nobody.

        SQLite overwrites what it deletes; PostgreSQL keeps it on disk until VACUUM, and backups keep it anyway.
        Raises: NotFoundError.
        """
        name = key(candidate, "candidate")
        digest = self.digest(name)
        with self.writing() as session:
            forgotten, numbers = people.forget(session, name)
            counts = {"scorecards": forgotten.scorecards, "ratings": forgotten.ratings, "kits": forgotten.kits}
            self._log(session, actor, seals.FORGOTTEN, {"candidate": digest, "cards": audit.runs(numbers), **counts})
        with failures.mendable(self._url):
            engine.empty_journal(self._engine)
        return forgotten

    def remember_severities(self, role: str, rows: Iterable[Evidence], *, actor: str, today: date) -> int:
        """Keep what the role's ratings say of its interviewers, in place of what was kept of that role before.

        rows: as of `Fit.evidence().itertuples()`; those that know nothing (no shared candidate) are left out.
        Returns: how many are kept. The same again changes nothing.
        """
        role = key(role, "role")
        rows = list(rows)
        with self.writing() as session:
            kept, new = ledger.remember(session, role, rows, today=today.isoformat())
            if new:
                self._log(session, actor, "remember_severities", {"role": role, "interviewers": kept})
        return kept

    def severities(self, *, besides: str | None = None) -> list[SeverityRow]:
        """What is kept of interviewers, by name and role; `besides`: the role to leave out."""
        with self.reading() as session:
            return ledger.severities(session, besides=besides)

    def forget_interviewer_severities(self, interviewer: str, *, actor: str) -> int:
        """Delete what is kept of how strict an interviewer is. Returns: how many rows. Raises: NotFoundError."""
        name = key(interviewer, "interviewer")
        digest = self.digest(name)
        with self.writing() as session:
            count = ledger.forget(session, name)
            self._log(session, actor, "forget_severities", {"interviewer": digest, "severities": count})
        with failures.mendable(self._url):
            engine.empty_journal(self._engine)
        return count

    def rewrite(self) -> bool:
        """Leave nothing deleted in a SQLite file; False if somebody was reading it, and some may be left.

        PostgreSQL is left to its administrator: VACUUM FULL locks the tables, and the log and the backups stay.
        """
        with failures.mendable(self._url):
            return engine.rewritten(self._engine)

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Session]:
        with failures.mendable(self._url), Session(engine, expire_on_commit=False) as session, session.begin():
            yield session

    def _log(self, session: Session, actor: str, action: str, body: Mapping[str, audit.Json]) -> None:
        audit.append(session, key(actor, "actor"), action, body, at=self._clock())

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat()

    @cached_property
    def _salt(self) -> str:
        with self.reading() as session:
            return session.execute(select(models.Setting.value).where(models.Setting.name == "salt")).scalar_one()
