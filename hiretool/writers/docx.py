"""A Word document with real headings, header rows that repeat, and charts with their text."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hiretool.document import (
    Block,
    Blocks,
    Box,
    Bullets,
    Cell,
    Code,
    Direction,
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
    inline,
    plain,
)
from hiretool.writers import _direction, _word_rows, _words, pdf

SUFFIX = ".docx"
_PAGE_MM = 174
_INK, _MUTED, _RULE, _BAR, _PANEL = "1C2126", _word_rows.MUTED, "CFCCC4", "A8400A", "F5F3ED"
# Name -> size, space above and below, in points.
_OWN_STYLES = {
    "Lead": (12, 0, 5),
    "Small text": (8.5, 0, 4),
    "Table text": (9, 1, 1),
    "Table point": (9, 1, 1),
    "Table head": (7.5, 0, 1),
    "Gap": (4, 0, 0),
}
_ALIGN = {"left": 0, "center": 1, "right": 2}


def write(document: Document) -> bytes:
    blocks = _direction.marked(_words.blocks(document), document)
    return _Word(document, _drawn(_pictures(blocks), document.direction)).content(blocks)


class _Word:
    """One document being filled, block by block."""

    def __init__(self, document: Document, drawn: Mapping[str, bytes]) -> None:
        import docx
        from docx.shared import Mm, Pt, RGBColor

        self._file: Any = docx.Document()
        self._here: Any = self._file
        self._pt, self._mm, self._rgb = Pt, Mm, RGBColor
        self._drawn, self._breaks = drawn, False
        self._images: dict[bytes, tuple[Any, str]] = {}
        self._shapes = 0
        self._from_right = document.direction == "rtl"
        self._near = "right" if self._from_right else "left"
        properties = self._file.core_properties
        properties.title, properties.author, properties.language = document.title[:255], "hiretool", document.language
        section = self._file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin, section.bottom_margin = Mm(16), Mm(18)
        foot = section.footer.paragraphs[0].add_run(document.foot or document.title)
        foot.font.size = Pt(8)
        if self._from_right:
            foot.font.rtl = True
        self._styles()
        if document.language != "en":
            _speak(self._file, document.language)
        if self._from_right:
            _turn(self._file)
        self._style_ids = {style.name: style.style_id for style in self._file.styles}

    def _styles(self) -> None:
        from docx.oxml.ns import qn

        styles = self._file.styles
        sizes = {"Title": 20, "Heading 1": 14, "Heading 2": 11.5, "Heading 3": 10.5, "Heading 4": 10, "Quote": 10}
        for name, size in sizes.items():
            font = styles[name].font
            font.size, font.italic, font.color.rgb = self._pt(size), False, self._rgb.from_string(_INK)
            font.name = "Calibri"
        for edge in styles["Title"].element.pPr.findall(qn("w:pBdr")):
            styles["Title"].element.pPr.remove(edge)
        normal = styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", self._pt(10)
        normal.paragraph_format.space_after = self._pt(5)
        for name, (size, above, below) in _OWN_STYLES.items():
            style = styles.add_style(name, 1)
            style.base_style, style.font.size = normal, self._pt(size)
            style.paragraph_format.space_before = self._pt(above)
            style.paragraph_format.space_after = self._pt(below)
        for name in ("Table head", "Small text"):
            styles[name].font.color.rgb = self._rgb.from_string(_MUTED)
        styles["Table head"].paragraph_format.keep_with_next = True
        styles["Table point"].paragraph_format.left_indent = self._mm(2.5)
        styles["Table point"].paragraph_format.first_line_indent = self._mm(-2.5)

    def content(self, blocks: Blocks) -> bytes:
        self._add_all(blocks)
        if self._from_right:
            _same_for_all_scripts(self._file)
        target = io.BytesIO()
        self._file.save(target)
        return target.getvalue()

    def _add_all(self, blocks: Blocks) -> None:
        for number, block in enumerate(blocks):
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            if isinstance(block, Paragraph):
                self._paragraph(block).paragraph_format.keep_with_next = isinstance(following, Table) or None
            else:
                self._add(block)

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                style = "Title" if block.level == 1 else f"Heading {min(block.level - 1, 4)}"
                self._runs(self._line(style), block.text)
            case Paragraph():
                self._paragraph(block)
            case Bullets():
                self._bullets(block, 0)
            case Quote():
                self._quote(block)
            case Code():
                line = self._line()
                _background(line)
                run = line.add_run(block.text)
                run.font.name, run.font.size = "Consolas", self._pt(8.5)
            case Facts():
                for number, (term, value) in enumerate(block.items, start=1):
                    line = self._line()
                    line.paragraph_format.space_after = self._pt(1 if number < len(block.items) else 8)
                    self._runs(line, (Span(f"{term}: ", strong=True), *value))
            case Table():
                self._table(block)
            case Figure():
                self._picture(self._line(), block.picture, _PAGE_MM)
                if block.caption:
                    self._small(block.caption)
            case Box():
                self._box(block)
            case Lines():
                self._small(block.label).paragraph_format.keep_with_next = True
                for _ in range(block.count):
                    line = self._line()
                    line.paragraph_format.space_before, line.paragraph_format.space_after = self._pt(9), self._pt(0)
                    _edges(line, {"bottom": _MUTED, "between": _MUTED})
                self._line().paragraph_format.space_after = self._pt(2)
            case PageBreak():
                self._breaks = True
            case Rule():
                _edges(self._line(), {"bottom": _RULE})

    def _line(self, style: str | None = None) -> Any:
        """A new paragraph; the first after a page break starts the page."""
        line = self._here.add_paragraph()
        if style:
            self._style(line, style)
        if self._breaks:
            line.paragraph_format.page_break_before = True
            self._breaks = False
        return line

    def _paragraph(self, block: Paragraph) -> Any:
        line = self._line()
        self._runs(line, block.text)
        if block.role in ("note", "kicker", "lead"):
            self._style(line, "Lead" if block.role == "lead" else "Small text")
        elif block.role == "warning":
            line.paragraph_format.left_indent = self._mm(3)
            _edges(line, {self._near: _BAR}, size=24)
            _background(line)
        return line

    def _quote(self, block: Quote) -> None:
        line = self._line("Quote")
        self._runs(line, block.text)
        if block.source:
            line.add_run("\n")
            self._runs(line, inline(block.source), size=8.5)
        line.paragraph_format.left_indent = self._mm(4)
        line.paragraph_format.keep_together = True
        _edges(line, {self._near: _MUTED}, size=12)

    def _bullets(self, block: Bullets, depth: int) -> None:
        if block.role == "ticks":
            words = [plain(part.text) for item in block.items for part in item if isinstance(part, Paragraph)]
            self._line().add_run("     ".join(f"☐\u00a0{word}" for word in words))
            return
        style = "List Number" if block.ordered else "List Bullet"
        for number, item in enumerate(block.items, start=block.first):
            for position, inner in enumerate(item):
                if isinstance(inner, Bullets):
                    self._bullets(inner, depth + 1)
                elif isinstance(inner, Paragraph):
                    # Word's own numbering runs on from list to list, so the numbers are written out.
                    line = self._line(None if block.ordered or position else style)
                    if block.ordered or position or depth:
                        line.paragraph_format.left_indent = self._mm(6 + 6 * depth)
                    if position == 0 and block.ordered:
                        line.paragraph_format.first_line_indent = self._mm(-4)
                        line.add_run(f"{number}. ")
                    line.paragraph_format.space_after = self._pt(2)
                    self._runs(line, inner.text)
                else:
                    self._add(inner)

    def _box(self, block: Box) -> None:
        if block.role == "together":
            body = self._file.element.body if self._here is self._file else self._here._element
            earlier = len(body)
            self._add_all(block.blocks)
            # All but the last paragraph, and the section's own properties at the end of the body.
            self._keep(body[earlier - (self._here is self._file) : -2])
            return
        outside, table = self._here, self._grid(1, [_PAGE_MM])
        _borders(table, dict.fromkeys(("top", "left", "bottom", "right"), _INK), size=12)
        _keep_whole(table.rows[0])
        self._here = table.rows[0].cells[0]
        self._add_all(block.blocks)
        self._here._element.remove(self._here.paragraphs[0]._p)
        self._here = outside
        self._line().paragraph_format.space_after = self._pt(2)

    def _keep(self, elements: Iterable[Any]) -> None:
        """Keep each paragraph of the elements on one page with what follows it."""
        from docx.oxml.ns import qn
        from docx.text.paragraph import Paragraph as Line

        for element in elements:
            for found in [element, *element.iter(qn("w:p"))]:
                if found.tag == qn("w:p"):
                    Line(found, self._file).paragraph_format.keep_with_next = True

    def _grid(self, rows: int, widths: list[float]) -> Any:
        """A table of fixed columns; widths in mm."""
        from docx.enum.table import WD_TABLE_DIRECTION

        if self._breaks:
            self._line()
        table = self._here.add_table(rows, len(widths))
        table.autofit = False
        if self._from_right:
            table.table_direction = WD_TABLE_DIRECTION.RTL
        # Word goes by the cells, LibreOffice by the columns.
        for column, width in zip(table.columns, widths, strict=True):
            column.width = self._mm(width)
        return table

    def _table(self, block: Table) -> None:
        if block.caption:
            self._small(block.caption).paragraph_format.keep_with_next = True
        page = _PAGE_MM if self._here is self._file else _PAGE_MM - 6
        total = sum(column.width for column in block.columns)
        widths = [page * column.width / total for column in block.columns]
        table = self._grid(1, widths)
        edges = (
            ("top", "left", "bottom", "right", "insideH", "insideV") if block.role == "form" else ("bottom", "insideH")
        )
        _borders(table, dict.fromkeys(edges, _RULE))
        for cell, column, width in zip(table.rows[0].cells, block.columns, widths, strict=True):
            cell.width, line = self._mm(width), cell.paragraphs[0]
            self._style(line, "Table head", column.align)
            self._runs(line, inline("\n".join(filter(None, [column.title, column.note]))))
            if column.picture:
                line.add_run("\n")
                self._picture(line, column.picture, width - 4)
        _repeat_as_header(table.rows[0])
        shares = [width / page for width in widths]
        rows = _word_rows.Rows(block.columns, widths, self._style_ids, 11 if block.role == "form" else 0)
        for row, made in zip(
            block.rows, rows.parsed((row, pdf.is_short(row, shares)) for row in block.rows), strict=True
        ):
            table._tbl.append(made)
            self._pictures_of(row, made, widths)
        self._line("Gap")

    def _pictures_of(self, row: Sequence[Cell], made: Any, widths: Sequence[float]) -> None:
        """The charts of a row, put into its cells."""
        from docx.text.paragraph import Paragraph as Line

        for content, cell, width in zip(row, made.tc_lst, widths, strict=True):
            if content.picture:
                line = Line(cell.p_lst[0], self._file)
                if content.text:
                    line.add_run("\n")
                self._picture(line, content.picture, width - 4)

    def _picture(self, line: Any, picture: Picture, most_mm: float) -> None:
        from docx.oxml.shape import CT_Inline

        width = self._mm(min(picture.width_mm, most_mm))
        part, place = self._image(self._drawn[picture.svg])
        self._shapes += 1
        shape = CT_Inline.new_pic_inline(self._shapes, place, part.filename, *part.image.scaled_dimensions(width, None))
        shape.docPr.set("descr", picture.alt)
        # LibreOffice takes a distance that is not told for an eighth of an inch.
        for side in "TBLR":
            shape.set(f"dist{side}", "0")
        line.add_run()._r.add_drawing(shape)

    def _image(self, content: bytes) -> tuple[Any, str]:
        """The image's part of the file, and its relation; python-docx would compare it with all there are."""
        from docx.image.image import Image
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.parts.image import ImagePart

        if content not in self._images:
            name = PackURI(f"/word/media/image{len(self._images) + 1}.png")
            part = ImagePart.from_image(Image.from_blob(content), name)
            self._images[content] = part, self._file.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._images[content]

    def _small(self, text: str) -> Any:
        line = self._line("Small text")
        self._runs(line, inline(text))
        return line

    def _runs(
        self, line: Any, text: Inline, *, size: float = 0, color: str | None = None, strong: bool = False
    ) -> None:
        # Only what differs from the paragraph's style is set: each property that python-docx sets takes its time.
        for span in text:
            run = line.add_run(span.text)
            if self._from_right and _direction.FROM_RIGHT.search(span.text):
                run.font.rtl = True
            if span.strong or strong:
                run.bold = True
            if span.emphasis:
                run.italic = True
            if size:
                run.font.size = self._pt(size)
            if color:
                run.font.color.rgb = self._rgb.from_string(color)
            if span.code:
                run.font.name = "Consolas"
            if span.href and span.href != span.text.strip(_direction.LEFT) and not span.href.startswith("#"):
                line.add_run(f" ({span.href})")

    def _style(self, line: Any, name: str, align: str = "left") -> None:
        # python-docx looks through all styles at each name, which takes most of the time of a long document.
        line._p.style = self._style_ids[name]
        if align != "left":
            line.alignment = _ALIGN[align]


