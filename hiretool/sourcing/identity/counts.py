"""How often each part of a name occurs in a corpus, and how many people are expected to bear a name."""

from __future__ import annotations

import gzip
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hiretool import files
from hiretool.errors import DataError
from hiretool.sourcing.identity.spelling import Spelling, parts

_SCHEMA = 1
_FEWEST = 50
_LARGEST = 500_000_000
"""Bytes of a file, unpacked; that of 740,000 names has 8 MB."""


@dataclass(frozen=True, slots=True)
class NameCounts:
    """Counts over the distinct names of a corpus; a part that a table has none of counts once.

    Only the parts of the names at hand are looked up, so a corpus may keep the counts in a table of its own and hand
    over those that a shortlist needs.
    """

    names: int
    """Distinct names, of which spellings that differ in nothing but middle names are one."""
    firsts: Mapping[str, int]
    """First part -> names that begin with it."""
    lasts: Mapping[str, int]
    """Last part -> names that end with it."""
    middles: Mapping[str, int] = field(default_factory=dict)
    """What stands between -> spellings that have it."""
    papers: int = 0
    """Papers whose titles were counted; 0 if none were, and then titles tell nothing."""
    words: Mapping[str, int] = field(default_factory=dict)
    """Word -> titles that have it, of words that at least two have."""

    @classmethod
    def of(cls, names: Iterable[str]) -> NameCounts:
        """Counts over names as they are written; repeats do no harm."""
        distinct = {parts(name) for name in names}
        keys = {(first, last) for first, _, last in distinct if first}
        return cls(
            names=len(keys),
            firsts=Counter(first for first, _ in keys),
            lasts=Counter(last for _, last in keys),
            middles=Counter(middle for _, middle, _ in distinct if middle),
        )

    def expected(self, name: Spelling) -> float:
        """How many people of this corpus are expected to bear the name, were first and last names drawn apart.

        e = N_first N_last / N, times the share of names with the same middle name where there is one. It is an
        expected count, so a threshold on it means the same in a corpus of any size.
        Source: measured for this project on 81,482 OpenReview-labelled mentions, alone and among 751,241 arXiv papers.
        """
        if not name.key:
            return 0.0
        expected = self.firsts.get(name.first, 1) * self.lasts.get(name.last, 1) / self.out_of
        return expected * self.middles.get(name.middle, 1) / self.out_of if name.middle else expected

    @property
    def out_of(self) -> int:
        """Names that a share is taken of. A handful tells nothing, and of few people each name is taken for one."""
        return max(self.names, _FEWEST)

    def __add__(self, other: NameCounts) -> NameCounts:
        """Counts over both; a name that both have counts twice, so give to `of` only names that are new."""
        mine, theirs = self._tables, other._tables
        tables = {name: Counter(mine[name]) + Counter(theirs[name]) for name in mine}
        return NameCounts(names=self.names + other.names, papers=self.papers + other.papers, **tables)

    def part(self, names: Iterable[str]) -> NameCounts:
        """Only what these names need, which gives the same figures for them; all words of titles."""
        wanted = [parts(name) for name in names]
        needed = [{one[place] for one in wanted} for place in (0, 2, 1)] + [set(self.words)]
        tables = {
            name: {part: table[part] for part in sorted(some & table.keys())}
            for (name, table), some in zip(self._tables.items(), needed, strict=True)
        }
        return NameCounts(names=self.names, papers=self.papers, **tables)

    def save(self, path: Path, *, force: bool = True) -> None:
        """Write the counts as JSON, packed if the name ends in .gz. Raises: HiretoolError if it cannot be written."""
        content: dict[str, Any] = {"schema": _SCHEMA, "names": self.names, "papers": self.papers}
        content |= {name: dict(table) for name, table in self._tables.items()}
        raw = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        files.write(path, gzip.compress(raw, 6, mtime=0) if path.suffix == ".gz" else raw, force=force)

    @classmethod
    def load(cls, path: Path) -> NameCounts:
        """The counts that `save` wrote. Raises: DataError if the file holds none."""
        content = _read(path)
        if content.pop("schema", None) != _SCHEMA or content.keys() != {"names", "papers", *_TABLES}:
            raise DataError(path, "", "holds no counts of names; build them again")
        for name, value in content.items():
            if not (_is_table(value) if name in _TABLES else _is_count(value)):
                raise DataError(path, name, "expected counts from 0; build them again")
        return cls(**content)

    @property
    def _tables(self) -> dict[str, Mapping[str, int]]:
        return {"firsts": self.firsts, "lasts": self.lasts, "middles": self.middles, "words": self.words}


_TABLES = ("firsts", "lasts", "middles", "words")


def _read(path: Path) -> dict[str, Any]:
    raw = files.content(path, at_most=_LARGEST)
    try:
        content = json.loads(_unpacked(raw))
    except (ValueError, RecursionError, OSError, EOFError, zlib.error) as error:
        raise DataError(path, "", "holds no counts of names: it is not JSON, or broken off") from error
    return content if isinstance(content, dict) else {}


def _unpacked(raw: bytes) -> bytes:
    return gzip.decompress(raw) if raw.startswith(b"\x1f\x8b") else raw


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(map(_is_count, table.values()))
