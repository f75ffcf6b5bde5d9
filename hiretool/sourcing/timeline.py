"""A person's papers over time, as a chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from hiretool.document import Picture

WIDTH = 520
_LEFT, _RIGHT, _TOP = 8, 512, 20
_TALLEST = 90.0
"""Height of the tallest column, at the most."""
_LARGEST = 13.0
"""Height of a paper's box, in units of the drawing, where there is room."""
_BELOW = 50
"""Room for the names of the columns, and for what the boxes mean."""
_QUARTERS = 10
"""At the most so many columns are quarters of a year; a longer time is shown by years."""
_YEARS = 20
_LETTER = 6.4
"""Width of a letter at the size of a label, rounded up."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One paper in the chart."""

    submitted: date
    first: bool
    """Whether the person is named first."""
    venues: tuple[str, ...] = ()
    """Where it was accepted, by a list or by its own comment: "ICML 2025"."""


def timeline(marks: Sequence[Mark], *, name: str) -> Picture | None:
    """Papers as boxes over quarters or years: filled where named first, outlined where not, a bar where a venue is
    named. None if there is no paper to show.

    name: whose papers they are, for those who do not see the chart.
    """
    if not marks:
        return None
    columns = _columns(marks)
    wide = (_RIGHT - _LEFT) / len(columns)
    tallest = max(map(len, columns.values()))
    high = min(_LARGEST, _TALLEST / tallest)
    foot = round(_TOP + high * tallest, 1)
    height = foot + _BELOW
    drawn = f'<line class="raw" x1="{_LEFT}" x2="{_RIGHT}" y1="{foot}" y2="{foot}" stroke-width="1"/>'
    every = max(1, -(-len(columns) // (11 if _by_year(columns) else 6)))
    for number, (label, held) in enumerate(columns.items()):
        left = _LEFT + number * wide
        drawn += _column(held, left, wide, foot, high)
        if number % every == 0:
            drawn += _text(left + wide / 2, foot + 16, label)
    alt = _told(columns, name)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" role="img">'
        f"<title>{escape(alt)}</title>{drawn}{_legend(marks, height - 12)}</svg>"
    )
    return Picture(svg, alt, width_mm=138)


def _columns(marks: Sequence[Mark]) -> dict[str, list[Mark]]:
    """Label -> the papers of that stretch of time, every stretch between the first and the last; named first lowest."""
    days = sorted(mark.submitted for mark in marks)
    first, last = days[0], days[-1]
    quarters = (last.year - first.year) * 4 + (last.month - 1) // 3 - (first.month - 1) // 3 + 1
    if quarters <= _QUARTERS:
        start = first.year * 4 + (first.month - 1) // 3
        labels = [f"Q{at % 4 + 1} {at // 4}" for at in range(start, start + quarters)]
    else:
        # Who has published for longer than the chart is wide has the earliest years in one column.
        start = max(first.year, last.year - _YEARS + 1)
        labels = [str(year) for year in range(start, last.year + 1)]
        labels[0] = f"to {start}" if start > first.year else str(start)
    columns: dict[str, list[Mark]] = {label: [] for label in labels}
    for mark in sorted(marks, key=lambda mark: (not mark.first, mark.submitted)):
        day = mark.submitted
        at = day.year * 4 + (day.month - 1) // 3 - start if quarters <= _QUARTERS else max(day.year - start, 0)
        columns[labels[at]].append(mark)
    return columns


def _by_year(columns: Mapping[str, object]) -> bool:
    return not next(iter(columns)).startswith("Q")


def _column(held: Sequence[Mark], left: float, wide: float, foot: float, high: float) -> str:
    """The boxes of one stretch of time, from the foot up, and above them the venues, if there is room for the words."""
    box = min(22.0, wide * 0.6)
    x, found = left + (wide - box) / 2, ""
    gap = min(2.0, high / 4)
    for number, mark in enumerate(held):
        y = foot - (number + 1) * high
        name, line = ("block", "") if mark.first else ("ring", ' stroke-width="1.2"')
        found += f'<rect class="{name}" x="{x:.1f}" y="{y:.1f}" width="{box:.1f}" height="{high - gap:.1f}"{line}/>'
        if mark.venues:
            bar = x + box + 3
            found += (
                f'<line class="bar" x1="{bar:.1f}" x2="{bar:.1f}" y1="{y:.1f}" y2="{y + high - gap:.1f}"'
                ' stroke-width="3"/>'
            )
    venues = list(dict.fromkeys(venue.split()[0] for mark in held for venue in mark.venues if venue.split()))
    words = ", ".join(venues)
    if words and len(words) * _LETTER <= wide:
        found += _text(left + wide / 2, foot - len(held) * high - 5, words, name="bar")
    return found


def _legend(marks: Sequence[Mark], y: float) -> str:
    """What the boxes mean, for the kinds that there are."""
    x, found = float(_LEFT), ""
    shown = (
        ("block", "named first", any(mark.first for mark in marks)),
        ("ring", "another place", any(not mark.first for mark in marks)),
        ("bar", "venue named", any(mark.venues for mark in marks)),
    )
    for name, words, wanted in shown:
        if not wanted:
            continue
        if name == "bar":
            found += (
                f'<line class="bar" x1="{x + 6:.1f}" x2="{x + 6:.1f}" y1="{y - 10:g}" y2="{y:g}" stroke-width="3"/>'
            )
        else:
            line = ' stroke-width="1.2"' if name == "ring" else ""
            found += f'<rect class="{name}" x="{x:.1f}" y="{y - 10:g}" width="12" height="10"{line}/>'
        found += _text(x + 18, y - 1, words, anchor="start")
        x += 18 + len(words) * _LETTER + 18
    return found


def _text(x: float, y: float, words: str, *, anchor: str = "middle", name: str = "") -> str:
    kind = f' class="{name}"' if name else ""
    return f'<text{kind} x="{x:.1f}" y="{y:.1f}" font-size="12" text-anchor="{anchor}">{escape(words)}</text>'


def _told(columns: Mapping[str, Sequence[Mark]], name: str) -> str:
    """The chart in words: each stretch of time that has papers."""
    parts = []
    for label, held in columns.items():
        if not held:
            continue
        first = sum(mark.first for mark in held)
        others = len(held) - first
        counts = [f"{first} named first" if first else "", f"{others} at another place" if others else ""]
        venues = list(dict.fromkeys(venue for mark in held for venue in mark.venues))
        named = f" ({', '.join(venues)})" if venues else ""
        parts.append(f"{label}: {', '.join(filter(None, counts))}{named}")
    return f"Papers of {name} over time. {'; '.join(parts)}."
