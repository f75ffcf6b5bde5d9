"""Markdown, readable as it is."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

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
    Inline,
    Lines,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)
from hiretool.writers import _words

SUFFIX = ".md"
# Only what would change the meaning is escaped, so that the text stays readable.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_AT_START = re.compile(r"^(\s*)([#>+=~-]|\d+[.)])")


def write(document: Document) -> bytes:
    return ("\n\n".join(_texts(_words.blocks(document))) + "\n").encode()


def _texts(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        text = _text(block)
        if text:
            yield text


def _text(block: Block) -> str:
    match block:
        case Heading():
            return "#" * min(block.level, 6) + " " + _inline(block.text)
        case Paragraph():
            return _AT_START.sub(r"\1\\\2", _inline(block.text))
        case Bullets():
            return "\n".join(_item(block, number) for number in range(len(block.items)))
        case Quote():
            source = f"\n>\n> — {_escaped(block.source)}" if block.source else ""
            return f"> {_inline(block.text)}{source}"
        case Code():
            fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", block.text))])
            return f"{fence}\n{block.text}\n{fence}"
        case Facts():
            return "\n".join(f"- **{_escaped(term)}:** {_inline(value)}" for term, value in block.items)
        case Table():
            return _table(block)
        case Figure():
            caption = f"\n\n*{_escaped(block.caption)}*" if block.caption else ""
            return f"{_escaped(block.picture.alt)}{caption}"
        case Box():
            return "\n\n".join(_texts(block.blocks))
        case Lines():
            return f"{_escaped(block.label)}\n\n" + "\n\n".join(["\\_" * 40] * block.count)
        case PageBreak() | Rule():
            return "---"


def _item(block: Bullets, number: int) -> str:
    mark = f"{number + 1}." if block.ordered else "- [ ]" if block.role == "ticks" else "-"
    text = "\n".join(_texts(block.items[number]))
    return f"{mark} " + textwrap.indent(text, " " * (len(mark) + 1) if block.ordered else "  ").lstrip()


def _table(block: Table) -> str:
    head = "| " + " | ".join(_escaped(_titled(column.title, column.note)) for column in block.columns) + " |"
    marks = {"left": "---", "right": "---:", "center": ":---:"}
    rule = "| " + " | ".join(marks[column.align] for column in block.columns) + " |"
    rows = ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in block.rows]
    caption = [f"{_escaped(block.caption)}\n"] if block.caption else []
    return "\n".join([*caption, head, rule, *rows])


def _titled(title: str, note: str) -> str:
    return f"{title} ({note})" if note else title


def _cell(cell: Cell) -> str:
    text = cell.picture.alt if cell.picture and not cell.text else ""
    words = (_inline(cell.text) if cell.text else _escaped(text)).replace("  \n", "<br>").replace("\n", " ")
    return f"{words} ({_escaped(cell.note)})" if cell.note else words


def _inline(text: Inline) -> str:
    return "".join(map(_span, text)).strip()


def _span(span: Span) -> str:
    if span.code:
        fence = "`" * max([1, *(len(run) + 1 for run in re.findall("`+", span.text))])
        text = f"{fence}{span.text}{fence}"
    else:
        text = _escaped(span.text).replace("\n", "  \n")
    if span.emphasis and text.strip():
        text = f"*{text.strip()}*" + " " * text.endswith(" ")
    if span.strong and text.strip():
        text = f"**{text.strip()}**" + " " * text.endswith(" ")
    return (
        f"[{text}](<{span.href}>)" if span.href and span.href != span.text else f"<{span.href}>" if span.href else text
    )


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", re.sub(r"[ \t]*\n[ \t]*", "\n", text))
