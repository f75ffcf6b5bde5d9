"""One self-contained HTML page: nothing from the network, prints well, light and dark.

No script, but where a form is filled in or a long table is searched.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from html import escape
from typing import Any

from hiretool.document import (
    Block,
    Blocks,
    Box,
    Bullets,
    Cell,
    Code,
    Column,
    Document,
    Facts,
    Figure,
    Heading,
    Inline,
    Lines,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    Table,
    plain,
)
from hiretool.writers import _described, _direction, _finder, _form_page, _script, _templates, _words

SUFFIX = ".html"
_FIT = 3
"""Columns that fit on a telephone."""
_SHORT = 9
"""Rows of a table that is kept on one page of paper."""


def write(document: Document) -> bytes:
    page, blocks = _environment().get_template("_page.html.j2"), _words.blocks(document)
    form = document.form if document.rows else None
    scripts = ([_form_page.script()] if form else []) + ([_finder.script()] if _finder.is_on(blocks) else [])
    text: str = page.render(
        title=document.title,
        kind=document.kind,
        language=document.language,
        foot=document.foot,
        style=(_templates.TEMPLATES / "_page.css").read_text(encoding="utf-8"),
        direction=document.direction,
        rows=form and _json_in_script(_form_page.rows(document)),
        scripts=scripts,
        policy=scripts and _script.policy(scripts),
        body=_body(_direction.isolated(blocks, document)),
        linked_data=_json_in_script(_described.linked_data(document, blocks)) if document.linked_data else "",
    )
    return text.encode()


@functools.cache
def _environment() -> Any:
    import jinja2

    loader = jinja2.FileSystemLoader(_templates.TEMPLATES)
    return jinja2.Environment(loader=loader, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _json_in_script(data: Any) -> str:
    """JSON that cannot end the script element that it stands in."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _body(blocks: Blocks) -> str:
    """Sections of a page each; a page break starts a new one."""
    pages: list[list[str]] = [[]]
    for block, text in zip(blocks, _texts(blocks), strict=True):
        if isinstance(block, PageBreak):
            pages.append([])
        else:
            pages[-1].append(text)
    return "\n".join(f'<section class="page">\n{chr(10).join(page)}\n</section>' for page in pages if page)


def _texts(blocks: Blocks, heading: str = "Table") -> Iterator[str]:
    """Each block as HTML; a table without a caption is called after the heading above it."""
    for block in blocks:
        if isinstance(block, Heading):
            heading = plain(block.text)
        yield _html(block, heading)


def _html(block: Block, heading: str) -> str:
    match block:
        case Heading():
            anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
            level = min(block.level, 6)
            return f"<h{level}{anchor}>{_inline(block.text)}</h{level}>"
        case Paragraph():
            role = f' class="{block.role}"' if block.role else ""
            return f"<p{role}>{_inline(block.text)}</p>"
        case Bullets():
            return _form_page.ticks(block.ask, heading) if block.ask else _bullets(block, heading)
        case Quote():
            source = f"<figcaption>{_text(block.source)}</figcaption>" if block.source else ""
            return f'<figure class="quote"><blockquote>{_inline(block.text)}</blockquote>{source}</figure>'
        case Code():
            return f'<pre tabindex="0"><code>{escape(block.text)}</code></pre>'
        case Facts():
            if block.asks:
                return _form_page.facts(block, [_inline(value) for _, value in block.items], heading)
            items = "".join(
                f"<div><dt>{escape(term)}</dt><dd>{_inline(value)}</dd></div>" for term, value in block.items
            )
            return f'<dl class="facts">{items}</dl>'
        case Table():
            return _table(block, heading)
        case Figure():
            caption = f"<figcaption>{_text(block.caption)}</figcaption>" if block.caption else ""
            return f"<figure>{_picture(block.picture)}{caption}</figure>"
        case Box():
            return f'<div class="{block.role}">{"".join(_texts(block.blocks, heading))}</div>'
        case Lines():
            if block.ask:
                return _form_page.lines(block, block.ask, heading)
            return f'<div class="lines"><p>{escape(block.label)}</p>{"<div></div>" * block.count}</div>'
        case PageBreak():
            return ""
        case Rule():
            return "<hr>"


