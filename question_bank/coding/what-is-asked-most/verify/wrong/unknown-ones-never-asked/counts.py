# hiretool-canary-28368bb6-586f-4d84-ab7b-44195cb6d056
"""How often each question was asked, as well as can be said from a few that are kept."""


class Counts:
    def __init__(self, size):
        """size: how many questions are kept at most."""
        self.size = size
        self.total = 0
        """How often anything was asked."""
        self.kept = {}
        self.off = 0
        """What was taken off each question, at most."""

    def add(self, question, times=1):
        self.total += times
        if question not in self.kept and len(self.kept) >= self.size:
            less = min(times, min(self.kept.values(), default=times))
            self._take_off(less)
            times -= less
        if times:
            self.kept[question] = self.kept.get(question, 0) + times

    def _take_off(self, less):
        self.off += less
        self.kept = {question: count - less for question, count in self.kept.items() if count > less}

    def bounds(self, question):
        """How often it was asked: at least, and at most."""
        count = self.kept.get(question, 0)
        return (count, count + self.off) if count else (0, 0)

    def often(self, share):
        """Questions that may be more than this share of all, the most frequent first."""
        found = [question for question in self.kept if self.bounds(question)[1] > share * self.total]
        return sorted(found, key=lambda question: (-self.kept[question], question))

    def state(self):
        """What JSON can hold."""
        return {"size": self.size, "total": self.total, "off": self.off, "kept": dict(self.kept)}


def restored(state):
    return joined([state])


def joined(states):
    """Counts of all that several have seen."""
    made = Counts(states[0]["size"])
    for state in states:
        made.total += state["total"]
        made.off += state["off"]
        for question, count in state["kept"].items():
            made.kept[question] = made.kept.get(question, 0) + count
    if len(made.kept) > made.size:
        made._take_off(sorted(made.kept.values(), reverse=True)[made.size])
    return made
