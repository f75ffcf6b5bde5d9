"""The weeks of a funnel, one after the other, in many runs at once."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hiretool.plan.fates import Coming, Counts, Fates, total


@dataclass(slots=True)
class Line:
    """A stage at work."""

    minutes: int
    """Interviewers' minutes for one person."""
    fates: Fates
    leaving: Coming
    """Those on the way to the next stage."""
    waiting: Counts


def line(minutes: int, fates: Fates) -> Line:
    """A stage that nobody has come to yet."""
    return Line(minutes, fates, Coming(fates.words, fates.size), np.zeros(fates.size, np.int64))


def arriving(asked: Counts, fates: Fates, weeks: int) -> npt.NDArray[np.int16]:
    """(week, run): people by the week in which they arrive, of so many who set out in each week.

    fates: of everyone, in the order in which they set out; whoever is beyond the last of them is left out.
    """
    found = np.zeros((weeks, fates.size), np.int16)
    coming, out = Coming(fates.words, fates.size), np.zeros(fates.size, np.int64)
    for week in range(weeks):
        if week < len(asked):
            more = np.minimum(asked[week], fates.rows - out)
            coming.add(fates.next(more))
            out += more
        found[week] = coming.due()
        coming.next_week()
    return found


class Walk:
    """What happened in each run. Minutes, offers and people contacted count until the last hire wanted."""

    def __init__(self, weeks: int, lines: Sequence[Line], size: int) -> None:
        self.hires = np.zeros((weeks, size), np.int16)
        self.minutes, self.offers, self.contacted = (np.zeros(size, np.int64) for _ in range(3))
        self.seen = np.zeros(len(lines))
        """At each line, in all runs together."""
        self._lines: Sequence[Line] = lines

    def go(
        self, arrivals: npt.NDArray[np.int16], *, contacted: npt.NDArray[np.int64], minutes: float, wanted: int
    ) -> None:
        """arrivals: (week, run), people who come to the first stage; contacted: people, by week.

        minutes: of interviewers, a week; wanted: hires.
        """
        lines = self._lines
        hired = np.zeros(arrivals.shape[1], np.int64)
        for week, come in enumerate(arrivals):
            searching = (hired < wanted).astype(np.int64)
            self.contacted += searching * contacted[week]
            lines[0].waiting = lines[0].waiting + come
            if len(lines) == 1:
                self.offers += searching * come
            for before, here in itertools.pairwise(lines):
                here.waiting = here.waiting + before.leaving.due()
            hired += self._week(minutes, searching)
            for here in lines:
                here.leaving.next_week()
            self.hires[week] = hired
        # Whoever keeps what happened needs no fates any more, and these are large.
        self._lines = ()

    def _week(self, minutes: float, searching: Counts) -> Counts:
        """Each stage in its order. Returns: hires.

        Whoever has come further is seen first: the minutes of those who wait at later stages are kept for them. Who
        passes may be seen at the next stage in the same week, where the delay allows it and minutes are left.
        """
        limited = not math.isinf(minutes)
        left = np.full(searching.shape, int(minutes) if limited else 0, np.int64)
        needed = [line.waiting * line.minutes for line in self._lines]
        kept = sum(needed, np.zeros_like(left))
        last = len(self._lines) - 1
        for place, here in enumerate(self._lines):
            seen = here.waiting
            if here.minutes and limited:
                kept = kept - needed[place]
                seen = np.minimum(seen, np.maximum(left - kept, 0) // here.minutes)
                left -= seen * here.minutes
            here.waiting = here.waiting - seen
            moved = here.fates.next(seen)
            counted = seen * searching
            self.seen[place] += counted.sum()
            self.minutes += counted * here.minutes
            if place == last:
                hires: Counts = moved[0]
                return hires
            if place == last - 1:
                self.offers += total(moved) * searching
            here.leaving.add(moved)
            self._lines[place + 1].waiting = self._lines[place + 1].waiting + here.leaving.due()
        raise ValueError("a funnel without stages")
