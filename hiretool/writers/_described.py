"""Blocks -> JSON-LD whose description is the text of the page, in the few tags that search engines read.

Source: Google Search Central, job posting structured data: p, ul, li and br; the markup says what the page says.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from hiretool.document import (
    Block,
    Blocks,
    Box,
    Bullets,
    Code,
    Document,
    Facts,
    Heading,
    Inline,
    Paragraph,
    Quote,
    Table,
    plain,
)
from hiretool.writers import _words


def linked_data(document: Document, blocks: Blocks) -> dict[str, Any]:
    """The document's JSON-LD with its description; the blocks are those of the document."""
    found = {name: _cleaned(value) for name, value in (document.linked_data or {}).items()}
    told = "".join(_tagged(blocks)) if found.get("@type") == "JobPosting" else ""
    return found | {"description": told} if told else found


def _cleaned(value: Any) -> Any:
    """Texts without control characters, so that they are those of the page."""
    if isinstance(value, str):
        return _words.clean(value)
    if isinstance(value, dict):
        return {name: _cleaned(inner) for name, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value


def _tagged(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            continue  # the title has a property of its own
        yield _tags(block)


def _tags(block: Block) -> str:
    match block:
        case Heading() | Paragraph() | Quote():
            return f"<p>{_text(block.text)}</p>"
        case Code():
            return f"<p>{_text(block.text)}</p>"
        case Bullets():
            return _list(["".join(map(_inside, item)) for item in block.items])
        case Facts():
            return _list([f"{_text(term)}: {_text(value)}" for term, value in block.items])
        case Table():
            return _list([_row(block, number) for number in range(len(block.rows))])
        case Box():
            return "".join(map(_tags, block.blocks))
        case _:
            return ""


def _inside(block: Block) -> str:
    """A block of a list's item: a paragraph needs no tag of its own there."""
    return _text(block.text) if isinstance(block, Paragraph) else _tags(block)


def _row(table: Table, number: int) -> str:
    """`Writes programs. Ways to show it: The pair-debugging round.`"""
    found = []
    for column, cell in zip(table.columns, table.rows[number], strict=True):
        words = plain(cell.text) + (f" ({cell.note})" if cell.note else "")
        words = "; ".join(filter(None, [words, *cell.points]))
        if words:
            found.append(words if cell.kind == "head" or not column.title else f"{column.title}: {words}")
    return _text(" ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in found))


def _list(items: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _text(text: str | Inline) -> str:
    return escape(plain(text), quote=False).replace("\n", "<br>")
