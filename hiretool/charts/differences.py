"""How somebody differs from the others, in points of the scale, with nothing in the middle."""

from __future__ import annotations

from hiretool.charts.drawing import BEYOND, WIDTH, level, picture, upright, words
from hiretool.document import Picture

HEIGHT, MARGIN = 24, 14
MOST = 1.0
"""Points to each side that are drawn; what lies beyond stands at the edge."""


def difference(found: tuple[float, float, float] | None, *, alt: str) -> Picture:
    """A difference with its interval. found: (low, value, high) in rating points; None where it is not known."""
    marks = "".join(upright("grid", _x(value), -BEYOND, HEIGHT + BEYOND) for value in (-MOST, MOST))
    marks += upright("raw", _x(0), -BEYOND, HEIGHT + BEYOND, 0.8)
    if found:
        low, value, high = map(_x, found)
        marks += level("range", HEIGHT / 2, low, high, 2.5)
        marks += f'<circle class="point" cx="{value}" cy="{HEIGHT / 2:g}" r="4.8"/>'
    return picture(marks, alt, height=HEIGHT)


def differences_axis() -> Picture:
    """The scale on its own: lower to the left."""
    shown = ((-MOST, "1 lower", "start", 0.0), (0.0, "alike", "middle", _x(0)), (MOST, "1 higher", "end", float(WIDTH)))
    marks = "".join(
        words(text, place, 12, anchor=anchor) + upright("grid", _x(value), 15, 19)
        for value, text, anchor, place in shown
    )
    return picture(marks, "From 1 point lower to 1 point higher", height=19)


def _x(value: float) -> float:
    inside = min(max(value, -MOST), MOST)
    return round(WIDTH / 2 + inside / MOST * (WIDTH / 2 - MARGIN), 1)
