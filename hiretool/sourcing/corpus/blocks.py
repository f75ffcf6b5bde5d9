"""Records of papers in compressed blocks: all that is shown of a paper, in about 90 bytes."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from hiretool.sourcing.paper import WITHHELD, Paper
from hiretool.sourcing.signals.code import links

SIZE = 16
"""Records a block: one is unpacked to read one record. With 32, records take 5 bytes less and half as long again."""
DICTIONARY = 1 << 15
"""Bytes that zlib can look back to; the corpus's first records, so that each block begins with their words known."""

# No text of a paper holds them, see texts.plain.
_FIELD, _ROW, _NAME = "\x1e", "\n", "\t"
_HOSTS = ("github", "gitlab", "bitbucket", "codeberg", "huggingface")


class Record(NamedTuple):
    """A paper as the corpus keeps it: without its abstract, of which only the addresses of code are kept."""

    id: str
    title: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    submitted: date
    updated: date
    versions: int | None
    comment: str | None
    journal_ref: str | None
    doi: str | None
    code: tuple[str, ...]
    """Addresses of repositories in the abstract or the comment."""

    def paper(self) -> Paper:
        """The paper; its abstract is no more than the addresses of code in it."""
        return Paper(
            self.id, self.versions, self.title, " ".join(self.code), self.authors, self.categories, self.submitted,
            self.updated, self.comment, self.journal_ref, self.doi,
        )  # fmt: skip

    def digest(self) -> int:
        """64 bits that tell this record from any other."""
        return digest(self.row())

    def row(self) -> str:
        """All of it as one line."""
        return _FIELD.join(_fields(self))

    def without(self, names: Sequence[str]) -> Record:
        """The record with these author names withheld, as they are spelled."""
        hidden = set(names)
        comment = self.comment
        for name in hidden & set(self.authors):
            comment = comment.replace(name, WITHHELD) if comment else comment
        return self._replace(
            authors=tuple(WITHHELD if name in hidden else name for name in self.authors), comment=comment
        )


def record(paper: Paper) -> Record:
    """What is kept of the paper."""
    # To look for the names first spares the pattern on nine texts of ten.
    text = f"{paper.abstract} {paper.comment or ''}".lower()
    named = tuple(links(paper)) if any(host in text for host in _HOSTS) else ()
    return Record(
        paper.id, paper.title, paper.authors, paper.categories, paper.submitted, paper.updated, paper.versions,
        paper.comment, paper.journal_ref, paper.doi, named,
    )  # fmt: skip


def digest(row: str) -> int:
    """64 bits that tell a record from any other, of its row."""
    return int.from_bytes(blake2b(row.encode(), digest_size=8).digest(), "little")


def packed(rows: Sequence[str], dictionary: bytes) -> bytes:
    """A block of at most SIZE rows."""
    packer = zlib.compressobj(6, zdict=dictionary) if dictionary else zlib.compressobj(6)
    return packer.compress(_ROW.join(rows).encode()) + packer.flush()


def read(row: str) -> Record:
    """The record of a row."""
    return _record(row.split(_FIELD))


def unpacked(block: bytes, dictionary: bytes) -> list[Record]:
    """The records of a block."""
    return [_record(row.split(_FIELD)) for row in _rows(block, dictionary)]


def one(block: bytes, place: int, dictionary: bytes) -> Record:
    """The record at a place of a block; the others are not taken apart."""
    return _record(_rows(block, dictionary)[place].split(_FIELD))


def dictionary(records: Sequence[Record]) -> bytes:
    """What blocks are packed with, made of a corpus's first records."""
    # Without names, which must leave no trace when they are withheld; they would be in it as they are.
    nameless = [record._replace(authors=("",), comment=None) for record in records]
    return _ROW.join([record.row() for record in nameless]).encode()[-DICTIONARY:]


def _rows(block: bytes, dictionary: bytes) -> list[str]:
    unpacker = zlib.decompressobj(zdict=dictionary) if dictionary else zlib.decompressobj()
    return unpacker.decompress(block).decode().split(_ROW)


def _fields(record: Record) -> tuple[str, ...]:
    return (
        record.id,
        record.title,
        _NAME.join(record.authors),
        " ".join(record.categories),
        str(record.submitted.toordinal()),
        str((record.updated - record.submitted).days),
        str(record.versions or ""),
        record.comment or "",
        record.journal_ref or "",
        record.doi or "",
        " ".join(record.code),
    )


def _record(row: Sequence[str]) -> Record:
    id, title, authors, categories, submitted, later, versions, comment, journal_ref, doi, code = row
    first = int(submitted)
    return Record(
        id,
        title,
        tuple(authors.split(_NAME)),
        tuple(categories.split()),
        date.fromordinal(first),
        date.fromordinal(first + int(later)),
        int(versions) if versions else None,
        comment or None,
        journal_ref or None,
        doi or None,
        tuple(code.split()),
    )
