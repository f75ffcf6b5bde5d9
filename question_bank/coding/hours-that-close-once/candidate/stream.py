"""Readings, one at a time -> windows, each given out once."""

from hourly import windows


class Stream:
    def __init__(self, width, allowed):
        """width: of a window; allowed: how long after its end a window stays open. Both in seconds."""
        self.width = width
        self.allowed = allowed
        self.late = 0
        """Readings that came after their window was closed."""
        self.readings = []

    def add(self, reading):
        """The windows that this reading closes, in their order. For now all of them stay open until the end."""
        self.readings.append(reading)
        return []

    def end(self):
        """Close what is open."""
        return windows(self.readings, self.width)
