"""Template + data -> blocks: the words of a document, with the parts that were computed put in their places."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from hiretool.document import (
    Block,
    Blocks,
    Box,
    Bullets,
    Code,
    Column,
    Document,
    Heading,
    Inline,
    Markdown,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    cells,
)
from hiretool.errors import HiretoolError
from hiretool.writers import _templates

# Private-use characters mark where a part goes; they are taken out of data, so nothing that was typed can place one.
_OPEN, _CLOSE = "\ue000", "\ue001"
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&~\"'=:^$/@])")
_PLACE = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_NEW_LINE = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Letters that no page can show and that XML, Typst or a terminal take for something else.
_UNSHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
# Outside, within the page, or to a page that lies beside it.
_LINK = re.compile(
    r"(?i)(?:https?://|mailto:)[^\s<>\"\\^`{|}]+\Z|#[a-z0-9-]+\Z|(?-i:(?:[a-z0-9-]+/)*[a-z0-9-]+\.html)\Z"
)

# Letters that fit side by side on a printed page, less the space between columns.
_LINE = 80

Thing = TypeVar("Thing")


class _Marked(str):
    """Markdown of our own, not to be escaped."""


def blocks(document: Document) -> Blocks:
    """The document's blocks, in the order of its template. Raises: as `_templates.rendered`."""
    marks = {name: _Marked(f"\n\n{_OPEN}{name}{_CLOSE}\n\n") for name in document.parts}
    text = _templates.rendered(document, marks, _escaped)
    return _whole_outline([cleaned(block) for block in _placed(from_markdown(text), document.parts)])


def clean(text: str) -> str:
    """The text without control characters and half letters; every kind of line end is a newline."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSHOWN.sub("", _NEW_LINE.sub("\n", text))


def cleaned(value: Thing) -> Thing:
    """The block with all its texts clean, and without links to anything but http, https, mailto and its own anchors."""
    found: Any = value
    if isinstance(value, str):
        found = clean(value)
    elif isinstance(value, tuple):
        found = tuple(map(cleaned, value))
    elif isinstance(value, Span):
        href = value.href if value.href and _LINK.match(value.href) else None
        found = dataclasses.replace(value, text=clean(value.text), href=href)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {entry.name: cleaned(getattr(value, entry.name)) for entry in dataclasses.fields(value)}
        found = dataclasses.replace(value, **parts)
    return found  # type: ignore[no-any-return]


def from_markdown(text: str, *, below: int = 0) -> Blocks:
    """Blocks of a Markdown text; `below` moves its headings down by as many levels."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return tuple(_blocks(SyntaxTreeNode(parser.parse(text)).children, below))


def _escaped(value: Any) -> Any:
    """Data as Markdown text: what it contains is shown, never obeyed."""
    if isinstance(value, _Marked):
        return value
    if value is None:
        return ""
    text = re.sub(r"\s+", " ", clean(str(value))).replace(_OPEN, "").replace(_CLOSE, "")
    return _SPECIAL.sub(r"\\\1", text)


def _placed(found: Sequence[Block], parts: Any) -> Iterator[Block]:
    for block in found:
        if isinstance(block, Paragraph) and (match := _PLACE.fullmatch("".join(span.text for span in block.text))):
            part = parts[match.group(1)]
            for inner in part if isinstance(part, Sequence) else (part,):
                if isinstance(inner, Markdown):
                    yield from from_markdown(inner.text, below=inner.below)
                else:
                    yield inner
        else:
            yield block


def _whole_outline(found: Sequence[Block]) -> Blocks:
    """Headings at most one level deeper than the one before: screen readers, and PDF/UA, need the outline whole."""
    meant = [0]

    def whole(block: Block) -> Block:
        if isinstance(block, Heading):
            while meant[-1] >= block.level:
                meant.pop()
            meant.append(block.level)
            return dataclasses.replace(block, level=len(meant) - 1)
        if isinstance(block, Box):
            return dataclasses.replace(block, blocks=tuple(map(whole, block.blocks)))
        if isinstance(block, Bullets):
            return dataclasses.replace(block, items=tuple(tuple(map(whole, item)) for item in block.items))
        return block

    return tuple(map(whole, found))


