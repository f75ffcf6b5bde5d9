"""Readings -> one line for each hour, once all of them are there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Window:
    start: int
    """In seconds, a multiple of the width; the end, start + width, belongs to the next window."""
    count: int
    total: int
    """Sum of the levels."""
    highest: int


def windows(readings, width):
    """Windows that have a reading, in their order. An id that comes again is left out."""
    groups = {}
    for reading in {reading.id: reading for reading in readings}.values():
        groups.setdefault(reading.at - reading.at % width, []).append(reading.level)
    return [Window(start, len(levels), sum(levels), max(levels)) for start, levels in sorted(groups.items())]
