"""A very large CSV -> the same ratings that it gives row by row, a block of its bytes at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from hiretool import files
from hiretool.errors import DataError
from hiretool.model import COLUMNS
from hiretool.scoring import rowwise, source
from hiretool.scoring._columns_of_codes import NO_NUMBER, Codes, Column
from hiretool.scoring._repeats import apart

if TYPE_CHECKING:
    import pandas as pd

ABOVE_BYTES = 500_000
"""About 7,000 rows; fewer are read one by one in 0.1 s."""
AT_MOST_BYTES = 2_000_000_000
BLOCK_BYTES = 8_000_000
"""So that what has to be read row by row after all, for one row of its block, needs little time and memory."""
CATEGORIES_ABOVE_ROWS = 1_000_000
"""Texts of a longer frame are pandas categories: a pointer for each cell would fill the memory."""

_QUOTE = ord('"')


class Doubt(Exception):
    """The file is not plain enough to be cut into blocks; only a reader that begins at its start can tell."""


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    end: int
    first: int
    """Number of its first row in the file."""


@dataclass(slots=True)
class _File:
    path: Path
    raw: bytes
    separator: str
    found: rowwise.Checked
    blocks: list[_Block] = field(default_factory=list)

    def rows(self, block: _Block) -> list[list[str]]:
        try:
            return list(source.cells(_decoded(self, block.start, block.end), self.separator))
        except csv.Error as error:
            raise Doubt from error

    def cells(self, numbers: set[int]) -> dict[int, list[str]]:
        """The rows of some numbers as they stand in the file."""
        wanted: dict[int, list[str]] = {}
        for place, block in enumerate(self.blocks):
            end = self.blocks[place + 1].first if place + 1 < len(self.blocks) else max(numbers, default=0) + 1
            if mine := [number for number in numbers if block.first <= number < end]:
                rows = self.rows(block)
                wanted |= {number: rows[number - block.first] for number in mine}
        return wanted


def reading(path: Path, raw: bytes) -> tuple[rowwise.Checked, pd.DataFrame]:
    """What `rowwise` makes of the file: what was checked, and the frame of the good rows.

    Where a block of the file holds a row that is not good, or not plain, that block is read row by row.
    Raises: Doubt, where nothing but the whole file row by row will do; DataError or Problems as the row-by-row way.
    """
    file, place, number = _begun(path, raw)
    codes = Codes(file.found)
    for start, end in _blocks(raw, place):
        block = _Block(start, end, number)
        file.blocks.append(block)
        number += _taken(file, block, codes)
    if not len(codes) and not file.found.rejected:
        raise rowwise.nothing(path, file.found.untouched)
    frame = codes.frame(categories=len(codes) > CATEGORIES_ABOVE_ROWS)
    return file.found, apart(frame, codes, file.found, file.cells)


def _begun(path: Path, raw: bytes) -> tuple[_File, int, int]:
    """The file with its header read, where its rows begin, and the number of the first of them."""
    if raw.startswith(files.UTF16) or (b"\r" in raw and raw.count(b"\r") != raw.count(b"\r\n")):
        raise Doubt
    start = 3 if raw.startswith(b"\xef\xbb\xbf") else 0
    head = raw[start : start + 200_000]
    text = head[: head.rfind(b"\n") + 1].decode("utf-8", "replace")
    separator = source.separator(text)
    reader = source.cells(text, separator)
    rows: list[list[str]] = []
    try:
        while not rows or not any(map(str.strip, rows[-1])):
            rows.append(next(reader))
    except (csv.Error, StopIteration) as error:
        raise Doubt from error
    number, found = rowwise.begun(path, rows)
    if not all(cell.strip() for cell in rows[-1]):
        # What a column without a name holds is worth a word, and that takes a look at all of its cells.
        raise Doubt
    place = start
    for _ in range(reader.line_num):
        place = raw.index(b"\n", place) + 1
    return _File(path, raw, separator, found), place, number + 1


def _blocks(raw: bytes, place: int) -> Iterator[tuple[int, int]]:
    """Pieces that end where a row ends."""
    quoted = b'"' in raw
    while place < len(raw):
        end = _row_end(raw, place, quoted=quoted)
        yield place, end
        place = end


def _row_end(raw: bytes, place: int, *, quoted: bool) -> int:
    """The end of the last row within a block's length; of the first one, if that is longer."""
    if len(raw) - place <= BLOCK_BYTES:
        return len(raw)
    end = raw.rfind(b"\n", place, place + BLOCK_BYTES) + 1 or raw.find(b"\n", place + BLOCK_BYTES) + 1 or len(raw)
    if not quoted:
        return end
    inside = raw.count(b'"', place, end) % 2
    while inside and end < len(raw):
        following = raw.find(b"\n", end) + 1 or len(raw)
        inside ^= raw.count(b'"', end, following) % 2
        end = following
        if end - place > BLOCK_BYTES + source.LONGEST_FIELD:
            # A quote that nothing closes would make one cell of the rest of the file.
            raise Doubt
    return end