def _bullets(block: Bullets, heading: str) -> str:
    tag = "ol" if block.ordered else "ul"
    role = ' class="ticks"' if block.role == "ticks" else ""
    role += f' start="{block.first}"' if block.ordered and block.first != 1 else ""
    mark = '<span class="tick" aria-hidden="true"></span>' if block.role == "ticks" else ""
    items = "".join(f"<li>{mark}{_item(item, heading)}</li>" for item in block.items)
    return f"<{tag}{role}>{items}</{tag}>"


def _item(blocks: Blocks, heading: str) -> str:
    """A lone paragraph needs no paragraph inside its list item."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return _inline(blocks[0].text)
    return "".join(_texts(blocks, heading))


def _table(block: Table, heading: str) -> str:
    total = sum(column.width for column in block.columns)
    group = "".join(f'<col style="width:{column.width / total:.1%}">' for column in block.columns)
    title = escape(block.caption or heading)
    caption = _text(block.caption) if block.caption else f'<span class="unseen">{title}</span>'
    head = "".join(_head(column) for column in block.columns)
    rows = "".join(
        f"<tr{_finder.marks(block, place)}>{''.join(map(_cell, row, block.columns))}</tr>\n"
        for place, row in enumerate(block.rows)
    )
    # A table of many columns, or of charts, is scrolled on a narrow screen rather than squeezed.
    role = " ".join(filter(None, [block.role, "wide" if len(block.columns) > _FIT else ""]))
    name = f' class="{role}"' if role else ""
    body = f"<thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody>"
    table = f"<table{name}><caption>{caption}</caption><colgroup>{group}</colgroup>{body}</table>"
    letters = sum(len(plain(cell.text)) + sum(map(len, cell.points)) for row in block.rows for cell in row)
    short = " short" if len(block.rows) <= _SHORT and letters < 1500 else ""
    scrolled = f'<div class="scroll{short}" tabindex="0" role="group" aria-label="{title}">{table}</div>'
    return _finder.controls(block) + scrolled


def _head(column: Column) -> str:
    note = f"<small>{_text(column.note)}</small>" if column.note else ""
    if not column.title:
        return "<td></td>"
    title = _text(column.title)
    if column.picture:
        title = f'<span class="unseen">{title}</span>{_picture(column.picture)}'
    return f'<th scope="col" class="{column.align}">{title}{note}</th>'


def _cell(cell: Cell, column: Column) -> str:
    tag, scope = ("th", ' scope="row"') if cell.kind == "head" else ("td", "")
    text = f"<span>{_inline(cell.text)}</span>" if cell.kind == "missing" else _inline(cell.text)
    inner = _picture(cell.picture) if cell.picture else ""
    points = "".join(f"<li>{_text(point)}</li>" for point in cell.points)
    points = f"<ul>{points}</ul>" if points else ""
    note = f"<small>{_text(cell.note)}</small>" if cell.note else ""
    kind = f" {cell.kind}" if cell.kind not in ("", "head") else ""
    return f'<{tag}{scope} class="{column.align}{kind}">{text}{inner}{points}{note}</{tag}>'


def _picture(picture: Picture) -> str:
    return f'<div class="picture" style="max-width:{picture.width_mm}mm">{picture.svg}</div>'


def _text(text: str) -> str:
    return _span(Span(text))


def _inline(text: Inline) -> str:
    return "".join(map(_span, text))


def _span(span: Span) -> str:
    text = escape(span.text, quote=False).replace("\n", "<br>")
    # Direction is kept inside a name or a note, so that right-to-left text does not turn the line around it.
    if _direction.TURNS.search(span.text) and (core := text.strip(" ")):
        text = text.replace(core, f'<bdi dir="auto">{core}</bdi>', 1)
    if span.code:
        text = f"<code>{text}</code>"
    if span.emphasis:
        text = f"<em>{text}</em>"
    if span.strong:
        text = f"<strong>{text}</strong>"
    if span.href:
        text = f'<a href="{escape(span.href)}">{text}</a>'
    return text
