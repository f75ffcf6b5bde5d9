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
from hiretool.errors import HiretoolError
from hiretool.writers import _words

SUFFIX = ".pdf"
_UNSHOWN = re.compile(r'the text "(.*?)" could not be displayed', re.DOTALL)
_FILLS = {
    f"step{step}": color for step, color in enumerate(("f3f6f9", "dde9f4", "bdd6ec", "93bbdf", "2b6ca8", "123f6b"), 1)
}


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


def _compiled(document: Document, blocks: Blocks, *, standards: list[Any]) -> bytes:
    import os

    import typst

    with tempfile.TemporaryDirectory(prefix="hiretool-pdf-") as scratch:
        source = _Source(Path(scratch))
        body = source.blocks(blocks)
        (Path(scratch) / "main.typ").write_text(_settings(document) + body, encoding="utf-8")
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


def _settings(document: Document) -> str:
    """The document's names, and the style of all documents."""
    names = {"title": document.title, "language": document.language, "foot": document.foot or document.title}
    lets = "".join(f"#let doc-{name} = {_string(value)}\n" for name, value in names.items())
    return lets + (_words.TEMPLATES / "_page.typ").read_text(encoding="utf-8") + "\n"


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

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return f"#heading(level: {block.level})[{self._inline(block.text)}]"
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
            words = [
                f"[{self._inline(part.text)}]" for item in block.items for part in item if isinstance(part, Paragraph)
            ]
            return f"#ticks(({', '.join(words)},))"
        return f"#{'enum' if block.ordered else 'list'}({', '.join(items)})"

    def _table(self, block: Table) -> str:
        widths = ", ".join(f"{column.width:g}fr" for column in block.columns)
        aligns = ", ".join(column.align for column in block.columns)
        head = ", ".join(self._head(column) for column in block.columns)
        rows = ", ".join(self._cell(cell) for row in block.rows for cell in row)
        caption = f"#p-note[#text({_string(block.caption)})]\n" if block.caption else ""
        return f"{caption}#grid-{block.role or 'plain'}(({widths},), ({aligns},), ({head},), ({rows},))"

    def _head(self, column: Column) -> str:
        if column.picture:
            return f"[#{self._picture(column.picture, '100%')}]"
        return f"h-cell({_string(column.title)}, {_string(column.note)})"

    def _cell(self, cell: Cell) -> str:
        text = self._inline(cell.text)
        picture = self._picture(cell.picture, "100%") if cell.picture else "none"
        fill = f'rgb("#{_FILLS[cell.kind]}")' if cell.kind in _FILLS else "none"
        return f"d-cell([{text}], {_string(cell.note)}, {picture}, {_string(cell.kind)}, {fill})"

    def _picture(self, picture: Picture, width: str = "") -> str:
        self._pictures += 1
        name = f"picture-{self._pictures}.svg"
        (self._folder / name).write_text(with_colours(picture.svg), encoding="utf-8")
        return f"image({_string(name)}, width: {width or f'{picture.width_mm}mm'}, alt: {_string(picture.alt)})"

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
