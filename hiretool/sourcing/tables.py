"""A table, as CSV, TSV, JSON, JSON lines or Parquet, packed or not -> its rows, one at a time."""

from __future__ import annotations

import codecs
import csv
import importlib
import io
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from hiretool.errors import DataError, HiretoolError
from hiretool.sourcing.files import Reading

EXPECTED = "expected a table as CSV, TSV, JSON, JSON lines or Parquet (the first four also as .gz or .xz)"
LONGEST = 4 << 20
"""Bytes of a line, or of one JSON record."""
_CHUNK = 1 << 16
_ROWS = 10_000
_PACKED = {b"\x1f\x8b": "gzip", b"\xfd7zXZ\x00": "lzma", b"\x28\xb5\x2f\xfd": "compression.zstd"}
_FOREIGN = {
    b"PK\x03\x04": "a ZIP archive or a spreadsheet; unpack it, or save it as CSV",
    b"%PDF": "a PDF",
    b"<": "HTML or XML",
    b"\xff\xfe": "UTF-16 text; save it as UTF-8",
    b"\xfe\xff": "UTF-16 text; save it as UTF-8",
}

Row = Mapping[str, Any]
"""Column, as the file writes it -> text, number, list, or None where the cell is empty."""


def rows(path: Path | str, report: Reading) -> Iterator[tuple[int, Row]]:
    """(line, or number of the record in a JSON array or Parquet file, from 1; row) of each row.

    report: told of lines that are no rows, with the reason; they stop nothing. What is read is counted by the caller.
    Raises: DataError if there is no such file or it is no table; HiretoolError if it is Parquet and pyarrow is missing.
    """
    path = Path(path)
    if path.is_dir():
        raise DataError(path, "", f"a folder; {EXPECTED}")
    try:
        with path.open("rb") as file:
            parquet = file.read(4) == b"PAR1"
    except OSError as error:
        raise DataError(path, "", f"cannot be read: {error.strerror}") from error
    yield from _from_parquet(path) if parquet else _from_text(path, report)


def _from_text(path: Path, report: Reading) -> Iterator[tuple[int, Row]]:
    with _unpacked(path) as stream:
        try:
            head = stream.peek(_CHUNK)[:_CHUNK]
        except (OSError, EOFError, zlib.error, ValueError) as error:
            raise DataError(path, "", f"damaged, or cut off at its beginning: {error}") from error
        first = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        for magic, kind in _FOREIGN.items():
            if first.startswith(magic):
                raise DataError(path, "", f"{kind}; {EXPECTED}")
        if 0 in head[:64]:
            raise DataError(path, "", f"UTF-16 or binary, to judge by its zero bytes; {EXPECTED}")
        if first.startswith(b"["):
            yield from _from_array(stream, report)
        elif first.startswith(b"{"):
            yield from _from_json_lines(stream, report)
        else:
            yield from _from_csv(stream, path, report)


def _from_json_lines(stream: BinaryIO, report: Reading) -> Iterator[tuple[int, Row]]:
    for number, line in _lines(stream, report):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            report.note(number, f"not JSON: {error}")
            continue
        if isinstance(row, dict):
            yield number, row
        else:
            report.note(number, f"expected a record in braces, got {type(row).__name__}")


def _from_array(stream: BinaryIO, report: Reading) -> Iterator[tuple[int, Row]]:
    """Records of one JSON array, in constant memory."""
    chunks, decoder = _decoded(stream), json.JSONDecoder()
    number, buffer = 0, next(chunks, "").lstrip().removeprefix("[")
    while True:
        buffer = buffer.lstrip(" \t\r\n,")
        if buffer.startswith("]"):
            return
        try:
            row, end = decoder.raw_decode(buffer)
        except (ValueError, RecursionError) as error:
            row, end, reason = None, 0, str(error)
        # What is no object may go on in the next chunk: 12 of 123.
        if not isinstance(row, dict) and (not end or end == len(buffer)):
            if len(buffer) <= LONGEST and (more := next(chunks, "")):
                buffer += more
                continue
            if not end:
                why = f"longer than {LONGEST >> 20} MB" if len(buffer) > LONGEST else f"cut off or broken: {reason}"
                report.note(number + 1, f"record {number + 1} is {why}; nothing after it was read")
                return
        number, buffer = number + 1, buffer[end:]
        if isinstance(row, dict):
            yield number, row
        else:
            report.note(number, f"expected a record in braces, got {type(row).__name__}")


