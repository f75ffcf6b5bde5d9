"""Charts over time: a count that grows and is uncertain, and chances."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Sequence
from html import escape

from hiretool.charts.drawing import picture
from hiretool.document import Picture

BROAD, LEFT, RIGHT, TOP, BOTTOM = 640, 44, 16, 22, 30
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DASHES = ("6 4", "2 3", "10 3 2 3", "1 5", "14 4")
_STYLES = ("range", "raw")
_LETTER = 6.3
"""Width of a letter at the size of a label, rounded up."""


def fan(
    rows: Sequence[Sequence[float]], *, days: Sequence[datetime.date], wanted: float, wanted_text: str, alt: str
) -> Picture:
    """A count that grows and is uncertain: two bands around the middle.

    rows: for each day five counts that do not fall: those that 10, 25, 50, 75 and 90 % of the cases stay at or below.
    wanted: where a line is drawn across, with its text.
    """
    height = 260
    top = max(wanted, *(row[-1] for row in rows), 1.0) * 1.08
    plot = _Plot(days[0], days[-1], top, height, right=RIGHT)
    marks = plot.months() + plot.levels(_whole_ticks(top), str)
    for low, high, strength in ((0, 4, 0.18), (1, 3, 0.3)):
        outline = plot.steps(days, [row[high] for row in rows]) + plot.steps(days, [row[low] for row in rows])[::-1]
        points = " ".join(f"{x:g},{y:g}" for x, y in outline)
        marks += f'<polygon class="block" fill-opacity="{strength}" points="{points}"/>'
    y = plot.y(wanted)
    marks += f'<line class="bar" x1="{LEFT}" x2="{BROAD - RIGHT}" y1="{y}" y2="{y}" stroke-dasharray="5 3"/>'
    marks += _line("range", plot.steps(days, [row[2] for row in rows]), 2.5)
    marks += f'<text class="bar" x="{LEFT + 4}" y="{y - 5}" font-size="12">{escape(wanted_text)}</text>'
    return _broad(marks, alt, height)


def curves(
    lines: Sequence[tuple[str, Sequence[float]]],
    *,
    days: Sequence[datetime.date],
    mark: tuple[datetime.date, str],
    alt: str,
) -> Picture:
    """Chances over time: the first line thick, the others dashed, each with its name at its end.

    lines: (name, a chance 0..1 for each day). mark: a day with a line down and its text.
    """
    height, shown = 300, [(_cut(name, 26), values) for name, values in lines]
    plot = _Plot(days[0], days[-1], 1.0, height, right=36 + _LETTER * max(len(name) for name, _ in shown))
    marks = plot.months() + plot.levels((0, 0.25, 0.5, 0.75, 1), lambda value: f"{value:.0%}")
    x = plot.x(mark[0])
    marks += f'<line class="bar" x1="{x}" x2="{x}" y1="{TOP}" y2="{height - BOTTOM}" stroke-dasharray="5 3"/>'
    anchor = "end" if x > BROAD / 2 else "start"
    marks += f'<text class="bar" x="{x}" y="{TOP - 8}" font-size="12" text-anchor="{anchor}">{escape(mark[1])}</text>'
    for number, (_, values) in reversed(list(enumerate(shown))):
        points = [(plot.x(day), plot.y(value)) for day, value in zip(days, values, strict=True)]
        marks += _line(_STYLES[number > 0], points, *_stroke(number))
    places = _apart([plot.y(values[-1]) for _, values in shown], 14, height - BOTTOM)
    for number, ((name, _), place) in enumerate(zip(shown, places, strict=True)):
        marks += _line(_STYLES[number > 0], [(plot.right + 6, place), (plot.right + 26, place)], *_stroke(number))
        marks += f'<text x="{plot.right + 31:g}" y="{place + 4:g}" font-size="12">{escape(name)}</text>'
    return _broad(marks, alt, height)


class _Plot:
    """Where a day and a value lie in a broad chart."""

    def __init__(self, first: datetime.date, last: datetime.date, top: float, height: int, *, right: float) -> None:
        self._first, self._last, self._top, self._height = first, last, top, height
        self.right = round(BROAD - right, 1)

    def x(self, day: datetime.date) -> float:
        share = (day - self._first).days / max((self._last - self._first).days, 1)
        return round(LEFT + min(max(share, 0), 1) * (self.right - LEFT), 1)

    def y(self, value: float) -> float:
        return round(self._height - BOTTOM - value / self._top * (self._height - BOTTOM - TOP), 1)

    def steps(self, days: Sequence[datetime.date], values: Sequence[float]) -> list[tuple[float, float]]:
        """Corners of a line that stays level until its next day."""
        found: list[tuple[float, float]] = []
        for day, value in zip(days, values, strict=True):
            x, y = self.x(day), self.y(value)
            found += [(x, found[-1][1]), (x, y)] if found else [(x, y)]
        return found

    def months(self) -> str:
        """Lines and names at the first of each month, or of every so many if there are more than fit."""
        months = [
            datetime.date(year, month, 1)
            for year in range(self._first.year, self._last.year + 1)
            for month in range(1, 13)
            if self._first < datetime.date(year, month, 1) <= self._last
        ]
        every = next((step for step in (1, 2, 3, 6) if len(months) / step <= 9), 12)
        shown = [day for day in months if (day.month - 1) % every == 0] if every > 1 else months
        foot = self._height - BOTTOM
        marks = f'<line class="raw" x1="{LEFT}" x2="{self.right}" y1="{foot}" y2="{foot}" stroke-width="1"/>'
        for day in shown:
            x = self.x(day)
            name = f"{MONTHS[day.month - 1]} {day.year}" if day is shown[0] or day.month == 1 else MONTHS[day.month - 1]
            marks += (
                f'<line class="grid" x1="{x}" x2="{x}" y1="{TOP}" y2="{foot}" stroke-width="1"/>'
                f'<text x="{x}" y="{foot + 18}" font-size="12" text-anchor="middle">{name}</text>'
            )
        return marks

    def levels(self, values: Sequence[float], shown: Callable[[float], str]) -> str:
        return "".join(
            f'<line class="grid" x1="{LEFT}" x2="{self.right}" y1="{self.y(value)}" y2="{self.y(value)}"'
            f' stroke-width="1"/><text x="{LEFT - 6}" y="{self.y(value) + 4}" font-size="12" text-anchor="end">'
            f"{shown(value)}</text>"
            for value in values
        )


def _stroke(number: int) -> tuple[float, str]:
    """Width and dashes of the first and the other lines."""
    return (1.3, DASHES[(number - 1) % len(DASHES)]) if number else (2.5, "")


def _line(name: str, points: Sequence[tuple[float, float]], width: float, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    places = " ".join(f"{x:g},{y:g}" for x, y in points)
    return f'<polyline class="{name}" fill="none" stroke-width="{width}"{dashed} points="{places}"/>'


def _whole_ticks(top: float) -> list[int]:
    """Whole numbers from 0, at most seven of them."""
    step = next(size for size in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 100_000) if top / size <= 6)
    return list(range(0, int(top) + 1, step))


def _apart(places: Sequence[float], gap: float, lowest: float) -> list[float]:
    """The places moved until none is nearer to its neighbour than `gap`, in their order."""
    order = sorted(range(len(places)), key=lambda number: places[number])
    found = list(places)
    for before, after in itertools.pairwise(order):
        found[after] = max(found[after], found[before] + gap)
    limit = lowest
    for number in reversed(order):
        found[number] = min(found[number], limit)
        limit = found[number] - gap
    return found


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _broad(marks: str, alt: str, height: int) -> Picture:
    return picture(marks, alt, width=BROAD, height=height, width_mm=170)
