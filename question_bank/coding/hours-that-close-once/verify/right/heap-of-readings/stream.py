# hiretool-canary-3b245abe-54c3-4005-ba26-a913094e66de
"""Readings, one at a time -> windows, each given out once."""

import heapq
from dataclasses import astuple

from hourly import windows
from readings import Reading


class Stream:
    """Keeps readings of open windows as they are, the earliest first, and lets the hourly report make the windows."""

    def __init__(self, width, allowed, late=0, limit=0, waiting=()):
        self.width, self.allowed, self.late = width, allowed, late
        self.limit = limit
        """Every window that starts before is closed."""
        self.waiting = [tuple(row) for row in waiting]
        heapq.heapify(self.waiting)

    def add(self, reading):
        if reading.at < self.limit:
            self.late += 1
            return []
        heapq.heappush(self.waiting, (reading.at, reading.id, *astuple(reading)))
        # The first start whose window is still open once this reading has come.
        after = (reading.at - self.allowed) // self.width * self.width
        return self._closed_before(after) if after > self.limit else []

    def end(self):
        return self._closed_before(float("inf"))

    def _closed_before(self, limit):
        self.limit = limit
        leaving = []
        while self.waiting and self.waiting[0][0] < limit:
            leaving.append(Reading(*heapq.heappop(self.waiting)[2:]))
        return windows(leaving, self.width)

    def state(self):
        return [self.width, self.allowed, self.late, self.limit, [list(row) for row in self.waiting]]


def restored(state):
    return Stream(*state)