def _decoded(stream: BinaryIO) -> Iterator[str]:
    """Text in pieces, none of them empty; it ends where the file is damaged."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    try:
        while data := stream.read(_CHUNK):
            if text := decoder.decode(data):
                yield text
    except (OSError, EOFError, zlib.error, ValueError):
        return


def _from_csv(stream: BinaryIO, path: Path, report: Reading) -> Iterator[tuple[int, Row]]:
    lines = _lines(stream, report)
    first = next(lines, None)
    if first is None:
        raise DataError(path, "", f"empty; {EXPECTED}")
    tab = first[1].count("\t") > first[1].count(",")
    semicolon = not tab and "," not in first[1] and ";" in first[1]
    reader = csv.reader(
        (line for _, line in chain([first], lines)), delimiter="\t" if tab else ";" if semicolon else ",", strict=False
    )
    columns: Sequence[str] = [name.strip() for name in next(reader)]
    if len(columns) < 2:
        raise DataError(path, 1, f"one column only, {columns[0][:60]!r}; {EXPECTED} with a heading line")
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            report.note(reader.line_num, f"not a line of CSV: {error}")
            continue
        if len(cells) > len(columns):
            report.note(reader.line_num, f"{len(cells)} cells, but {len(columns)} columns in the heading")
        elif any(cells):
            yield reader.line_num, {name: cell or None for name, cell in zip(columns, cells, strict=False)}


def _lines(stream: BinaryIO, report: Reading) -> Iterator[tuple[int, str]]:
    """(number, text) of each line that is not blank; one that is too long, or not UTF-8, is noted and left out."""
    number = 0
    try:
        while line := stream.readline(LONGEST + 1):
            number += 1
            if len(line) > LONGEST:
                while not line.endswith(b"\n") and (line := stream.readline(LONGEST)):
                    pass
                report.note(number, f"longer than {LONGEST >> 20} MB")
                continue
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                report.note(number, f"not UTF-8 at byte {error.start}; save the file as UTF-8")
                continue
            if text.strip():
                yield number, text
    except (OSError, EOFError, zlib.error, ValueError) as error:
        report.note(number + 1, f"the file is damaged or breaks off here: {error}")


def _from_parquet(path: Path) -> Iterator[tuple[int, Row]]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise HiretoolError(f"{path}: a Parquet file; to read it: pip install 'hiretool[corpus]'") from error
    try:
        with ParquetFile(path) as file:
            number = 0
            for batch in file.iter_batches(batch_size=_ROWS):
                for row in batch.to_pylist():
                    number += 1
                    yield number, row
    except (ArrowException, OSError) as error:
        raise DataError(path, "", f"a damaged Parquet file: {error}") from error


@contextmanager
def _unpacked(path: Path) -> Iterator[io.BufferedReader]:
    with path.open("rb") as file:
        module = next((module for magic, module in _PACKED.items() if file.peek(8).startswith(magic)), None)
        if module is None:
            yield file
            return
        try:
            opened: IO[bytes] = importlib.import_module(module).open(file)
        except ImportError as error:
            raise DataError(path, "", f"packed in a way that this Python cannot read ({module}); unpack it") from error
        with opened, io.BufferedReader(cast(Any, opened), _CHUNK) as buffered:
            yield buffered


class Columns:
    """Which column of a file holds what; found by the names that such files use, or said by the user."""

    def __init__(self, known: Mapping[str, Sequence[str]], mapping: Mapping[str, str] | None = None) -> None:
        """known: what is wanted -> names of columns that hold it; mapping: what is wanted -> the column here.

        Raises: HiretoolError if `mapping` names something that is not wanted.
        """
        for wanted in mapping or {}:
            if wanted not in known:
                raise HiretoolError(f"mapping: no field {wanted!r}; there are {', '.join(known)}")
        self._known = {wanted: tuple(map(_plain, names)) for wanted, names in known.items()}
        self._said = dict(mapping or {})
        self._seen: dict[tuple[str, ...], dict[str, str]] = {}

    def read(self, row: Row) -> dict[str, Any]:
        """Value by what is wanted; None where there is no such column, or an empty cell."""
        return {wanted: row.get(name) for wanted, name in self._names(tuple(row)).items()}

    def _names(self, names: tuple[str, ...]) -> dict[str, str]:
        if names not in self._seen:
            plain = {_plain(name): name for name in reversed(names)}
            found = {
                wanted: next((plain[name] for name in known if name in plain), "")
                for wanted, known in self._known.items()
            }
            # JSON lines may leave out what is empty, so that one file has many sets of columns.
            if len(self._seen) > 1000:
                self._seen.clear()
            self._seen[names] = found | self._said
        return self._seen[names]


def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "_").replace("-", "_")


def text_of(value: Any) -> str:
    """A cell as text on one line; "" for an empty one, and for what pandas writes in its place."""
    text = " ".join(str(value).split()) if value is not None and not isinstance(value, (dict, list)) else ""
    return "" if text.lower() in ("nan", "none", "null") else text
