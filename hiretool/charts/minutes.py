"""A stretch of time inside an interview."""

from __future__ import annotations

from hiretool.charts.drawing import WIDTH, level, picture
from hiretool.document import Picture


def minute_bar(from_minute: int, to_minute: int, minutes: int) -> Picture:
    """A stretch of time inside an interview of so many minutes."""
    scale = (WIDTH - 2) / minutes
    left, width = 1 + from_minute * scale, max((to_minute - from_minute) * scale, 1)
    marks = level("grid", 7, 1, WIDTH - 1, 1) + (
        f'<rect class="block" x="{left:.1f}" y="3" width="{width:.1f}" height="8"/>'
    )
    return picture(marks, f"Minutes {from_minute} to {to_minute} of {minutes}", height=14)
