"""A tagged PDF through Typst: PDF/UA where every letter can be shown, and a warning on the page where one cannot."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

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
    Picture,
    Quote,
    Rule,
    Span,
    Table,
)
from hiretool.errors import HiretoolError
from hiretool.writers import _words

SUFFIX = ".pdf"
_UNSHOWN = re.compile(r'the text "(.*?)" could not be displayed', re.DOTALL)
_FILLS = {f"step{step}": color for step, color in enumerate(("f3f6f9", "dde9f4", "bdd6ec", "93bbdf", "2b6ca8", "123f6b"), 1)}


def write(document: Document) -> bytes:
    """Typst sources are made of quoted strings only, so nothing in the data is ever run.

    Fonts are the ones that the typst wheel brings and those of HIRETOOL_FONTS, never the machine's, so that a packet
    looks the same everywhere.
    """
    blocks = _words.blocks(document)
    try:
        return _compiled(document, blocks, standards=["ua-1"])
    except HiretoolError as error:
        unshown = _UNSHOWN.search(str(error))
        if not unshown:
            raise
    letters = unshown.group(1)[:20]
    notice = Paragraph(
        _words_of(
            f"Some letters, such as {letters!r}, are in no font at hand and print as boxes. Set HIRETOOL_FONTS to a folder"
            " with a font that has them, or use the HTML version."
        ),
        role="warning",
    )
    return _compiled(document, (blocks[0], notice, *blocks[1:]) if blocks else (notice,), standards=[])


def _compiled(document: Document, blocks: Blocks, *, standards: list[str]) -> bytes:
    import os

    import typst

    with tempfile.TemporaryDirectory(prefix="hiretool-pdf-") as scratch:
        source = _Source(Path(scratch))
        body = source.blocks(blocks)
        (Path(scratch) / "main.typ").write_text(_PREAMBLE % _settings(document) + body, encoding="utf-8")
        fonts = [folder for folder in [os.environ.get("HIRETOOL_FONTS", "")] if folder]
        try:
            content: bytes = typst.compile(
                str(Path(scratch) / "main.typ"),
                root=scratch,
                font_paths=fonts,
                ignore_system_fonts=True,
                pdf_standards=standards,
            )
        except typst.TypstError as error:
            raise HiretoolError(f"The PDF could not be made: {error}") from error
        return content


def _settings(document: Document) -> dict[str, str]:
    return {
        "title": _string(document.title),
        "language": _string(document.language),
        "foot": _string(document.foot or document.title),
    }


def _words_of(text: str) -> Inline:
    return (Span(text),)


def _string(text: str) -> str:
    """A Typst string literal: control characters out, quotes and backslashes escaped."""
    clean = "".join(letter for letter in text if letter >= " " or letter in "\n\t")
    return json.dumps(clean, ensure_ascii=False).replace("\\n", "\\n")


class _Source:
    """Blocks -> Typst code; pictures become files in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._pictures = folder, 0

    def blocks(self, blocks: Blocks) -> str:
        return "".join(f"{self._block(block)}\n\n" for block in blocks)

    def _block(self, block: Block) -> str:  # noqa: PLR0911, PLR0912: one branch for each kind of block
        match block:
            case Heading():
                return f"#heading(level: {min(block.level, 5)})[{self._inline(block.text)}]"
            case Paragraph():
                return f"#p-{block.role or 'plain'}[{self._inline(block.text)}]"
            case Bullets():
                return self._bullets(block)
            case Quote():
                return f"#said([{self._inline(block.text)}], {_string(block.source)})"
            case Code():
                return f"#code({_string(block.text)})"
            case Facts():
                items = ", ".join(f"({_string(term)}, [{self._inline(value)}])" for term, value in block.items)
                return f"#facts(({items},))"
            case Table():
                return self._table(block)
            case Figure():
                return f"#fig({self._picture(block.picture)}, {_string(block.caption)})"
            case Box():
                return f"#framed[{self.blocks(block.blocks)}]"
            case Lines():
                return f"#lines({_string(block.label)}, {block.count})"
            case PageBreak():
                return "#pagebreak(weak: true)"
            case Rule():
                return "#hair"

    def _bullets(self, block: Bullets) -> str:
        items = [f"[{self.blocks(item).strip()}]" for item in block.items]
        if block.role == "ticks":
            return f"#ticks(({', '.join(items)},))"
        return f"#{'enum' if block.ordered else 'list'}({', '.join(items)})"

    def _table(self, block: Table) -> str:
        widths = ", ".join(f"{column.width:g}fr" for column in block.columns)
        aligns = ", ".join(column.align for column in block.columns)
        head = ", ".join(f"h-cell({_string(column.title)}, {_string(column.note)})" for column in block.columns)
        rows = ", ".join(self._cell(cell) for row in block.rows for cell in row)
        caption = f"#p-note[#text({_string(block.caption)})]\n" if block.caption else ""
        return f'{caption}#grid-{block.role or "plain"}(({widths},), ({aligns},), ({head},), ({rows},))'

    def _cell(self, cell: Cell) -> str:
        text = self._inline(cell.text)
        picture = self._picture(cell.picture) if cell.picture else "none"
        fill = f'rgb("#{_FILLS[cell.kind]}")' if cell.kind in _FILLS else "none"
        return f"d-cell([{text}], {_string(cell.note)}, {picture}, {_string(cell.kind)}, {fill})"

    def _picture(self, picture: Picture) -> str:
        self._pictures += 1
        name = f"picture-{self._pictures}.svg"
        (self._folder / name).write_text(with_colours(picture.svg), encoding="utf-8")
        return f"image({_string(name)}, width: {picture.width_mm}mm, alt: {_string(picture.alt)})"

    def _inline(self, text: Inline) -> str:
        return "".join(map(_span, text))


