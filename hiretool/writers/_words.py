"""Template + data -> blocks: the words of a document, with the parts that were computed put in their places."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hiretool.document import (
    Block,
    Blocks,
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

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
# Private-use characters mark where a part goes; they are taken out of data, so nothing that was typed can place one.
_OPEN, _CLOSE = "\ue000", "\ue001"
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&~\"'=:^$/@])")
_PLACE = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


class _Marked(str):
    """Markdown of our own, not to be escaped."""


def blocks(document: Document) -> Blocks:
    """The document's blocks, in the order of its template."""
    marks = {name: _Marked(f"\n\n{_OPEN}{name}{_CLOSE}\n\n") for name in document.parts}
    template = _environment().get_template(f"{document.kind}.md.j2")
    text = template.render({**document.data, "title": document.title, "part": marks})
    return tuple(_without_skipped_levels(_placed(from_markdown(text), document.parts)))


def has_words(document: Document) -> bool:
    return (TEMPLATES / f"{document.kind}.md.j2").exists()


def from_markdown(text: str, *, below: int = 0) -> Blocks:
    """Blocks of a Markdown text; `below` moves its headings down by as many levels."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return tuple(_blocks(SyntaxTreeNode(parser.parse(text)).children, below))


@functools.cache
def _environment() -> Any:
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        finalize=_escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )


def _escaped(value: Any) -> Any:
    """Data as Markdown text: what it contains is shown, never obeyed."""
    if isinstance(value, _Marked):
        return value
    if value is None:
        return ""
    text = re.sub(r"\s+", " ", str(value)).replace(_OPEN, "").replace(_CLOSE, "")
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


def _without_skipped_levels(found: Iterator[Block]) -> Iterator[Block]:
    """Headings at most one level deeper than the one before: screen readers, and PDF/UA, need the outline whole."""
    meant = [0]
    for block in found:
        if isinstance(block, Heading):
            while meant[-1] >= block.level:
                meant.pop()
            meant.append(block.level)
            yield Heading(len(meant) - 1, block.text, block.anchor)
        else:
            yield block


def _blocks(nodes: Sequence[Any], below: int) -> Iterator[Block]:
    for node in nodes:
        kind = node.type
        if kind == "heading":
            yield Heading(int(node.tag[1]) + below, _inline(node))
        elif kind == "paragraph":
            yield Paragraph(_inline(node))
        elif kind in ("bullet_list", "ordered_list"):
            items = tuple(tuple(_blocks(item.children, below)) for item in node.children)
            yield Bullets(items, ordered=kind == "ordered_list")
        elif kind == "blockquote":
            yield from (Quote(_inline(child)) for child in node.children if child.type == "paragraph")
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
    # A column of sentences is wider than one of numbers, but no more than sixfold.
    columns = tuple(
        Column(column.title, width=min(max(width, 8), 48)) for column, width in zip(columns, widths, strict=True)
    )
    return Table(columns, tuple(cells(*(_inline(cell) for cell in row.children)) for row in body))


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
