"""Rows of a Word table as XML text, parsed in one go: python-docx sets every property of every run by itself, which
takes minutes for a document of some thousand rows.

Source: ECMA-376 Part 1, 17.4 tables and 17.3.2 runs; the order of elements is the schema's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from hiretool.document import Cell, Column, Span
from hiretool.writers import _direction

SHADES = {
    **{
        f"step{step}": color
        for step, color in enumerate(("F3F6F9", "DDE9F4", "BDD6EC", "93BBDF", "2B6CA8", "123F6B"), 1)
    },
    "missing": "E8E6E0",
}
MUTED = "4D565F"
_ON_DARK = "FFFFFF"
_TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
_NOTE = 7.5


@dataclass(frozen=True, slots=True)
class Rows:
    """What the rows of one table have in common."""

    columns: Sequence[Column]
    widths: Sequence[float]
    """Of the columns, in millimetres."""
    styles: Mapping[str, str]
    """Name of a paragraph style -> its id in the file."""
    height_mm: float = 0
    """The least height of a row, 0 for that of its text."""

    def parsed(self, rows: Iterable[tuple[Sequence[Cell], bool]]) -> list[Any]:
        """The rows as elements of a table. rows: the cells of each, and whether it is kept on one page."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        text = "".join(self._row(cells, whole=whole) for cells, whole in rows)
        return list(parse_xml(f"<w:tbl {nsdecls('w')}>{text}</w:tbl>"))

    def _row(self, cells: Sequence[Cell], *, whole: bool) -> str:
        properties = "<w:cantSplit/>" if whole else ""
        if self.height_mm:
            properties += f'<w:trHeight w:val="{self.height_mm * _TWIPS:.0f}"/>'
        inside = "".join(map(self._cell, cells, self.columns, self.widths))
        return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"

    def _cell(self, cell: Cell, column: Column, width: float) -> str:
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADES[cell.kind]}"/>' if cell.kind in SHADES else ""
        color = _ON_DARK if cell.kind in ("step5", "step6") else MUTED if cell.kind == "muted" else ""
        strong = cell.kind == "strong" or cell.kind.startswith("step")
        runs = "".join(_run(span, color=color, strong=strong) for span in cell.text)
        note = _run(Span(f"\n{cell.note}"), color=color, size=_NOTE) if cell.note else ""
        lines = [self._line("Table text", runs + note, column.align)] if runs or note or not cell.points else []
        lines += [self._line("Table point", _run(Span(f"• {point}"))) for point in cell.points]
        properties = f'<w:tcPr><w:tcW w:type="dxa" w:w="{width * _TWIPS:.0f}"/>{shade}</w:tcPr>'
        return f"<w:tc>{properties}{''.join(lines)}</w:tc>"

    def _line(self, style: str, runs: str, align: str = "left") -> str:
        along = "" if align == "left" else f'<w:jc w:val="{align}"/>'
        return f'<w:p><w:pPr><w:pStyle w:val="{self.styles[style]}"/>{along}</w:pPr>{runs}</w:p>'


def _run(span: Span, *, color: str = "", strong: bool = False, size: float = 0) -> str:
    properties = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>' if span.code else ""
    properties += "<w:b/>" if span.strong or strong else ""
    properties += "<w:i/>" if span.emphasis else ""
    properties += f'<w:color w:val="{color}"/>' if color else ""
    properties += f'<w:sz w:val="{size * 2:.0f}"/>' if size else ""
    properties += "<w:rtl/>" if _direction.FROM_RIGHT.search(span.text) else ""
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    text = "<w:br/>".join(map(_words, span.text.split("\n")))
    run = f"<w:r>{properties}{text}</w:r>"
    if span.href and span.href != span.text.strip(_direction.LEFT) and not span.href.startswith("#"):
        run += f"<w:r>{_words(f' ({span.href})')}</w:r>"
    return run


def _words(text: str) -> str:
    """One line of a run."""
    return "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in text.split("\t")
    )
