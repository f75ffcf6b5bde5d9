"""Markdown, readable as it is."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from hiretool.document import (
    Ask,
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
    inline,
)
from hiretool.writers import _words

SUFFIX = ".md"
# Only what would change the meaning is escaped, so that the text stays readable.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_AT_START = re.compile(r"(#(?=#*(?:\s|\Z))|[-+:=](?=[-:=|\s]|\Z)|\d{1,9}(?=[.)](?:\s|\Z)))")
# What may follow the end of emphasis. Source: CommonMark, right-flanking delimiter runs.
_OPEN_ENDED = re.compile(r"[\s,;:.?!)]")


def write(document: Document) -> bytes:
    return ("\n\n".join(_texts(_words.blocks(document))) + "\n").encode()


def _texts(blocks: Blocks) -> Iterator[str]:
    return filter(None, map(_text, blocks))


def _text(block: Block) -> str:
    match block:
        case Heading():
            words = re.sub(r"(#+)\s*\Z", r"\\\1", _one_line(block.text))
            return f"{'#' * min(block.level, 6)} {words}"
        case Paragraph():
            return _lines(block.text)
        case Bullets():
            return "\n".join(_item(block, number) for number in range(len(block.items)))
        case Quote():
            source = f"\n\n— {_escaped(block.source)}" if block.source else ""
            return textwrap.indent(_lines(block.text) + source, "> ", lambda line: True).replace("> \n", ">\n")
        case Code():
            fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", block.text))])
            return f"{fence}\n{block.text}\n{fence}"
        case Facts():
            return "\n".join(map(_fact, block.items, block.asks or [None] * len(block.items)))
        case Table():
            return _table(block)
        case Figure():
            caption = f"\n\n*{_escaped(block.caption)}*" if block.caption else ""
            return f"{_lines((Span(block.picture.alt),))}{caption}"
        case Box():
            return "\n\n".join(_texts(block.blocks))
        case Lines():
            return f"{_lines((Span(block.label),))}\n\n" + "\n\n".join(["─" * 40] * block.count)
        case PageBreak() | Rule():
            return "---"


def _fact(item: tuple[str, Inline], ask: Ask | None) -> str:
    # Lines to write on are for paper; an editor has room behind the colon.
    value = inline(ask.value) if ask else item[1]
    return f"- **{_escaped(item[0])}:** {_one_line(value)}".rstrip()


def _item(block: Bullets, number: int) -> str:
    mark = f"{number + block.first}." if block.ordered else "- [ ]" if block.role == "ticks" else "-"
    parts = block.items[number]
    # A list directly below its sentence keeps the item tight; anything else needs an empty line before it.
    text = "".join(
        text if position == 0 else f"\n{text}" if isinstance(part, Bullets) else f"\n\n{text}"
        for position, part in enumerate(parts)
        if (text := _text(part))
    )
    return f"{mark} " + textwrap.indent(text, " " * (len(mark) + 1) if block.ordered else "  ").lstrip()


def _table(block: Table) -> str:
    head = "| " + " | ".join(_escaped(_titled(column.title, column.note)) for column in block.columns) + " |"
    marks = {"left": "---", "right": "---:", "center": ":---:"}
    rule = "| " + " | ".join(marks[column.align] for column in block.columns) + " |"
    rows = ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in block.rows]
    caption = [f"{_lines((Span(block.caption),))}\n"] if block.caption else []
    return "\n".join([*caption, head, rule, *rows])


def _titled(title: str, note: str) -> str:
    return f"{title} ({note})" if note else title


def _cell(cell: Cell) -> str:
    text = cell.picture.alt if cell.picture and not cell.text else ""
    words = _inline(cell.text or (Span(text),), "<br>", in_table=True)
    points = [f"• {_escaped(point)}" for point in cell.points]
    shown = "<br>".join([words, *points] if words else points)
    return f"{shown} ({_escaped(cell.note)})" if cell.note else shown


def _one_line(text: Inline) -> str:
    return _inline(text, " ")


def _lines(text: Inline) -> str:
    """The text with its line ends kept, and nothing at the start of a line that would make it something else."""
    lines = [line.strip(" \t") for line in _inline(text, "\n").split("\n")]
    lines = [_AT_START.sub(_harmless, line, count=1) if _AT_START.match(line) else line for line in lines]
    # A backslash at the end of a line breaks it there, unless the line is the last of its paragraph.
    return "\n".join(
        f"{line}\\" if line and following else line for line, following in zip(lines, [*lines[1:], ""], strict=True)
    ).strip("\n")


def _harmless(match: re.Match[str]) -> str:
    return f"{match[1]}\\" if match[1].isdigit() else f"\\{match[1]}"


def _inline(text: Inline, newline: str, *, in_table: bool = False) -> str:
    """Spans as Markdown. Emphasis that its neighbours would keep from being read as such is left out."""
    found, text = "", tuple(span for span in text if span.text)
    for number, span in enumerate(text):
        following = text[number + 1].text[:1] if number + 1 < len(text) else ""
        shown = _span(span, in_table=in_table)
        if (span.strong or span.emphasis) and (core := shown.strip()):
            before = shown[: len(shown) - len(shown.lstrip())]
            after = shown[len(shown.rstrip()) :]
            free_before = before or not found or found[-1].isspace() or found[-1] == "("
            free_after = after or not following or _OPEN_ENDED.match(following)
            if free_before and free_after and "\n" not in core:
                mark = "*" * (span.emphasis + 2 * span.strong)
                shown = f"{before}{mark}{core}{mark}{after}"
        if found.endswith("`") and shown.startswith("`"):
            shown = _SPECIAL.sub(r"\\\g<0>", span.text)  # two code spans that touch would be one
        if found.endswith("!") and shown.startswith("["):
            found = f"{found[:-1]}\\!"  # or the link would be an image
        found += shown
    return re.sub(r"[ \t]*\n[ \t]*", newline, found).strip()


def _span(span: Span, *, in_table: bool) -> str:
    if span.code and span.text.strip():
        fence = "`" * max([1, *(len(run) + 1 for run in re.findall("`+", span.text))])
        space = " " if span.text[0] in " `" or span.text[-1] in " `" else ""
        words = span.text.replace("\n", " ").replace("|", "\\|" if in_table else "|")
        text = f"{fence}{space}{words}{space}{fence}"
    else:
        text = _SPECIAL.sub(r"\\\g<0>", span.text)
    if not span.href or span.href.startswith("#") or not text.strip():
        return text
    if span.href == span.text and not span.code:
        return f"<{span.href}>"
    return f"[{' '.join(text.split())}](<{span.href}>)"


def _escaped(text: str) -> str:
    """Text that stays on one line, with nothing in it that means something in Markdown."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split("\n")))