def _span(span: Span) -> str:
    text = "#linebreak()".join(f"#text({_string(line)})" for line in span.text.split("\n"))
    if span.code:
        text = f"#raw({_string(span.text)})"
    if span.emphasis:
        text = f"#emph[{text}]"
    if span.strong:
        text = f"#strong[{text}]"
    if span.href and re.match(r"(?i)https?://|mailto:", span.href):
        text = f"#link({_string(span.href)})[{text}]"
    return text


# The classes of _page.css, as attributes: Typst's SVG reader sees no style sheet of the page.
_COLOURS: dict[str, dict[str, Any]] = {
    "grid": {"stroke": "#cfccc4"},
    "bar": {"stroke": "#a8400a"},
    "range": {"stroke": "#1d5c94"},
    "point": {"fill": "#1d5c94"},
    "raw": {"stroke": "#1c2126"},
    "ring": {"fill": "#ffffff", "stroke": "#1d5c94"},
    "block": {"fill": "#1d5c94"},
}


def with_colours(svg: str) -> str:
    """The SVG with colours as attributes, for readers that know no style sheet."""

    def attributes(match: re.Match[str]) -> str:
        return "".join(f' {name}="{value}"' for name, value in _COLOURS.get(match.group(1), {}).items())

    svg = re.sub(r"<text class=\"bar\"", '<text fill="#a8400a"', svg)
    svg = re.sub(r"<text(?! fill)", '<text fill="#4d565f"', svg)
    return re.sub(r' class="(\w+)"', attributes, svg).replace("<svg", '<svg font-family="Libertinus Serif"', 1)


