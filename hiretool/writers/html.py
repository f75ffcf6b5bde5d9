"""One self-contained HTML page: no script, nothing from the network, prints well, light and dark."""

from __future__ import annotations

import functools
import json
import re
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
)
from hiretool.writers import _words

SUFFIX = ".html"
_SAFE_LINK = re.compile(r"(?i)(https?://|mailto:|#)")


def write(document: Document) -> bytes:
    page = _environment().get_template("_page.html.j2")
    text: str = page.render(
        title=document.title,
        kind=document.kind,
        language=document.language,
        foot=document.foot,
        style=(_words.TEMPLATES / "_page.css").read_text(encoding="utf-8"),
        body=_body(_words.blocks(document)),
        linked_data=_json_in_script(document.linked_data) if document.linked_data else "",
    )
    return text.encode()


@functools.cache
def _environment() -> Any:
    import jinja2

    loader = jinja2.FileSystemLoader(_words.TEMPLATES)
    return jinja2.Environment(loader=loader, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _json_in_script(data: Any) -> str:
    """JSON that cannot end the script element that it stands in."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _body(blocks: Blocks) -> str:
    """Sections of a page each; a page break starts a new one."""
    pages: list[list[str]] = [[]]
    for block in blocks:
        if isinstance(block, PageBreak):
            pages.append([])
        else:
            pages[-1].append(_html(block))
    return "\n".join(f'<section class="page">\n{chr(10).join(page)}\n</section>' for page in pages if page)


def _html(block: Block) -> str:
    match block:
        case Heading():
            anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
            level = min(block.level, 6)
            return f"<h{level}{anchor}>{_inline(block.text)}</h{level}>"
        case Paragraph():
            role = f' class="{block.role}"' if block.role else ""
            return f"<p{role}>{_inline(block.text)}</p>"
        case Bullets():
            return _bullets(block)
        case Quote():
            source = f"<figcaption>{escape(block.source)}</figcaption>" if block.source else ""
            return f"<figure class=quote><blockquote>{_inline(block.text)}</blockquote>{source}</figure>"
        case Code():
            return f'<pre tabindex="0"><code>{escape(block.text)}</code></pre>'
        case Facts():
            items = "".join(
                f"<div><dt>{escape(term)}</dt><dd>{_inline(value)}</dd></div>" for term, value in block.items
            )
            return f'<dl class="facts">{items}</dl>'
        case Table():
            return _table(block)
        case Figure():
            caption = f"<figcaption>{escape(block.caption)}</figcaption>" if block.caption else ""
            return f"<figure>{_picture(block.picture)}{caption}</figure>"
        case Box():
            return f'<div class="box">{"".join(map(_html, block.blocks))}</div>'
        case Lines():
            return f'<div class="lines"><p>{escape(block.label)}</p>{"<div></div>" * block.count}</div>'
        case PageBreak():
            return ""
        case Rule():
            return "<hr>"


def _bullets(block: Bullets) -> str:
    tag = "ol" if block.ordered else "ul"
    role = ' class="ticks"' if block.role == "ticks" else ""
    mark = '<span class="tick" aria-hidden="true"></span>' if block.role == "ticks" else ""
    items = "".join(f"<li>{mark}{_item(item)}</li>" for item in block.items)
    return f"<{tag}{role}>{items}</{tag}>"


def _item(blocks: Blocks) -> str:
    """A lone paragraph needs no paragraph inside its list item."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return _inline(blocks[0].text)
    return "".join(map(_html, blocks))


def _table(block: Table) -> str:
    total = sum(column.width for column in block.columns)
    group = "".join(f'<col style="width:{column.width / total:.1%}">' for column in block.columns)
    caption = f"<caption>{escape(block.caption)}</caption>" if block.caption else ""
    head = "".join(_head(column) for column in block.columns)
    rows = "".join(f"<tr>{''.join(map(_cell, row, block.columns))}</tr>\n" for row in block.rows)
    role = f' class="{block.role}"' if block.role else ""
    table = f"<table{role}>{caption}<colgroup>{group}</colgroup><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table>"
    label = escape(block.caption or "Table")
    return f'<div class="scroll" tabindex="0" role="group" aria-label="{label}">{table}</div>'


def _head(column: Column) -> str:
    note = f"<small>{escape(column.note)}</small>" if column.note else ""
    if not column.title:
        return "<td></td>"
    title = escape(column.title)
    if column.picture:
        title = f'<span class="unseen">{title}</span>{_picture(column.picture)}'
    return f'<th scope="col" class="{column.align}">{title}{note}</th>'


def _cell(cell: Cell, column: Column) -> str:
    tag, scope = ("th", ' scope="row"') if cell.kind == "head" else ("td", "")
    inner = _picture(cell.picture) if cell.picture else ""
    text = f"<span>{_inline(cell.text)}</span>" if cell.kind == "missing" else _inline(cell.text)
    note = f"<small>{escape(cell.note)}</small>" if cell.note else ""
    kind = f" {cell.kind}" if cell.kind not in ("", "head") else ""
    return f'<{tag}{scope} class="{column.align}{kind}">{inner}{text}{note}</{tag}>'


def _picture(picture: Picture) -> str:
    return f'<div class="picture" style="max-width:{picture.width_mm}mm">{picture.svg}</div>'


def _inline(text: Inline) -> str:
    return "".join(map(_span, text))


def _span(span: Span) -> str:
    text = escape(span.text, quote=False).replace("\n", "<br>")
    # Direction is kept inside a name or a note, so that right-to-left text does not turn the line around it.
    if any("\u0590" <= letter <= "\u08ff" for letter in span.text):
        text = f'<bdi dir="auto">{text}</bdi>'
    if span.code:
        text = f"<code>{text}</code>"
    if span.emphasis:
        text = f"<em>{text}</em>"
    if span.strong:
        text = f"<strong>{text}</strong>"
    if span.href and _SAFE_LINK.match(span.href):
        text = f'<a href="{escape(span.href)}">{text}</a>'
    return text
