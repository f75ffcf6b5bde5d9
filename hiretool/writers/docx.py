"""A Word document with real headings, header rows that repeat, and charts with their text."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import Any

from hiretool.document import (
    Block,
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
    Table,
)
from hiretool.writers import _words, pdf

SUFFIX = ".docx"
_PAGE_MM = 174
_SHADES = {
    **{
        f"step{step}": color
        for step, color in enumerate(("F3F6F9", "DDE9F4", "BDD6EC", "93BBDF", "2B6CA8", "123F6B"), 1)
    },
    "missing": "E8E6E0",
}
_LIGHT_TEXT = ("step5", "step6")


def write(document: Document) -> bytes:
    return _Word(document).content()


class _Word:
    """One document being filled, block by block."""

    def __init__(self, document: Document) -> None:
        import docx
        from docx.shared import Mm, Pt

        self._file: Any = docx.Document()
        self._pt, self._mm = Pt, Mm
        self._file.core_properties.title = document.title[:255]
        self._file.core_properties.author = "hiretool"
        self._file.core_properties.language = document.language
        section = self._file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin, section.bottom_margin = Mm(16), Mm(18)
        section.footer.paragraphs[0].text = _clean(document.foot or document.title)
        section.footer.paragraphs[0].runs[0].font.size = Pt(8)
        normal = self._file.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(10)
        normal.paragraph_format.space_after = Pt(5)
        for block in _words.blocks(document):
            self._add(block)

    def content(self) -> bytes:
        target = io.BytesIO()
        self._file.save(target)
        return target.getvalue()

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                self._runs(self._file.add_heading(level=0 if block.level == 1 else min(block.level - 1, 4)), block.text)
            case Paragraph():
                self._paragraph(block)
            case Bullets():
                self._bullets(block, 0)
            case Quote():
                self._runs(self._file.add_paragraph(style="Quote"), block.text)
                if block.source:
                    self._small(block.source)
            case Code():
                run = self._file.add_paragraph().add_run(_clean(block.text))
                run.font.name, run.font.size = "Consolas", self._pt(8.5)
            case Facts():
                for term, value in block.items:
                    line = self._file.add_paragraph()
                    line.paragraph_format.space_after = self._pt(1)
                    line.add_run(f"{_clean(term)}: ").bold = True
                    self._runs(line, value)
            case Table():
                self._table(block)
            case Figure():
                self._picture(self._file.add_paragraph(), block.picture)
                if block.caption:
                    self._small(block.caption)
            case Box():
                for inner in block.blocks:
                    self._add(inner)
            case Lines():
                self._small(block.label)
                for _ in range(block.count):
                    self._file.add_paragraph("_" * 86)
            case PageBreak():
                self._file.add_page_break()
            case Rule():
                pass

    def _paragraph(self, block: Paragraph) -> None:
        line = self._file.add_paragraph()
        self._runs(line, block.text)
        for run in line.runs:
            if block.role == "lead":
                run.font.size = self._pt(12)
            elif block.role in ("note", "kicker"):
                run.font.size = self._pt(8.5)
            elif block.role == "warning":
                run.bold = True

    def _bullets(self, block: Bullets, depth: int) -> None:
        style = "List Number" if block.ordered else "List Bullet"
        for number, item in enumerate(block.items, start=1):
            for position, inner in enumerate(item):
                if isinstance(inner, Bullets):
                    self._bullets(inner, depth + 1)
                elif isinstance(inner, Paragraph):
                    # Word's own numbering runs on from list to list, so the numbers are written out.
                    line = self._file.add_paragraph(style=None if block.ordered or block.role or position else style)
                    if block.ordered or block.role or position or depth:
                        line.paragraph_format.left_indent = self._mm(6 + 6 * depth)
                    if position == 0 and block.role == "ticks":
                        line.add_run("☐ ")
                    elif position == 0 and block.ordered:
                        line.add_run(f"{number}. ")
                    line.paragraph_format.space_after = self._pt(2)
                    self._runs(line, inner.text)
                else:
                    self._add(inner)

    def _table(self, block: Table) -> None:
        if block.caption:
            self._small(block.caption)
        table = self._file.add_table(rows=1, cols=len(block.columns))
        table.style = "Table Grid"
        table.autofit = False
        total = sum(column.width for column in block.columns)
        widths = [self._mm(_PAGE_MM * column.width / total) for column in block.columns]
        for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
            text = _clean(f"{column.title}\n{column.note}" if column.note else column.title)
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size = True, self._pt(8.5)
            cell.paragraphs[0].alignment = _ALIGN[column.align]
        _repeat_as_header(table.rows[0])
        for row in block.rows:
            target = table.add_row()
            _keep_whole(target)
            if block.role == "form":
                target.height = self._mm(13)
            for cell, content, column in zip(target.cells, row, block.columns, strict=True):
                self._cell(cell, content, column.align)
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
        self._file.add_paragraph().paragraph_format.space_after = self._pt(2)

    def _cell(self, target: Any, content: Cell, align: str) -> None:
        line = target.paragraphs[0]
        line.paragraph_format.space_after = self._pt(0)
        line.alignment = _ALIGN[align]
        if content.picture:
            self._picture(line, content.picture)
        self._runs(line, content.text)
        if content.note:
            line.add_run("\n" + _clean(content.note)).font.size = self._pt(7.5)
        for run in line.runs:
            run.font.size = run.font.size or self._pt(9)
            run.bold = run.bold or content.kind in ("head", "strong") or None
            if content.kind in _LIGHT_TEXT:
                run.font.color.rgb = _white()
        if content.kind in _SHADES:
            _shade(target, _SHADES[content.kind])

    def _picture(self, line: Any, picture: Picture) -> None:
        shape = line.add_run().add_picture(io.BytesIO(_png(picture)), width=self._mm(min(picture.width_mm, _PAGE_MM)))
        shape._inline.docPr.set("descr", picture.alt)

    def _small(self, text: str) -> None:
        self._file.add_paragraph().add_run(_clean(text)).font.size = self._pt(8.5)

    def _runs(self, line: Any, text: Inline) -> None:
        for span in text:
            run = line.add_run(_clean(span.text))
            run.bold, run.italic = span.strong or None, span.emphasis or None
            if span.code:
                run.font.name = "Consolas"
            if span.href and span.href != span.text:
                line.add_run(f" ({_clean(span.href)})")


def _clean(text: str) -> str:
    """Text without the control characters that XML cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t")


def _png(picture: Picture) -> bytes:
    """The chart as pixels, for Word versions that show no SVG."""
    import typst

    with tempfile.TemporaryDirectory(prefix="hiretool-png-") as scratch:
        (Path(scratch) / "picture.svg").write_text(pdf.with_colours(picture.svg), encoding="utf-8")
        source = Path(scratch) / "main.typ"
        width = f"{picture.width_mm}mm"
        source.write_text(
            f'#set page(width: {width}, height: auto, margin: 0pt)\n#image("picture.svg", width: {width})',
            encoding="utf-8",
        )
        content: bytes = typst.compile(str(source), root=scratch, format="png", ppi=200.0, ignore_system_fonts=True)
        return content


def _repeat_as_header(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _keep_whole(row)


def _keep_whole(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _shade(cell: Any, color: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", color)):
        element.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(element)


def _white() -> Any:
    from docx.shared import RGBColor

    return RGBColor(0xFF, 0xFF, 0xFF)


_ALIGN = {"left": 0, "center": 1, "right": 2}