_PREAMBLE = """
#set document(title: %(title)s)
#let ink = rgb("#1c2126")
#let muted = rgb("#4d565f")
#let rule = rgb("#cfccc4")
#set page(paper: "a4", margin: (x: 16mm, top: 15mm, bottom: 18mm),
  footer: context [#set text(size: 8pt, fill: muted); #text(%(foot)s) #h(1fr) #counter(page).display("1 / 1", both: true)])
#set text(lang: %(language)s, size: 9.6pt, fill: ink, font: ("Libertinus Serif", "DejaVu Sans Mono"), hyphenate: true)
#set par(leading: 0.6em, spacing: 0.85em)
#set list(indent: 0.4em, spacing: 0.6em)
#set enum(indent: 0.4em, spacing: 0.6em)
#show raw: set text(font: "DejaVu Sans Mono", size: 8pt)
#show link: set text(fill: rgb("#1d5c94"))
#show heading: set block(above: 1.5em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 11pt)
#let p-plain(body) = par(body)
#let p-lead(body) = block(text(size: 11pt, body))
#let p-kicker(body) = block(below: 0.5em, text(size: 8.6pt, fill: muted, body))
#let p-note(body) = block(below: 0.6em, text(size: 8.4pt, fill: muted, body))
#let p-warning(body) = block(width: 100%%, inset: (left: 8pt, rest: 5pt), stroke: (left: 3pt + rgb("#a8400a")), fill: rgb("#f5f3ed"), body)
#let said(body, source) = block(breakable: false, inset: (left: 8pt, y: 2pt), stroke: (left: 1.2pt + rgb("#8a8f95")))[
  #body #if source != "" [#linebreak() #text(size: 8.4pt, fill: muted, source)]]
#let code(body) = block(width: 100%%, inset: 7pt, fill: rgb("#f5f3ed"), raw(body, block: true))
#let hair = line(length: 100%%, stroke: 0.5pt + rule)
#let framed(body) = block(width: 100%%, breakable: false, inset: 10pt, stroke: 1.2pt + ink, body)
#let lines(label, count) = block(breakable: false, width: 100%%)[
  #text(size: 8.4pt, fill: muted, label)
  #for i in range(count) [#v(15pt) #line(length: 100%%, stroke: 0.5pt + rgb("#8a8f95"))]]
#let tick = box(width: 8pt, height: 8pt, stroke: 0.8pt + ink, baseline: 0.5pt)
#let ticks(items) = block(list(marker: tick, tight: true, ..items))
#let fig(picture, caption) = figure(picture, caption: if caption != "" [#text(size: 8.4pt, caption)], numbering: none, supplement: none)
#let facts(items) = block(width: 100%%, stroke: (y: 0.5pt + rule), inset: (y: 5pt), grid(columns: (1fr,) * calc.min(items.len(), 4), gutter: 8pt,
  ..items.map(((term, value)) => [#text(size: 7.8pt, fill: muted, term) #linebreak() #value])))
#let h-cell(title, note) = [#set text(size: 7.8pt, fill: muted); #title #if note != "" [#linebreak() #note]]
#let hatched = tiling(size: (5pt, 5pt))[#place(line(start: (0%%, 100%%), end: (100%%, 0%%), stroke: 0.4pt + rgb("#a9a69e")))]
#let d-cell(body, note, picture, kind, fill) = (body: body, note: note, picture: picture, kind: kind, fill: fill)
#let shown(cell) = {
  set text(weight: "bold") if cell.kind == "strong" or cell.kind.starts-with("step")
  set text(fill: muted) if cell.kind == "muted"
  set text(fill: white) if cell.kind == "step5" or cell.kind == "step6"
  if cell.kind == "missing" { box(fill: white, inset: (x: 3pt, y: 1pt), text(size: 7.8pt, cell.body)) } else { cell.body }
  if cell.note != "" { linebreak(); text(size: 7.4pt, weight: "regular", cell.note) }
  if cell.picture != none { cell.picture }
}
#let grid-any(columns, aligns, head, cells, inset, stroke, gutter) = table(columns: columns, align: (x, y) => aligns.at(x) + if y == 0 { bottom } else { horizon },
  stroke: stroke, inset: inset, gutter: gutter, table.header(..head),
  ..cells.map(cell => table.cell(fill: if cell.kind == "missing" { hatched } else { cell.fill }, shown(cell))))
#let under = (x, y) => (bottom: 0.5pt + rule)
#let grid-plain(columns, aligns, head, cells) = grid-any(columns, aligns, head, cells, (x: 4pt, y: 4.5pt), under, 0pt)
#let grid-chart(columns, aligns, head, cells) = grid-any(columns, aligns, head, cells, (x: 3pt, y: 1.5pt), under, 0pt)
#let grid-form(columns, aligns, head, cells) = grid-any(columns, aligns, head, cells, (x: 4pt, y: 9pt), (x, y) => 0.5pt + rule, 0pt)
#let grid-heat(columns, aligns, head, cells) = grid-any(columns, aligns, head, cells, (x: 2pt, y: 4pt), none, 1.5pt)
"""
