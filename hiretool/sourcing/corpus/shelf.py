"""The corpus's database: records, and how far each source was read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hiretool.errors import HiretoolError
from hiretool.sourcing.corpus import blocks
from hiretool.sourcing.corpus.blocks import Record
from hiretool.sourcing.corpus.facts import Facts
from hiretool.sourcing.corpus.numbers import number
from hiretool.sourcing.corpus.place import DATABASE

VERSION = "1"
_ALL_AT_ONCE = 500
_BITS = (1 << 64) - 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS block(number INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS paper(number INTEGER PRIMARY KEY, n INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS source(
    name TEXT PRIMARY KEY, kind TEXT, mark TEXT, position INTEGER, lines INTEGER, records INTEGER, bad INTEGER,
    finished INTEGER, at TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bad(source TEXT, line INTEGER, reason TEXT);
"""


@dataclass(frozen=True, slots=True)
class Source:
    """How far a source was read."""

    name: str
    kind: str
    mark: str
    """What tells this file from another of the same name, or the last datestamp of a harvest."""
    position: int
    """Bytes read, unpacked."""
    lines: int
    records: int
    bad: int
    finished: bool
    at: str
    """When it was last read (ISO, UTC)."""


class Shelf:
    """Nothing counts before `commit`; a process that is killed leaves what was committed last.

    Raises: HiretoolError if the file is no corpus, or of another version.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / DATABASE
        self._database = sqlite3.connect(self._file, isolation_level=None)
        self._run = self._database.execute
        try:
            # Names lie in it: what is deleted is overwritten. Blocks of 3 kB fill large pages better than small ones.
            for pragma in (
                "page_size = 32768",
                "secure_delete = ON",
                "journal_mode = WAL",
                "synchronous = NORMAL",
                "cache_size = -16384",
            ):
                self._run(f"PRAGMA {pragma}")
            self._database.executescript(_SCHEMA)
            self.facts = Facts(self._database, self._begin)
            self._meta = dict[str, str](self._run("SELECT name, value FROM meta"))
        except sqlite3.DatabaseError as error:
            self._database.close()
            raise HiretoolError(f"{self._file}: not a corpus ({error})") from error
        if (version := self._meta.setdefault("version", VERSION)) != VERSION:
            self._database.close()
            raise HiretoolError(f"{self._file}: a corpus of version {version}; this hiretool reads version {VERSION}")
        self._stored = dict(self._meta) if self._run("SELECT 1 FROM meta LIMIT 1").fetchone() else {}
        self._open: list[str] = []
        self._dictionary = self._blob("dictionary")
        self._first = self.next // blocks.SIZE

    # Settings and sums.

    def get(self, name: str, default: str = "") -> str:
        return self._meta.get(name, default)

    def set(self, name: str, value: str) -> None:
        self._meta[name] = value

    @property
    def next(self) -> int:
        """The number that the next paper gets."""
        return int(self._meta.get("next", 0))

    @property
    def digest(self) -> int:
        """Sum of the digests of all records, modulo 2^64: the same whatever the order in which they came."""
        return int(self._meta.get("digest", 0))

    def count(self) -> int:
        return int(self._run("SELECT count(*) FROM paper").fetchone()[0])

    # Records.

    def known(self, ids: Sequence[str]) -> dict[int, int]:
        """Number of the id -> number of the paper, for those that there are."""
        numbers = list(map(number, ids))
        found = dict[int, int]()
        for start in range(0, len(numbers), _ALL_AT_ONCE):
            some = numbers[start : start + _ALL_AT_ONCE]
            found.update(self._run(f"SELECT number, n FROM paper WHERE number IN ({_marks(some)})", some))
        return found

    def add(self, records: Sequence[Record]) -> range:
        """Put records on the shelf; returns their numbers. A paper of the same id is replaced by the newer record."""
        self._begin()
        start = self.next
        if not self._dictionary and not start:
            self._dictionary = blocks.dictionary(records)
            self._put_blob("dictionary", self._dictionary)
        self._database.executemany(
            "INSERT OR REPLACE INTO paper VALUES (?, ?)",
            [(number(record.id), n) for n, record in enumerate(records, start)],
        )
        rows = [record.row() for record in records]
        self._open += rows
        while len(self._open) >= blocks.SIZE:
            self._close_block()
        self._meta["next"] = str(start + len(records))
        self._meta["digest"] = str((self.digest + sum(map(blocks.digest, rows))) & _BITS)
        return range(start, start + len(records))

    def forget_digests(self, records: Iterable[Record]) -> None:
        """Take records that were replaced out of the sum."""
        self._sum(records, -1)

    def take(self, numbers: Iterable[int]) -> dict[int, Record]:
        """The records of these numbers; of those that are not there, none. In no order."""
        wanted = dict[int, list[int]]()
        for n in numbers:
            wanted.setdefault(n // blocks.SIZE, []).append(n % blocks.SIZE)
        found = dict[int, Record]()
        stored = self._blocks(sorted(wanted))
        for block, places in wanted.items():
            base = block * blocks.SIZE
            if block not in stored:
                first = self._first * blocks.SIZE
                known = range(len(self._open))
                open_rows = ((base + at, self._open[base + at - first]) for at in places if base + at - first in known)
                found.update((n, blocks.read(row)) for n, row in open_rows)
            elif len(places) == 1:
                found[base + places[0]] = blocks.one(stored[block], places[0], self._dictionary)
            else:
                records = blocks.unpacked(stored[block], self._dictionary)
                found.update((base + at, records[at]) for at in places)
        return found

    def _blocks(self, numbers: Sequence[int]) -> dict[int, bytes]:
        found = dict[int, bytes]()
        for start in range(0, len(numbers), _ALL_AT_ONCE):
            some = numbers[start : start + _ALL_AT_ONCE]
            found.update(self._run(f"SELECT number, data FROM block WHERE number IN ({_marks(some)})", some))
        return found

    def all(self) -> Iterator[tuple[int, Record]]:
        """Each record that was not replaced, with its number, in order."""
        live = sorted(n for (n,) in self._run("SELECT n FROM paper")) if self._replaced() else None
        cursor, at = self._database.execute("SELECT number, data FROM block ORDER BY number"), 0
        for block, data in cursor:
            for place, record in enumerate(blocks.unpacked(data, self._dictionary)):
                n = block * blocks.SIZE + place
                if live is not None:
                    if at == len(live) or live[at] != n:
                        continue
                    at += 1
                yield n, record

    def rewrite(self, changed: Mapping[int, Record]) -> None:
        """Put other records in the place of some; their ids stay."""
        self._begin()
        for block in sorted({n // blocks.SIZE for n in changed}):
            row = self._run("SELECT data FROM block WHERE number = ?", (block,)).fetchone()
            records = blocks.unpacked(row[0], self._dictionary)
            old = list(records)
            for place in range(len(records)):
                records[place] = changed.get(block * blocks.SIZE + place, records[place])
            self._sum(old, -1)
            self._sum(records, 1)
            self._run(
                "UPDATE block SET data = ? WHERE number = ?",
                (blocks.packed([record.row() for record in records], self._dictionary), block),
            )

    def drop(self, numbers: Iterable[int]) -> None:
        """Let papers go, by the numbers of their ids; their records stay in their blocks, unseen."""
        self._begin()
        for one in numbers:
            row = self._run("SELECT n FROM paper WHERE number = ?", (one,)).fetchone()
            self._sum(self.take([row[0]]).values() if row else [], -1)
            self._run("DELETE FROM paper WHERE number = ?", (one,))
        self._meta["replaced"] = "yes"

    def sample(self, every: int) -> Iterator[Record]:
        """The records of every so many blocks, also those that were replaced."""
        for (data,) in self._run("SELECT data FROM block WHERE number % ? = 0", (every,)):
            yield from blocks.unpacked(data, self._dictionary)

    # Sources.

    def source(self, name: str) -> Source | None:
        row = self._run("SELECT * FROM source WHERE name = ?", (name,)).fetchone()
        return _source(row) if row else None

    def sources(self) -> list[Source]:
        return [_source(row) for row in self._run("SELECT * FROM source ORDER BY at, name")]

    def stand(self, source: Source) -> None:
        """Remember how far a source was read."""
        self._begin()
        values = (
            source.name, source.kind, source.mark, source.position, source.lines, source.records, source.bad,
            int(source.finished), source.at,
        )  # fmt: skip
        self._run("INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)

    def note(self, source: str, bad: Iterable[tuple[int, str]]) -> None:
        self._begin()
        self._database.executemany("INSERT INTO bad VALUES (?, ?, ?)", [(source, *one) for one in bad])

    def bad(self) -> Iterator[tuple[str, int, str]]:
        """(source, line, reason) of each line that could not be used."""
        yield from self._run("SELECT source, line, reason FROM bad ORDER BY source, line")

    def forget_source(self, name: str) -> None:
        """Before a file of lists or links is read anew."""
        self._begin()
        self._run("DELETE FROM bad WHERE source = ?", (name,))
        self.facts.forget_source(name)

    # Ends.

    def commit(self) -> None:
        """Close the block, full or not: the next one begins after it."""
        self._begin()
        if self._open:
            self._meta["next"] = str(self.next + blocks.SIZE - len(self._open))
            self._close_block()
        changed = [(name, value) for name, value in self._meta.items() if self._stored.get(name) != value]
        self._database.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", changed)
        self._stored = dict(self._meta)
        self._run("COMMIT")

    def compact(self) -> None:
        """Leave nothing of what was deleted, in the file or its log."""
        self._run("VACUUM")
        self._run("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        with suppress(sqlite3.OperationalError):
            self._run("PRAGMA wal_checkpoint(TRUNCATE)")
        self._database.close()

    def _begin(self) -> None:
        if not self._database.in_transaction:
            try:
                self._run("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                raise HiretoolError(f"{self._file}: another process is writing to this corpus ({error})") from error

    def _close_block(self) -> None:
        full, self._open = self._open[: blocks.SIZE], self._open[blocks.SIZE :]
        self._run("INSERT INTO block VALUES (?, ?)", (self._first, blocks.packed(full, self._dictionary)))
        self._first += 1

    def _sum(self, records: Iterable[Record], sign: int) -> None:
        self._meta["digest"] = str((self.digest + sign * sum(record.digest() for record in records)) & _BITS)

    def _replaced(self) -> bool:
        return self.get("replaced") == "yes"

    def _blob(self, name: str) -> bytes:
        row = self._run("SELECT value FROM meta WHERE name = ?", (f"{name}.bytes",)).fetchone()
        self._meta.pop(f"{name}.bytes", None)
        return row[0] if row else b""

    def _put_blob(self, name: str, data: bytes) -> None:
        self._run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (f"{name}.bytes", data))


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _source(row: Sequence[Any]) -> Source:
    name, kind, mark, position, lines, records, bad, finished, at = row
    return Source(name, kind, mark, position, lines, records, bad, bool(finished), at)