def _decoded(file: _File, start: int, end: int) -> str:
    try:
        return files.decoded(b"\n" + file.raw[start:end], file.path)[1:]
    except DataError as error:
        # The line within the block; the first one is the blank that keeps a byte-order mark in a cell.
        line = file.raw.count(b"\n", 0, start) + int(error.where or 1) - 1
        raise DataError(file.path, line, error.problem) from error


def _taken(file: _File, block: _Block, codes: Codes) -> int:
    """Take a block's rows, all of them at once or one by one; return how many it has, good or bad."""
    piece = file.raw[block.start : block.end]
    if not piece.isascii() or b"\0" in piece:
        _decoded(file, block.start, block.end)
    columns = _parsed(piece, file)
    if columns is not None and codes.add(columns, block.first):
        return len(next(iter(columns.values())).codes)
    rows = file.rows(block)
    file.found.take(rows, block.first)
    codes.add_taken()
    return len(rows)


def _parsed(piece: bytes, file: _File) -> dict[str, Column] | None:
    """The block's columns of ours, if it has as many cells in each row as the header has names; else None.

    Raises: Doubt if its quotes are not where quotes belong.
    """
    import pandas as pd

    rows, separators = _outside_quotes(piece, file.separator)
    width = len(file.found.header)
    if separators != rows * (width - 1) or len(piece) > source.LONGEST_FIELD:
        return None
    # Without a text that is no number, pandas would take 007 for 7.
    names = file.separator.join([NO_NUMBER] * width).encode()
    try:
        found = pd.read_csv(
            io.BytesIO(names + b"\n" + piece),
            header=None,
            names=file.found.header,
            index_col=False,
            sep=file.separator,
            # Notes are nearly all different, and categories of them would be sorted in vain.
            dtype={name: object if name == "note" else "category" for name in file.found.header},
            na_filter=False,
            keep_default_na=False,
            low_memory=False,
            engine="c",
        )
    except (pd.errors.ParserError, ValueError):
        return None
    if len(found) != rows + 1:
        return None
    return {name: _numbered(found[name][1:]) for name in COLUMNS if name in file.found.header}


def _numbered(column: pd.Series) -> Column:
    import pandas as pd

    if isinstance(column.dtype, pd.CategoricalDtype):
        return Column(column.cat.codes.to_numpy(), column.cat.categories.tolist())
    codes, cells = pd.factorize(column.to_numpy())
    return Column(codes, cells.tolist())


def _outside_quotes(piece: bytes, separator: str) -> tuple[int, int]:
    """Rows and separators that stand in no quotes.

    Raises: Doubt for a quote in the middle of a cell, or one too many; what they mean is for `csv` to say.
    """
    letters = np.frombuffer(piece, np.uint8)
    ends_rows, separates = letters == ord("\n"), letters == ord(separator)
    unended = not piece.endswith(b"\n")
    if b'"' not in piece:
        return int(np.count_nonzero(ends_rows)) + unended, int(np.count_nonzero(separates))
    quotes = letters == _QUOTE
    places = np.flatnonzero(quotes)
    if len(places) % 2:
        raise Doubt
    opening, closing = places[::2], places[1::2]
    before = _ends(letters[np.maximum(opening - 1, 0)], separator) | (opening == 0)
    after = _ends(letters[np.minimum(closing + 1, len(letters) - 1)], separator) | (closing + 1 == len(letters))
    # Two quotes side by side, of which the first closes and the second opens, are one quote in the text.
    pairs = opening[1:] == closing[:-1] + 1
    before[1:] |= pairs
    after[:-1] |= pairs
    if not (before.all() and after.all()) or int((closing - opening).max()) > source.LONGEST_FIELD:
        raise Doubt
    outside = np.cumsum(quotes, dtype=np.uint8) % 2 == 0
    return int(np.count_nonzero(outside & ends_rows)) + unended, int(np.count_nonzero(outside & separates))


def _ends(letters: np.ndarray, separator: str) -> np.ndarray:
    """Where a cell ends with the letter, or begins after it."""
    found: np.ndarray = (letters == ord(separator)) | (letters == ord("\n")) | (letters == ord("\r"))
    return found
