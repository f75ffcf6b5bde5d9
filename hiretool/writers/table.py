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
    Cell,
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
LONGEST_WORD = 16
"""A column is made no narrower than its longest word, up to so many letters; then words are broken."""


def write(document: Document) -> bytes:
    width = max(40, min(shutil.get_terminal_size((80, 24)).columns, 120))
    return ("\n\n".join(_texts(_words.blocks(document), width)) + "\n").encode()


def _texts(blocks: Blocks, width: int) -> Iterator[str]:
    return filter(None, (_text(block, width) for block in blocks))


def _text(block: Block, width: int) -> str:
    match block:
        case Heading():
            lines = _wrapped(plain(block.text), width)
            if block.level > 1:
                return "\n".join(lines).upper()
            return "\n".join([*lines, "=" * max(map(_columns, lines))])
        case Paragraph():
            return _filled(plain(block.text), width)
        case Quote():
            source = f"\n— {block.source}" if block.source else ""
            return _filled(plain(block.text) + source, width, indent="  ")
        case Bullets():
            return "\n".join(_item(block, number, width) for number in range(len(block.items)))
        case Code():
            return textwrap.indent(block.text, "    ")
        case Facts():
            longest = min(max(_columns(term) for term, _ in block.items), width // 3)
            return "\n".join(_line_pair(term, plain(value), longest, width) for term, value in block.items)
        case Table():
            return _table(block, width)
        case Figure():
            return _filled("\n".join(filter(None, [block.picture.alt, block.caption])), width)
        case Box():
            return "\n\n".join(_texts(block.blocks, width))
        case Lines():
            return _filled(block.label, width)
        case _:
            return ""


def _item(block: Bullets, number: int, width: int) -> str:
    mark = f"{number + block.first}. " if block.ordered else "[ ] " if block.role == "ticks" else "- "
    text = "\n".join(_texts(block.items[number], width - len(mark)))
    return mark + textwrap.indent(text, " " * len(mark)).lstrip()


def _table(block: Table, width: int) -> str:
    shown = [index for index, column in enumerate(block.columns) if not _only_pictures(block, index)]
    aligns = [block.columns[index].align for index in shown]
    head = [_with_note(block.columns[index].title, block.columns[index].note) for index in shown]
    rows = [[_cell(row[index]) for index in shown] for row in block.rows]
    caption = [_filled(block.caption, width), ""] if block.caption else []
    widths = _fitted([_wanted(texts) for texts in zip(head, *rows, strict=True)], width)
    if widths is None:
        return "\n".join([*caption, _records(head, rows, width)])
    lines = [*_line(head, widths, aligns), GAP.join("-" * size for size in widths)]
    for row in rows:
        lines += _line(row, widths, aligns)
    return "\n".join([*caption, *lines])


def _only_pictures(block: Table, index: int) -> bool:
    return bool(block.rows) and all(row[index].picture and not row[index].text for row in block.rows)


def _cell(cell: Cell) -> str:
    words = "\n".join(filter(None, [plain(cell.text), *(f"• {point}" for point in cell.points)]))
    return _with_note(words, cell.note)


def _with_note(text: str, note: str) -> str:
    return f"{text} ({note})" if note else text


def _wanted(texts: Sequence[str]) -> tuple[int, int]:
    """Columns of the longest line, and of the longest word that is not to be broken."""
    lines = [line for text in texts for line in text.split("\n")]
    words = [word for line in lines for word in line.split()]
    return max(map(_columns, lines)), min(max(map(_columns, words), default=1), LONGEST_WORD)


def _fitted(wanted: Sequence[tuple[int, int]], width: int) -> list[int] | None:
    """Widths that fit: the widest columns give way first, and wrap. None where words would have to be broken."""
    space = width - len(GAP) * (len(wanted) - 1)
    widths = [max(min(size, space), 1) for size, _ in wanted]
    while sum(widths) > space:
        spare = [size - least for size, (_, least) in zip(widths, wanted, strict=True)]
        if max(spare) <= 0:
            return None
        widest = max(index for index, left in enumerate(spare) if left > 0 and widths[index] == _widest(widths, spare))
        widths[widest] -= 1
    return widths


def _widest(widths: Sequence[int], spare: Sequence[int]) -> int:
    return max(size for size, left in zip(widths, spare, strict=True) if left > 0)


def _records(head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """A table with too many columns: each row as lines of title and text."""
    longest = min(max(map(_columns, head)), width // 3)
    return "\n\n".join(
        "\n".join(_line_pair(title, text, longest, width) for title, text in zip(head, row, strict=True))
        for row in rows
    )


def _line_pair(term: str, text: str, size: int, width: int) -> str:
    return "\n".join(_line([term, text], [size, width - size - len(GAP)], ["left", "left"]))


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


def _filled(text: str, width: int, indent: str = "") -> str:
    return textwrap.indent("\n".join(_wrapped(text, width - len(indent))), indent)


def _wrapped(text: str, size: int) -> list[str]:
    """Lines of at most `size` columns, broken between words, and inside a word only where it is longer than a line."""
    lines = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            joined = f"{line} {word}" if line else word
            if _columns(joined) <= size:
                line = joined
                continue
            if line:
                lines.append(line)
            *whole, line = _pieces(word, size)
            lines += whole
        lines.append(line)
    return lines


def _pieces(word: str, size: int) -> list[str]:
    """A word in pieces that fit, broken behind a hyphen or slash where there is one."""
    pieces, taken = [""], 0
    for letter in word:
        taken += _columns(letter)
        # A letter wider than the column has to go somewhere.
        if taken > size and pieces[-1]:
            whole = pieces.pop()
            at = 1 + max(whole.rfind("-"), whole.rfind("/"))
            # A piece of a letter or two helps nobody.
            at = at if at > size // 3 else len(whole)
            pieces += [whole[:at], whole[at:]]
            taken = _columns(pieces[-1]) + _columns(letter)
        pieces[-1] += letter
    return pieces


def _padded(text: str, size: int, align: str = "left") -> str:
    space = " " * max(size - _columns(text), 0)
    return space + text if align == "right" else text + space


def _columns(text: str) -> int:
    """Terminal columns that a text takes: wide letters take two, marks on a letter and invisible ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(letter) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(letter) in "WF"
        else 1
        for letter in text
    )
