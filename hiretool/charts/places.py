"""How likely each place in the order is."""

from __future__ import annotations

from collections.abc import Sequence

from hiretool.charts.drawing import WIDTH, level, picture, upright, words
from hiretool.document import Picture

HEIGHT, FOOT, MARGIN = 24, 22, 12
SHOWN = 0.004
"""A chance below this is not drawn."""


def places(chances: Sequence[float], *, top: float, alt: str) -> Picture:
    """A column for each place, the first at the left, as high as its chance.

    chances: 0..1 each, for the places from 1. top: the chance that fills the height, the same for a whole table.
    """
    step = _step(len(chances))
    bars = "".join(
        f"M{MARGIN + number * step + step * 0.1:.1f} {FOOT}v{-chance / top * (FOOT - 2):.1f}h{step * 0.8:.1f}V{FOOT}z"
        for number, chance in enumerate(chances)
        if chance >= SHOWN
    )
    marks = level("grid", FOOT, MARGIN, WIDTH - MARGIN, 1) + f'<path class="block" d="{bars or "M0 0"}"/>'
    return picture(marks, alt, height=HEIGHT)


def places_axis(count: int) -> Picture:
    """Numbers of the places, to stand above a column of `places`: all of them where they fit."""
    step, every = _step(count), max(1, -(-count // 12))
    shown = sorted({1, *range(every, count + 1, every)} if every > 1 else range(1, count + 1))
    marks = "".join(
        words(f"{place}", MARGIN + (place - 0.5) * step, 12)
        + upright("grid", round(MARGIN + (place - 0.5) * step, 1), 15, 19)
        for place in shown
    )
    return picture(marks, f"Places from 1 to {count}", height=19)


def _step(count: int) -> float:
    return (WIDTH - 2 * MARGIN) / max(count, 1)
