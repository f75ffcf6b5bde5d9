"""A ratio with its interval as a picture, on a scale where half and double are equally far from 1."""

from __future__ import annotations

import math
from html import escape

from hiretool.document import Picture

LOW, HIGH = 0.25, 2.0
WIDTH, HEIGHT, MARGIN = 220, 22, 10
MARKS = ((0.25, "1/4"), (0.5, "1/2"), (0.8, "4/5"), (1.0, "1"), (2.0, "2"))


def scale() -> Picture:
    """The scale on its own, to stand above a column of `row`s."""
    marks = "".join(
        f'<line class="{_kind(value)}" x1="{_x(value)}" x2="{_x(value)}" y1="14" y2="20"/>'
        f'<text x="{_x(value)}" y="10" font-size="11" text-anchor="middle">{text}</text>'
        for value, text in MARKS
    )
    return _picture(marks, "Scale of ratios from a quarter to double", height=20)


def row(ratio: float | None, interval: tuple[float, float | None] | None, text: str) -> Picture:
    """Dot: the ratio. Line: its interval, with an arrow where it goes on beyond the scale. text: the same in words."""
    marks = "".join(
        f'<line class="{_kind(value)}" x1="{_x(value)}" x2="{_x(value)}" y1="0" y2="{HEIGHT}" stroke-width="1"/>'
        for value, _ in MARKS
    )
    middle = HEIGHT / 2
    if interval is not None:
        low, high = interval[0], math.inf if interval[1] is None else interval[1]
        left, right = _x(low), _x(high)
        marks += f'<line class="range" x1="{left}" x2="{right}" y1="{middle}" y2="{middle}" stroke-width="2"/>'
        for is_beyond, tip, back in ((low < LOW, left, 5), (high > HIGH, right, -5)):
            if is_beyond:
                points = f"{tip + back:g},{middle - 4} {tip:g},{middle} {tip + back:g},{middle + 4}"
                marks += f'<polyline class="range" fill="none" stroke-width="2" points="{points}"/>'
    if ratio is not None:
        marks += f'<circle class="point" cx="{_x(ratio)}" cy="{middle}" r="4.5"/>'
    return _picture(marks, text)


def _kind(value: float) -> str:
    return "bar" if value == 0.8 else "grid"


def _x(value: float) -> float:
    """Horizontal place of a ratio, in units of the drawing; what lies beyond the scale stands at its end."""
    inside = min(max(value, LOW), HIGH)
    share = math.log(inside / LOW) / math.log(HIGH / LOW)
    return round(MARGIN + share * (WIDTH - 2 * MARGIN), 1)


def _picture(marks: str, alt: str, *, height: int = HEIGHT) -> Picture:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">'
        f"<title>{escape(alt)}</title>{marks}</svg>"
    )
    return Picture(svg, alt, width_mm=48)
