"""A file of papers, however it is packed -> papers, one at a time, in constant memory."""

from __future__ import annotations

import importlib
import io
import os
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from hiretool.errors import DataError
from hiretool.sourcing import atom, oai, snapshot
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.query import Query
from hiretool.sourcing.query_terms import Needs
from hiretool.sourcing.words import fold

EXPECTED = (
    "expected Atom XML from arXiv's API, pages of its OAI-PMH, or its metadata snapshot as JSON lines"
    " (plain, .gz, .xz or .zst)"
)
LONGEST = 4 << 20
"""Bytes of a line; the longest of 261,877 real records has 124,308."""
_KEPT = 100
_HEAD = 1 << 16
_BUFFER = 1 << 20
_ROOT_WITHIN = 4096
"""Bytes before which a document's first tag has come."""

# First bytes -> module whose open() unpacks what follows, and what it raises on damaged files.
_PACKED = {
    b"\x1f\x8b": ("gzip", "BadGzipFile"),
    b"\xfd7zXZ\x00": ("lzma", "LZMAError"),
    b"\x28\xb5\x2f\xfd": ("compression.zstd", "ZstdError"),
}
_FOREIGN = {
    b"PK\x03\x04": "a ZIP archive; unpack it first",
    b"PAR1": "a Parquet file",
    b"%PDF": "a PDF",
    b"[": "one JSON array; write one record a line instead",
    b"\xff\xfe": "UTF-16 text; save it as UTF-8",
    b"\xfe\xff": "UTF-16 text; save it as UTF-8",
}

# A backslash (doubled in JSON) before an accent or before one or two letters: \\'e, \\"o, \\c{c}, \\ss.
_TEX_LETTER = re.compile(rb"""\\\\(?:['`^~=.]|\\"|[A-Za-z]{1,2}(?![A-Za-z]))""")


@dataclass(slots=True)
class Reading:
    """What was read and what was not; filled while `papers` runs."""

    read: int = 0
    """Records, with those that the query set aside before they were parsed."""
    bad: int = 0
    """Lines, or entries, that could not be used."""
    bad_lines: list[tuple[int, str]] = field(default_factory=list)
    """(line, from 1, and reason) of the first hundred of them."""

    def note(self, line: int, reason: str) -> None:
        """Count a bad line; say why, of the first hundred."""
        self.bad += 1
        if len(self.bad_lines) < _KEPT:
            self.bad_lines.append((line, reason))


def papers(path: Path | str, *, query: Query | None = None, report: Reading | None = None) -> Iterator[Paper]:
    """The papers in a file, or in standard input if `path` is "-"; what the file is, its first bytes say.

    query: spares the work on JSON lines that cannot match it. A paper that is given may still not match; none that
    matches is left out. Of a line set aside only the braces are checked.
    report: counts what was read, and each bad line with its reason; a bad line stops nothing.
    Raises: DataError if there is no such file, or not one record in it.
    """
    report = Reading() if report is None else report
    before, name = report.read, "standard input" if str(path) == "-" else str(path)
    with _opened(path, name) as (first, stream):
        if first.lstrip().startswith(b"<"):
            for line, _, found in _records_of_xml(first, stream):
                if isinstance(found, str):
                    report.note(line, found)
                else:
                    report.read += 1
                    yield found
        else:
            yield from _from_lines(stream, report, query.needs if query else ())
    if report.read == before:
        reason = "".join(f" (line {line}: {why})" for line, why in report.bad_lines[:1])
        raise DataError(name, "", f"not one record in it; {EXPECTED}{reason}")


def records(
    path: Path | str, *, position: int = 0, line: int = 0, told: Callable[[float], None] | None = None
) -> Iterator[tuple[int, int, Paper | str]]:
    """(line, bytes until its end, paper or why there is none) of each record of a file that is read whole.

    position, line: go on after these, where an earlier run stopped; of XML all is read again.
    told: is called now and then with the part of the file, 0..1, that has been read.
    Raises: as `papers`, save that a file without a record is none.
    """
    with _opened(path, "standard input" if str(path) == "-" else str(path), told) as (first, stream):
        if first.lstrip().startswith(b"<"):
            yield from _records_of_xml(first, stream)
            return
        # Read and not sought: what is packed, or comes on standard input, cannot be sought in.
        left = position
        while left and (skipped := stream.read(min(left, _BUFFER))):
            left -= len(skipped)
        try:
            for text in _lines(stream):
                line, position = line + 1, position + len(text)
                if text.strip():
                    yield line, position, _understood(text)
        except _damage() as error:
            yield line + 1, position, f"the file is damaged or breaks off here: {error}"


def _records_of_xml(first: bytes, stream: BinaryIO) -> Iterator[tuple[int, int, Paper | str]]:
    """Of an Atom feed, or of a page of OAI-PMH."""
    chunks, line = iter(lambda: stream.read(_HEAD), b""), 1
    try:
        if b"<OAI-PMH" in first[:_ROOT_WITHIN]:
            for line, paper in oai.papers(chunks):
                yield line, 0, paper if isinstance(paper, Paper) else str(paper)
            return
        feed = atom.Feed()
        for line, entry in feed.entries(chunks):
            try:
                yield line, 0, atom.paper(entry)
            except ValueError as error:
                yield line, 0, str(error)
    except _damage(ValueError) as error:
        yield line, 0, f"{error}; nothing after it was read"


