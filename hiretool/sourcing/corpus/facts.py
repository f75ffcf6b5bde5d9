"""What a corpus knows beside its papers: lists of accepted papers, links to code, how often parts of names occur."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.repository import Repository

_ALL_AT_ONCE = 500
_ACCEPTANCE = "venue, year, title, authors, tier, acceptance.source, paper, track"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS acceptance(
    title_key TEXT, venue TEXT, year INTEGER, title TEXT, authors TEXT, tier TEXT, source TEXT,
    paper TEXT, track TEXT
);
CREATE INDEX IF NOT EXISTS acceptance_title ON acceptance(title_key);
CREATE INDEX IF NOT EXISTS acceptance_source ON acceptance(source);
CREATE TABLE IF NOT EXISTS accepted_by(name_key TEXT, position INTEGER, acceptance INTEGER);
CREATE INDEX IF NOT EXISTS accepted_by_name ON accepted_by(name_key);
CREATE TABLE IF NOT EXISTS part(kind TEXT, part TEXT, count INTEGER, PRIMARY KEY (kind, part)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS repository(
    paper TEXT, url TEXT, official INTEGER, stars INTEGER, forks INTEGER, pushed TEXT, framework TEXT, source TEXT,
    as_of TEXT, UNIQUE(paper, url, source)
);
"""


class Facts:
    """Tables in the corpus's database; nothing counts before the shelf's `commit`."""

    def __init__(self, database: sqlite3.Connection, begin: Callable[[], None]) -> None:
        """begin: opens the transaction, if none is open."""
        self._database, self._run, self._begin = database, database.execute, begin
        database.executescript(_SCHEMA)

    def forget_source(self, name: str) -> None:
        """What a file of lists or links had brought."""
        self._begin()
        old = "SELECT rowid FROM acceptance WHERE source = ?"
        self._run(f"DELETE FROM accepted_by WHERE acceptance IN ({old})", (name,))
        for table in ("acceptance", "repository"):
            self._run(f"DELETE FROM {table} WHERE source = ?", (name,))

    def accept(self, lines: Iterable[tuple[str, Acceptance, Sequence[str]]]) -> None:
        """(title key, line, key of each name)."""
        self._begin()
        for title_key, line, keys in lines:
            names = "\t".join(line.authors)
            values = (
                title_key, line.venue, line.year, line.title, names, line.tier, line.source, line.paper_id, line.track,
            )  # fmt: skip
            at = self._run("INSERT INTO acceptance VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values).lastrowid
            self._database.executemany(
                "INSERT INTO accepted_by VALUES (?, ?, ?)", [(key, place, at) for place, key in enumerate(keys)]
            )

    def acceptances(self, keys: Sequence[str]) -> dict[str, list[Acceptance]]:
        """Key of a name -> the lines that name it."""
        found = dict[str, list[Acceptance]]()
        for start in range(0, len(keys), _ALL_AT_ONCE):
            some = list(keys[start : start + _ALL_AT_ONCE])
            rows = self._run(
                f"SELECT name_key, {_ACCEPTANCE} FROM accepted_by"
                f" JOIN acceptance ON acceptance.rowid = accepted_by.acceptance WHERE name_key IN ({_marks(some)})",
                some,
            )
            for key, *line in rows:
                found.setdefault(key, []).append(_acceptance(line))
        return found

    def lists(self) -> Iterator[Acceptance]:
        """All lines of all lists."""
        yield from map(_acceptance, self._run(f"SELECT {_ACCEPTANCE} FROM acceptance ORDER BY rowid"))

    def unlist(self, names: Callable[[Paper], Sequence[str]]) -> None:
        """Take lines out that name somebody whose name is withheld; `names` as in `Corpus.withhold`."""
        self._begin()
        for at, title, authors, year in self._run("SELECT rowid, title, authors, year FROM acceptance").fetchall():
            signed = tuple(authors.split("\t"))
            day = date(year, 1, 1)
            if names(Paper("", None, title, "", signed, (), day, day, None, None, None)):
                self._run("DELETE FROM accepted_by WHERE acceptance = ?", (at,))
                self._run("DELETE FROM acceptance WHERE rowid = ?", (at,))

    def link(self, repositories: Iterable[Repository]) -> None:
        self._begin()
        self._database.executemany(
            "INSERT OR REPLACE INTO repository VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    one.paper_id, one.url, None if one.official is None else int(one.official), one.stars, one.forks,
                    one.pushed.isoformat() if one.pushed else None, one.framework, one.source,
                    one.as_of.isoformat() if one.as_of else None,
                )
                for one in repositories
            ],
        )  # fmt: skip

    def repositories(self, papers: Sequence[str] | None) -> list[Repository]:
        """Those of these papers, or all."""
        select = "SELECT paper, url, official, stars, forks, pushed, framework, source, as_of FROM repository"
        if papers is None:
            return [_repository(row) for row in self._run(f"{select} ORDER BY rowid")]
        found = list[Repository]()
        for start in range(0, len(papers), _ALL_AT_ONCE):
            some = list(papers[start : start + _ALL_AT_ONCE])
            rows = self._run(f"{select} WHERE paper IN ({_marks(some)}) ORDER BY rowid", some)
            found += [_repository(row) for row in rows]
        return found

    def totals(self) -> tuple[int, int]:
        """Lines of lists, links to code."""
        lines, links = (
            self._run(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("acceptance", "repository")
        )
        return lines, links

    def put_parts(self, tables: Mapping[str, Mapping[str, int]]) -> None:
        """Counts of parts by kind; those that occur once are not kept."""
        self.forget_parts()
        for kind, table in tables.items():
            self._database.executemany(
                "INSERT INTO part VALUES (?, ?, ?)", [(kind, part, count) for part, count in table.items() if count > 1]
            )

    def parts(self, kind: str, wanted: Iterable[str]) -> dict[str, int]:
        """Part -> count, of those that occur more than once."""
        parts, found = sorted(wanted), dict[str, int]()
        for start in range(0, len(parts), _ALL_AT_ONCE):
            some = parts[start : start + _ALL_AT_ONCE]
            found.update(
                self._run(f"SELECT part, count FROM part WHERE kind = ? AND part IN ({_marks(some)})", [kind, *some])
            )
        return found

    def forget_parts(self) -> None:
        """Before they are counted anew, or when a name was taken out."""
        self._begin()
        self._run("DELETE FROM part")


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _acceptance(row: Sequence[Any]) -> Acceptance:
    venue, year, title, authors, tier, source, paper, track = row
    return Acceptance(venue, year, title, tuple(authors.split("\t")), tier, source, paper, track)


def _repository(row: Sequence[object]) -> Repository:
    paper, url, official, stars, forks, pushed, framework, source, as_of = row
    return Repository(
        str(paper),
        str(url),
        None if official is None else bool(official),
        stars if isinstance(stars, int) else None,
        forks if isinstance(forks, int) else None,
        date.fromisoformat(str(pushed)) if pushed else None,
        str(framework),
        str(source),
        as_of=date.fromisoformat(str(as_of)) if as_of else None,
    )
