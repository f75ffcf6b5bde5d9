"""Plain text for a terminal: aligned columns, wrapped at the terminal's width."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

from hiretool.document import (
    Block,
    Blocks,
    Box,
    Bullets,
    Code,
    Document,
    Facts,
    Figure,
    Heading,
    Lines,
    Paragraph,
    Quote,
    Table,
    plain,
)
from hiretool.writers import _words

SUFFIX = ".txt"
GAP = "  "
NARROWEST = 6


def write(document: Document) -> bytes:
    width = max(40, min(shutil.get_terminal_size((80, 24)).columns, 120))
    return ("\n\n".join(filter(None, _texts(_words.blocks(document), width))) + "\n").encode()


def _texts(blocks: Blocks, width: int) -> Iterator[str]:
    for block in blocks:
        yield _text(block, width)


def _text(block: Block, width: int) -> str:
    match block:
        case Heading():
            text = plain(block.text)
            return f"{text}\n{'=' * min(_columns(text), width)}" if block.level == 1 else text.upper()
        case Paragraph() | Quote():
            return "\n".join(textwrap.fill(part, width) for part in plain(block.text).split("\n"))
        case Bullets():
            return "\n".join(
                _item(item, f"{number}. " if block.ordered else "- ", width)
                for number, item in enumerate(block.items, 1)
            )
        case Code():
            return textwrap.indent(block.text, "    ")
        case Facts():
            longest = max(_columns(term) for term, _ in block.items)
            return "\n".join(
                textwrap.fill(
                    plain(value),
                    width,
                    initial_indent=_padded(term, longest) + GAP,
                    subsequent_indent=" " * (longest + 2),
                )
                for term, value in block.items
            )
        case Table():
            return _table(block, width)
        case Figure():
            return textwrap.fill(block.picture.alt, width)
        case Box():
            return "\n\n".join(_texts(block.blocks, width))
        case Lines():
            return block.label
        case _:
            return ""


def _item(blocks: Blocks, mark: str, width: int) -> str:
    text = "\n".join(_texts(blocks, width - len(mark)))
    return mark + textwrap.indent(text, " " * len(mark)).lstrip()


def _table(block: Table, width: int) -> str:
    shown = [index for index, column in enumerate(block.columns) if not _only_pictures(block, index)]
    aligns = [block.columns[index].align for index in shown]
    head = [block.columns[index].title for index in shown]
    rows = [[_cell(row[index].text, row[index].note) for index in shown] for row in block.rows]
    widths = _fitted([max(map(_columns, column)) for column in zip(head, *rows, strict=True)], width)
    lines = [*_line(head, widths, aligns), GAP.join("-" * size for size in widths)]
    for row in rows:
        lines += _line(row, widths, aligns)
    return "\n".join([*([textwrap.fill(block.caption, width), ""] if block.caption else []), *lines])


def _only_pictures(block: Table, index: int) -> bool:
    return bool(block.rows) and all(row[index].picture and not row[index].text for row in block.rows)


def _cell(text: object, note: str) -> str:
    words = plain(text)  # type: ignore[arg-type]
    return f"{words} ({note})" if note else words


def _fitted(widths: list[int], width: int) -> list[int]:
    """Widths that fit: the widest columns give way first, and wrap."""
    widths = [max(size, 1) for size in widths]
    while sum(widths) + len(GAP) * (len(widths) - 1) > width and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _line(row: Sequence[str], widths: Sequence[int], aligns: Sequence[str]) -> list[str]:
    wrapped = [_wrapped(text, size) for text, size in zip(row, widths, strict=True)]
    height = max(map(len, wrapped))
    return [
        GAP.join(
            _padded(parts[number] if number < len(parts) else "", size, align)
            for parts, size, align in zip(wrapped, widths, aligns, strict=True)
        ).rstrip()
        for number in range(height)
    ]


def _wrapped(text: str, size: int) -> list[str]:
    if _columns(text) <= size:
        return [text]
    return textwrap.wrap(text, size) or [""]


def _padded(text: str, size: int, align: str = "left") -> str:
    space = " " * max(size - _columns(text), 0)
    return space + text if align == "right" else text + space


def _columns(text: str) -> int:
    """Terminal columns that a text takes: wide letters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
