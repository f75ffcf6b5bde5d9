"""SQLite's FTS5: what every Python has; larger and slower than tantivy, and exact to the last word."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from hiretool.errors import HiretoolError
from hiretool.sourcing.corpus.engine import TITLE_WEIGHT, Matches, Signed, Text, fields_of
from hiretool.sourcing.query_terms import All, Category, Either, Node, Submitted, Words

_TEXTS = "ti, abs, co, jr, cat, day"
_WEIGHTS = f"{TITLE_WEIGHT}, 1.0, 1.0, 1.0, 0.0, 0.0"
# Letters and digits are words, as in words.words; texts come folded.
_TOKENS = "tokenize = \"unicode61 remove_diacritics 0 categories 'L* N*'\""
_ALL_AT_ONCE = 500


class Fts5:
    """See `engine.Engine`."""

    name = "fts5"

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / "words.db"
        self._database = sqlite3.connect(self._file, isolation_level=None)
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            self._database.close()
            raise HiretoolError(f"{self._file}: this index cannot be read ({error}); build the corpus again") from error

    def _prepare(self) -> None:
        run = self._database.execute
        # What is deleted is overwritten: names lie in it.
        run("PRAGMA secure_delete = ON")
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = NORMAL")
        run(f"CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5({_TEXTS}, {_TOKENS})")
        run(f"CREATE VIRTUAL TABLE IF NOT EXISTS names USING fts5(au, {_TOKENS}, detail = none)")
        run("CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab(texts, col)")
        run("CREATE TABLE IF NOT EXISTS signed(key TEXT, n INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID")
        run("CREATE INDEX IF NOT EXISTS signed_n ON signed(n)")

    def add(self, text: Text, signed: Signed) -> None:
        self._begin()
        run = self._database.execute
        categories = " ".join(map(_token, text.categories))
        columns = (
            text.n,
            text.ti,
            text.abs,
            text.co,
            text.jr,
            categories,
            " ".join(_day_tokens(date.fromordinal(text.day))),
        )
        run(f"INSERT INTO texts(rowid, {_TEXTS}) VALUES (?, ?, ?, ?, ?, ?, ?)", columns)
        self._sign(signed)

    def remove(self, n: int) -> None:
        self._begin()
        for table, column in (("texts", "rowid"), ("names", "rowid"), ("signed", "n")):
            self._database.execute(f"DELETE FROM {table} WHERE {column} = ?", (n,))

    def remove_from(self, n: int) -> None:
        self._begin()
        for table, column in (("texts", "rowid"), ("names", "rowid"), ("signed", "n")):
            self._database.execute(f"DELETE FROM {table} WHERE {column} >= ?", (n,))

    def commit(self) -> None:
        if self._database.in_transaction:
            self._database.execute("COMMIT")

    def close(self) -> None:
        self._database.close()

    def search(self, query: Node, limit: int | None) -> Matches:
        match = _match(query)
        if match is None:
            return Matches({}, 0)
        rows = self._database.execute(
            f"SELECT rowid, bm25(texts, {_WEIGHTS}) AS score FROM texts WHERE texts MATCH ? ORDER BY score LIMIT ?",
            (match, -1 if limit is None else limit),
        ).fetchall()
        total = len(rows)
        if limit is not None and total == limit:
            total = self._database.execute("SELECT count(*) FROM texts WHERE texts MATCH ?", (match,)).fetchone()[0]
        # FTS5 counts down: the best is the most negative.
        return Matches({n: -score for n, score in rows}, total)

    def signed_by(self, words: Iterable[tuple[str, bool]]) -> list[int]:
        match = " AND ".join(f'"{word}"' + "*" * open_ended for word, open_ended in words)
        rows = self._database.execute("SELECT rowid FROM names WHERE names MATCH ?", (match,))
        return sorted((n for (n,) in rows), reverse=True)

    def by_key(self, keys: Iterable[str], limit: int) -> list[int]:
        wanted, found = list(keys), set[int]()
        for start in range(0, len(wanted), _ALL_AT_ONCE):
            some = wanted[start : start + _ALL_AT_ONCE]
            rows = self._database.execute(f"SELECT n FROM signed WHERE key IN ({','.join('?' * len(some))})", some)
            found.update(n for (n,) in rows)
        return sorted(found, reverse=True)[:limit]

    def count_of(self, key: str) -> int:
        return int(self._database.execute("SELECT count(*) FROM signed WHERE key = ?", (key,)).fetchone()[0])

    def titles_with(self, words: Iterable[str]) -> dict[str, int]:
        found = dict[str, int]()
        for word in words:
            row = self._database.execute("SELECT doc FROM vocabulary WHERE term = ? AND col = 'ti'", (word,)).fetchone()
            found[word] = row[0] if row else 0
        return found

    def name_keys(self) -> Iterator[str]:
        yield from (key for (key,) in self._database.execute("SELECT DISTINCT key FROM signed"))

    def rewrite_names(self, signed: Iterable[Signed]) -> None:
        self._begin()
        for table in ("names", "signed"):
            self._database.execute(f"DELETE FROM {table}")
        for one in signed:
            self._sign(one)
        # Until then, FTS5 keeps what was deleted in its older segments.
        self._database.execute("INSERT INTO names(names) VALUES ('optimize')")
        self.commit()
        self._database.execute("VACUUM")
        self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def count(self) -> int:
        return int(self._database.execute("SELECT count(*) FROM texts").fetchone()[0])

    def _begin(self) -> None:
        if not self._database.in_transaction:
            try:
                self._database.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                raise HiretoolError(f"{self._file}: another process is writing to this corpus ({error})") from error

    def _sign(self, signed: Signed) -> None:
        self._database.execute(
            "INSERT INTO names(rowid, au) VALUES (?, ?)", (signed.n, " ".join([*signed.keys, *signed.middle]))
        )
        self._database.executemany(
            "INSERT OR IGNORE INTO signed VALUES (?, ?)", [(key, signed.n) for key in signed.keys]
        )


def _match(node: Node) -> str | None:
    """The query in FTS5's language; None where nothing can match."""
    match node:
        case Words():
            phrase = " ".join(node.words)
            return f'{{{" ".join(fields_of(node.field))}}} : "{phrase}"' + " *" * node.open_ended
        case Category(name):
            open_ended = name.endswith("*")
            return f'{{cat}} : "{_token(name.lower().rstrip("*"), open_ended)}"' + " *" * open_ended
        case Submitted(since, until):
            spans = " OR ".join(f'"{token}"' for token in _spans(since, until))
            return f"{{day}} : ({spans})" if spans else None
        case All(parts, without):
            wanted = [_match(part) for part in parts]
            if None in wanted:
                return None
            unwanted = [found for part in without if (found := _match(part))]
            both = " AND ".join(f"({part})" for part in wanted)
            return f"({both})" + "".join(f" NOT ({part})" for part in unwanted)
        case Either(parts):
            return " OR ".join(f"({found})" for part in parts if (found := _match(part))) or None
    raise TypeError(type(node))


def _token(category: str, open_ended: bool = False) -> str:
    """A category as one word: cs.LG -> cs1lg9. The last 9 keeps cs.L from being found in cs.LG."""
    return category.replace(".", "1").replace("-", "2") + "9" * (not open_ended)


def _day_tokens(day: date) -> tuple[str, str, str]:
    return f"y{day.year}", f"m{day:%Y%m}", f"d{day:%Y%m%d}"


def _spans(since: date, until: date) -> Iterator[str]:
    """The fewest years, months and days that cover the days from one to another, both included."""
    # arXiv began in 1991, and a day out of the calendar's range cannot be counted on from.
    day, until = max(since, date(1900, 1, 1)), min(until, date(2200, 12, 31))
    while day <= until:
        next_year, next_month = date(day.year + 1, 1, 1), date(day.year + day.month // 12, day.month % 12 + 1, 1)
        if day.month == day.day == 1 and next_year <= until + timedelta(1):
            yield f"y{day.year}"
            day = next_year
        elif day.day == 1 and next_month <= until + timedelta(1):
            yield f"m{day:%Y%m}"
            day = next_month
        else:
            yield f"d{day:%Y%m%d}"
            day += timedelta(1)