def _blocks(nodes: Sequence[Any], below: int) -> Iterator[Block]:
    for node in nodes:
        kind = node.type
        if kind == "heading":
            yield Heading(int(node.tag[1]) + below, _inline(node))
        elif kind == "paragraph":
            yield Paragraph(_inline(node))
        elif kind in ("bullet_list", "ordered_list"):
            items = tuple(tuple(_blocks(item.children, below)) for item in node.children)
            yield Bullets(items, ordered=kind == "ordered_list", first=int(node.attrs.get("start", 1)))
        elif kind == "blockquote":
            inner = _blocks(node.children, below)
            yield from (Quote(block.text) if isinstance(block, Paragraph) else block for block in inner)
        elif kind in ("fence", "code_block"):
            yield Code(node.content.rstrip("\n"))
        elif kind == "hr":
            yield PageBreak() if node.markup.startswith("*") else Rule()
        elif kind == "table":
            yield _table(node)
        else:
            raise HiretoolError(f"Markdown of kind {kind!r} cannot be written")


def _table(node: Any) -> Table:
    head = node.children[0].children[0].children
    body = node.children[1].children if len(node.children) > 1 else []
    columns = tuple(Column("".join(span.text for span in _inline(cell))) for cell in head)
    widths = [
        max([len(column.title), *(len(_words(row.children[index])) for row in body)])
        for index, column in enumerate(columns)
    ]
    # A column of sentences is wider than one of numbers, but no more than sixfold; no word is wider than its column.
    widths = [min(max(width, 8), 48) for width in widths]
    columns = tuple(
        Column(column.title, width=max(width, longest / _LINE * sum(widths)))
        for column, width, longest in zip(columns, widths, _longest_words(head, body), strict=True)
    )
    return Table(columns, tuple(cells(*(_inline(cell) for cell in row.children)) for row in body))


def _longest_words(head: Sequence[Any], body: Sequence[Any]) -> list[int]:
    """Letters of the longest word in each column."""
    texts = [[_words(cell), *(_words(row.children[index]) for row in body)] for index, cell in enumerate(head)]
    return [max((len(word) for text in column for word in text.split()), default=0) for column in texts]


def _words(node: Any) -> str:
    return "".join(span.text for span in _inline(node))


def _inline(node: Any) -> Inline:
    """Spans of a node's text, neighbours of one style joined."""
    spans: list[Span] = []
    for span in _spans(node, Span("")):
        if spans and _same_style(spans[-1], span):
            spans[-1] = _restyled(span, spans[-1].text + span.text)
        elif span.text:
            spans.append(span)
    return tuple(spans)


def _spans(node: Any, style: Span) -> Iterator[Span]:
    for child in node.children:
        kind = child.type
        if kind == "text":
            yield _restyled(style, child.content)
        elif kind == "softbreak":
            yield _restyled(style, " ")
        elif kind == "hardbreak":
            yield _restyled(style, "\n")
        elif kind == "code_inline":
            yield Span(child.content, style.strong, style.emphasis, True, style.href)
        elif kind == "strong":
            yield from _spans(child, Span("", True, style.emphasis, style.code, style.href))
        elif kind == "em":
            yield from _spans(child, Span("", style.strong, True, style.code, style.href))
        elif kind == "link":
            yield from _spans(child, Span("", style.strong, style.emphasis, style.code, str(child.attrs["href"])))
        elif kind == "image":
            yield _restyled(style, child.content)
        else:
            yield from _spans(child, style)


def _restyled(style: Span, text: str) -> Span:
    return Span(text, style.strong, style.emphasis, style.code, style.href)


def _same_style(one: Span, other: Span) -> bool:
    return _restyled(one, "") == _restyled(other, "")
