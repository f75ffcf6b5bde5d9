# hiretool-canary-3b245abe-54c3-4005-ba26-a913094e66de
"""Readings, one at a time -> windows, each given out once."""

from hourly import Window


class Stream:
    def __init__(self, width, allowed):
        """width: of a window; allowed: how long after its end a window stays open. Both in seconds."""
        self.width = width
        self.allowed = allowed
        self.late = 0
        """Readings that came after their window was closed."""
        self.latest = None
        """The largest moment of a reading so far."""
        self.gone = set()
        """Starts of the windows that were given out."""
        self.open = {}
        """Start -> id -> level."""

    def add(self, reading):
        """The windows that this reading closes, in their order."""
        start = reading.at - reading.at % self.width
        if start in self.gone:
            self.late += 1
            return []
        self.open.setdefault(start, {})[reading.id] = reading.level
        if self.latest is None or reading.at > self.latest:
            self.latest = reading.at
        return self._given(start for start in self.open if self._is_closed(start))

    def end(self):
        """Close what is open."""
        return self._given(self.open)

    def state(self):
        """What `restored` needs; JSON holds it as it is."""
        return {
            "width": self.width,
            "allowed": self.allowed,
            "late": self.late,
            "latest": self.latest,
            "gone": sorted(self.gone),
            "open": [[start, levels] for start, levels in self.open.items()],
        }

    def _is_closed(self, start):
        """Whether any window of that start is, had it readings or not."""
        return self.latest is not None and self.latest >= start + self.width + self.allowed

    def _given(self, starts):
        found = []
        for start in sorted(starts):
            levels = self.open.pop(start).values()
            self.gone.add(start)
            found.append(Window(start, len(levels), sum(levels), max(levels)))
        return found


def restored(state):
    """A stream that goes on where that one was."""
    stream = Stream(state["width"], state["allowed"])
    stream.late, stream.latest = state["late"], state["latest"]
    stream.gone = set(state["gone"])
    stream.open = {start: dict(levels) for start, levels in state["open"]}
    return stream