def _pictures(blocks: Iterable[Block]) -> Iterator[Picture]:
    for block in blocks:
        if isinstance(block, Figure):
            yield block.picture
        elif isinstance(block, Table):
            yield from (column.picture for column in block.columns if column.picture)
            yield from (cell.picture for row in block.rows for cell in row if cell.picture)
        elif isinstance(block, Box):
            yield from _pictures(block.blocks)
        elif isinstance(block, Bullets):
            yield from (picture for item in block.items for picture in _pictures(item))


def _drawn(pictures: Iterable[Picture], direction: Direction) -> dict[str, bytes]:
    """SVG -> the chart as pixels, for Word versions that show no SVG; all drawn in one go."""
    import typst

    found = {picture.svg: picture for picture in pictures}
    if not found:
        return {}
    with tempfile.TemporaryDirectory(prefix="hiretool-png-") as scratch:
        source = "#set page(height: auto, margin: 0pt)\n"
        for number, picture in enumerate(found.values()):
            (Path(scratch) / f"{number}.svg").write_text(pdf.with_colours(picture.svg), encoding="utf-8")
            width = f"{picture.width_mm:g}mm"
            image = pdf.turned(f'image("{number}.svg", width: {width})', picture, direction)
            source += f"#page(width: {width})[#{image}]\n"
        (Path(scratch) / "main.typ").write_text(source, encoding="utf-8")
        pages: Any = typst.compile(
            str(Path(scratch) / "main.typ"), root=scratch, format="png", ppi=200.0, ignore_system_fonts=True
        )
    return dict(zip(found, [pages] if isinstance(pages, bytes) else pages, strict=True))


