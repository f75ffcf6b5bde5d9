"""Charts as SVG, written by hand: no dependency, with all values in their text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from hiretool.document import Picture

LOW, HIGH = 1.0, 4.0
WIDTH, HEIGHT, MARGIN = 260, 26, 12


def _x(value: float) -> float:
    """Horizontal place of a value on the 1 to 4 scale, in units of the drawing."""
    return round(MARGIN + (value - LOW) / (HIGH - LOW) * (WIDTH - 2 * MARGIN), 1)


def axis() -> Picture:
    """The scale on its own, to stand above a column of `range_row`s."""
    marks = "".join(
        f'<line class="grid" x1="{_x(value)}" x2="{_x(value)}" y1="14" y2="20"/>'
        f'<text x="{_x(value)}" y="10" font-size="11" text-anchor="middle">{value}</text>'
        for value in (1, 2, 3, 4)
    )
    return _picture(marks, "Scale from 1 to 4", height=20)


def range_row(score: float, raw: float, means: Sequence[tuple[str, float]]) -> Picture:
    """One candidate on the 1 to 4 scale.

    Dot: score. Black tick below: raw mean. Line: from the lowest to the highest interviewer's own mean, which is a
    range of people and not a confidence interval. Rings: each interviewer's mean.
    score, raw: 1..4. means: (interviewer, their mean rating), any number.
    """
    middle = HEIGHT / 2
    values = [mean for _, mean in means]
    marks = [
        f'<line class="grid" x1="{_x(value)}" x2="{_x(value)}" y1="0" y2="{HEIGHT}" stroke-width="1"/>'
        for value in (1, 2, 3, 4)
    ]
    if values:
        marks.append(
            f'<line class="range" x1="{_x(min(values))}" x2="{_x(max(values))}" y1="{middle}" y2="{middle}"'
            ' stroke-width="2"/>'
        )
        marks += [
            f'<circle class="ring" cx="{_x(value)}" cy="{middle}" r="3.2" stroke-width="1.3"/>' for value in values
        ]
    marks.append(f'<circle class="point" cx="{_x(score)}" cy="{middle}" r="5"/>')
    marks.append(
        f'<line class="raw" x1="{_x(raw)}" x2="{_x(raw)}" y1="{middle + 6}" y2="{middle + 12}" stroke-width="2"/>'
    )
    people = "; ".join(f"{name} {mean:.1f}" for name, mean in means)
    return _picture("".join(marks), f"Score {score:.1f}, raw mean {raw:.1f}. Interviewers' means: {people or 'none'}.")


def minute_bar(from_minute: int, to_minute: int, minutes: int) -> Picture:
    """A stretch of time inside an interview of so many minutes."""
    scale = (WIDTH - 2) / minutes
    left, width = 1 + from_minute * scale, max((to_minute - from_minute) * scale, 1)
    marks = (
        f'<line class="grid" x1="1" x2="{WIDTH - 1}" y1="7" y2="7" stroke-width="1"/>'
        f'<rect class="block" x="{left:.1f}" y="3" width="{width:.1f}" height="8"/>'
    )
    return _picture(marks, f"Minutes {from_minute} to {to_minute} of {minutes}", height=14)


def _picture(marks: str, alt: str, *, height: int = HEIGHT) -> Picture:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">'
        f"<title>{escape(alt)}</title>{marks}</svg>"
    )
    return Picture(svg, alt, width_mm=62)
