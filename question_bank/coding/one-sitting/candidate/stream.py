"""Answers, one at a time -> sittings, each given out once."""

from sittings import sittings


class Stream:
    def __init__(self, gap, allowed):
        """gap: within a sitting, at most; allowed: how long after others an answer is in time. Both in seconds."""
        self.gap = gap
        self.allowed = allowed
        self.late = 0
        """Answers that were left out because they came too late."""
        self.answers = []

    def add(self, answer):
        """The sittings that are over now. For now all of them stay open until the end."""
        self.answers.append(answer)
        return []

    def end(self):
        """All that are still open."""
        return sittings(self.answers, self.gap)
