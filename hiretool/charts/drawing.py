"""Marks -> a picture, and the marks that most charts have."""

from __future__ import annotations

from html import escape

from hiretool.document import Picture

WIDTH = 260
"""Units across a chart that stands in a column of a table; `UNIT_MM` of paper each."""
UNIT_MM = 62 / WIDTH
BEYOND = 60
"""How far upright lines run over the frame: where a row is taller than its chart they still meet the next row's."""


def picture(marks: str, alt: str, *, width: int = WIDTH, height: float, width_mm: float = 0) -> Picture:
    """The drawing, with what it shows in words. width, height: in units of the drawing."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:g}" role="img">'
        f"<title>{escape(alt)}</title>{marks}</svg>"
    )
    return Picture(svg, alt, width_mm=width_mm or round(width * UNIT_MM, 1))


def upright(name: str, x: float, top: float, foot: float, width: float = 1) -> str:
    """A vertical line of a class of the style sheet."""
    return f'<line class="{name}" x1="{x}" x2="{x}" y1="{top:g}" y2="{foot:g}" stroke-width="{width:g}"/>'


def level(name: str, y: float, left: float, right: float, width: float) -> str:
    """A horizontal line of a class of the style sheet."""
    return f'<line class="{name}" x1="{left}" x2="{right}" y1="{y:g}" y2="{y:g}" stroke-width="{width:g}"/>'


def words(text: str, x: float, y: float, *, size: float = 11, anchor: str = "middle", name: str = "") -> str:
    """Text in a drawing; letters of any script are left to the reader's fonts."""
    kind = f' class="{name}"' if name else ""
    return f'<text{kind} x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="{anchor}">{escape(text)}</text>'
