"""Charts on the 1 to 4 scale, one row of a table each, with the scale to stand above them."""

from __future__ import annotations

from collections.abc import Sequence

from hiretool.charts.drawing import BEYOND, WIDTH, level, picture, upright, words
from hiretool.document import Picture

LOW, HIGH = 1, 4
HEIGHT, MARGIN = 24, 14
TICKS = (1, 2, 3, 4)
MOST_NAMED = 12
"""People whose circles hold their initials; of more, each has a small ring."""
_DRAWN = "\u0250"
"""Letters from here on may be in no font of a printed page; circles of such initials stay empty."""


def axis(bar: float | None = None, *, width: int = WIDTH) -> Picture:
    """The scale on its own, to stand above a column of charts. bar: 1..4, marked with its name."""
    marks = "".join(
        upright("grid", _x(value, width), 28, 34) + words(f"{value}", _x(value, width), 25) for value in TICKS
    )
    if bar is None:
        return picture(marks, "Scale from 1 to 4", width=width, height=34)
    marks += upright("bar", _x(bar, width), 28, 34, 1.75)
    # At the ends of the scale the word would run out of the frame.
    middle = min(max(_x(bar, width), 24), width - 24)
    marks += words(f"bar {bar:.1f}", middle, 11, name="bar")
    return picture(marks, f"Scale from 1 to 4, with the bar at {bar:.1f}", width=width, height=34)


def blank(bar: float) -> Picture:
    """A row of nobody's score: the scale and the bar alone."""
    return picture(_grid(WIDTH, bar), "No score", height=HEIGHT)


def interval(score: float, low: float, high: float, *, raw: float | None, bar: float, alt: str) -> Picture:
    """A score with its interval, the raw mean as a tick below, and the bar as a line across. All values 1..4."""
    middle = HEIGHT / 2 - 1
    marks = _grid(WIDTH, bar) + level("range", middle, _x(low), _x(high), 2.5)
    marks += f'<circle class="point" cx="{_x(score)}" cy="{middle:g}" r="4.8"/>'
    if raw is not None:
        marks += upright("raw", _x(raw), middle + 5, middle + 11, 2)
    return picture(marks, alt, height=HEIGHT)


def people(means: Sequence[tuple[str, float]], *, width: int, alt: str, named: bool = True) -> Picture:
    """Each interviewer's own mean as a circle with initials; those that would overlap are stacked.

    means: (initials, mean rating 1..4), any number. width: units across, as of the axis above. named: small rings
    without initials if not, which take less room.
    """
    named = named and len(means) <= MOST_NAMED
    radius = 9.5 if named else 3.0
    rows = _stacked([_x(mean, width) for _, mean in means], gap=2 * radius + 1, most=MOST_NAMED if named else 5)
    height = max(2 * radius * (max(rows, default=0) + 1) + 5, HEIGHT)
    marks, floor = _grid(width, None, height), height - radius - 2.5
    if len(means) > 1:
        places = [_x(mean, width) for _, mean in means]
        marks += level("range", floor, min(places), max(places), 1.2)
    for (initials, mean), row in zip(means, rows, strict=True):
        x, y = _x(mean, width), floor - 2 * radius * row
        marks += f'<circle class="ring" cx="{x}" cy="{y:g}" r="{radius:g}" stroke-width="1.4"/>'
        if named and max(initials, default="") < _DRAWN:
            marks += words(initials, x, y + 3.1, size=9 if len(initials) < 3 else 7)
    return picture(marks, alt, width=width, height=height)


def _x(value: float, width: int = WIDTH) -> float:
    """Horizontal place of a value on the scale, in units of the drawing."""
    inside = min(max(value, LOW), HIGH)
    return round(MARGIN + (inside - LOW) / (HIGH - LOW) * (width - 2 * MARGIN), 1)


def _grid(width: int, bar: float | None, height: float = HEIGHT) -> str:
    top, foot = -BEYOND, height + BEYOND
    lines = "".join(upright("grid", _x(value, width), top, foot) for value in TICKS)
    return lines if bar is None else lines + upright("bar", _x(bar, width), top, foot, 1.75)


def _stacked(places: Sequence[float], *, gap: float, most: int) -> list[int]:
    """For each place the row, from 0, in which nothing stands nearer than `gap`; no row beyond `most` is begun."""
    found, last = [0] * len(places), list[float]()
    for number in sorted(range(len(places)), key=lambda number: places[number]):
        free = next((row for row, place in enumerate(last) if places[number] - place >= gap), len(last))
        row = min(free, most - 1)
        if row == len(last):
            last.append(places[number])
        last[row] = places[number]
        found[number] = row
    return found