def _child(parent: Any, name: str, **values: object) -> Any:
    """A new last element of `parent`, with attributes of Word's namespace."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), str(value))
    parent.append(element)
    return element


def _speak(file: Any, language: str) -> None:
    """The language of all texts that name none."""
    from docx.oxml.ns import qn

    spoken = file.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    for name in ("val", "bidi"):
        spoken.set(qn(f"w:{name}"), language)


def _turn(file: Any) -> None:
    """The page, and paragraphs of every style, from the right."""
    from docx.oxml.ns import qn

    page = file.sections[0]._sectPr
    _child(page, "w:bidi")
    page.insert_element_before(page[-1], "w:docGrid")
    properties = file.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{qn('w:pPr')}")
    _child(properties, "w:bidi")
    properties.insert_element_before(properties[-1], "w:spacing", "w:ind", "w:jc")


def _same_for_all_scripts(file: Any) -> None:
    """Size and weight also for letters that are written from the right, for which Word keeps others."""
    from docx.oxml.ns import qn

    for root in (file.styles.element, file.element, file.sections[0].footer._element):
        for name, twin in (("w:sz", "w:szCs"), ("w:b", "w:bCs"), ("w:i", "w:iCs")):
            for element in list(root.iter(qn(name))):
                parent = element.getparent()
                for stale in parent.findall(qn(twin)):
                    parent.remove(stale)
                copy = _child(parent, twin)
                for key, value in element.attrib.items():
                    copy.set(key, value)
                element.addnext(copy)


def _repeat_as_header(row: Any) -> None:
    _keep_whole(row)
    _child(row._tr.get_or_add_trPr(), "w:tblHeader")


def _keep_whole(row: Any) -> None:
    _child(row._tr.get_or_add_trPr(), "w:cantSplit")


def _shade(properties: Any, color: str) -> None:
    _child(properties, "w:shd", val="clear", color="auto", fill=color)


# What comes after these in a paragraph's or table's properties; Word refuses a file that has them in another order.
# Source: ECMA-376 Part 1, 17.3.1.26 pPr and 17.4.59 tblPr.
_AFTER_SHADE = tuple(f"w:{name}" for name in ("tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr"))
_AFTER_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def _background(line: Any) -> None:
    properties = line._p.get_or_add_pPr()
    _shade(properties, _PANEL)
    properties.insert_element_before(properties[-1], *_AFTER_SHADE)


def _edges(line: Any, colours: Mapping[str, str], size: int = 6) -> None:
    """Lines around a paragraph; size in eighths of a point."""
    properties = line._p.get_or_add_pPr()
    edges = _child(properties, "w:pBdr")
    properties.insert_element_before(edges, "w:shd", *_AFTER_SHADE)
    for side, color in colours.items():
        _child(edges, f"w:{side}", val="single", sz=size, space=4 if side in ("left", "right") else 1, color=color)


def _borders(table: Any, colours: Mapping[str, str], size: int = 4) -> None:
    edges = _child(table._tbl.tblPr, "w:tblBorders")
    table._tbl.tblPr.insert_element_before(edges, *_AFTER_BORDERS)
    for side, color in colours.items():
        _child(edges, f"w:{side}", val="single", sz=size, space=0, color=color)