def _understood(line: bytes) -> Paper | str:
    """The paper on a line, or what is wrong with it."""
    if len(line) > LONGEST:
        return f"longer than {LONGEST >> 20} MB"
    try:
        return snapshot.paper(line)
    except ValueError as error:
        return str(error)


def _from_lines(stream: BinaryIO, report: Reading, needs: Needs) -> Iterator[Paper]:
    number, understood = 0, False
    try:
        for number, line in enumerate(_lines(stream), 1):
            # Until one record was understood, the file may be of another kind: each line is looked at.
            if needs and understood and _cannot_match(line, needs):
                report.read += 1
                continue
            if not line.strip():
                continue
            found = _understood(line)
            if isinstance(found, str):
                report.note(number, found)
                continue
            report.read += 1
            understood = True
            yield found
    except _damage() as error:
        report.note(number + 1, f"the file is damaged or breaks off here: {error}")


def _cannot_match(line: bytes, needs: Needs) -> bool:
    """Whether a whole record lacks a word that every match has.

    To be sure, the words must stand in the line as they are: no \\u escape, no TeX that stands for a letter.
    """
    if not (line.startswith(b'{"') and line.rstrip().endswith(b"}")) or len(line) > LONGEST:
        return False
    if b"\\u" in line or (b"\\\\" in line and _TEX_LETTER.search(line)):
        return False
    try:
        folded = fold(line.decode())
    except UnicodeDecodeError:
        return False
    return not all(any(word in folded for word in group) for group in needs)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines; of one that is too long, its first LONGEST + 1 bytes."""
    while line := stream.readline(LONGEST + 1):
        yield line
        while len(line) > LONGEST and not line.endswith(b"\n"):
            line = stream.readline(LONGEST + 1)


@contextmanager
def _opened(
    path: Path | str, name: str, told: Callable[[float], None] | None = None
) -> Iterator[tuple[bytes, BinaryIO]]:
    """First bytes, and the stream from its beginning, unpacked. Raises: DataError if that cannot be."""
    if str(path) == "-":
        yield _unpacked(sys.stdin.buffer, name)
        return
    if Path(path).is_dir():
        raise DataError(name, "", f"a folder; {EXPECTED}")
    try:
        file = Path(path).open("rb")  # noqa: SIM115 - the with below closes it; an error in there is not one of opening
    except OSError as error:
        raise DataError(name, "", f"cannot be read: {error.strerror}") from error
    with file:
        # Told of the packed bytes: how many there will be when unpacked, nobody knows.
        yield _unpacked(io.BufferedReader(_Counting(file, told), _BUFFER) if told else file, name)


def _unpacked(stream: IO[bytes], name: str) -> tuple[bytes, BinaryIO]:
    first, whole = _head(stream)
    for magic, (module, _) in _PACKED.items():
        if first.startswith(magic):
            first, whole = _head_of_packed(module, whole, name)
            break
    for magic, kind in _FOREIGN.items():
        if first.lstrip().startswith(magic):
            raise DataError(name, "", f"{kind}; {EXPECTED}")
    if b"\x00" in first[:2] or first[:64].count(0) > 16:
        raise DataError(name, "", f"UTF-16 or binary, to judge by its zero bytes; {EXPECTED}")
    return first, whole


def _head_of_packed(module: str, packed: BinaryIO, name: str) -> tuple[bytes, BinaryIO]:
    try:
        unpacked = importlib.import_module(module).open(packed)
    except ImportError as error:
        raise DataError(
            name, "", f"packed in a way that this Python cannot read ({module}); unpack it first"
        ) from error
    try:
        return _head(unpacked)
    except _damage() as error:
        raise DataError(name, "", f"damaged, or cut off at its beginning: {error}") from error


def _head(stream: IO[bytes]) -> tuple[bytes, BinaryIO]:
    """First bytes without a byte-order mark, and the stream from its beginning: standard input cannot seek."""
    first = stream.read(_HEAD).removeprefix(b"\xef\xbb\xbf")
    return first, cast(BinaryIO, io.BufferedReader(_Rewound(first, stream), _BUFFER))


class _Counting(io.RawIOBase):
    """A file that tells how much of it was read."""

    def __init__(self, file: BinaryIO, told: Callable[[float], None]) -> None:
        self._file, self._told, self._read = file, told, 0
        self._size = max(os.fstat(file.fileno()).st_size, 1)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        chunk = self._file.read(len(buffer))
        buffer[: len(chunk)] = chunk
        self._read += len(chunk)
        self._told(min(self._read / self._size, 1.0))
        return len(chunk)


class _Rewound(io.RawIOBase):
    """A stream with bytes put back before it."""

    def __init__(self, first: bytes, rest: IO[bytes]) -> None:
        self._first, self._rest = first, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        size = len(buffer)
        chunk, self._first = self._first[:size] or self._rest.read(size), self._first[size:]
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _damage(*others: type[Exception]) -> tuple[type[Exception], ...]:
    """What a damaged file raises, in whichever of the modules were loaded to unpack it; and `others`."""
    loaded = [getattr(sys.modules[module], error) for module, error in _PACKED.values() if module in sys.modules]
    return (EOFError, OSError, zlib.error, *loaded, *others)
