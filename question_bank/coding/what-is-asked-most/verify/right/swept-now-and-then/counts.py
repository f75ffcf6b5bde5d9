# hiretool-canary-28368bb6-586f-4d84-ab7b-44195cb6d056
"""How often each question was asked, as well as can be said from a few that are kept."""

from collections import Counter


class Counts:
    def __init__(self, size, states=()):
        """size: how many questions are kept at most."""
        self.size = size
        # Up to twice as many while counting; `kept` and `state` hold no more than the size.
        self.held = sum((Counter(state["kept"]) for state in states), Counter())
        self.off = sum(state["off"] for state in states)
        self.total = sum(state["total"] for state in states)
        self._sweep()

    def add(self, question, times=1):
        self.total += times
        self.held[question] += times
        if len(self.held) > 2 * self.size:
            self._sweep()

    def _sweep(self):
        """What the first one without a place has, all lose."""
        if len(self.held) > self.size:
            _, less = self.held.most_common(self.size + 1)[-1]
            self.off += less
            self.held -= Counter(dict.fromkeys(self.held, less))

    @property
    def kept(self):
        self._sweep()
        return dict(self.held)

    def bounds(self, question):
        """How often it was asked: at least, and at most."""
        return self.held[question], self.held[question] + self.off

    def often(self, share):
        """Questions that may be more than this share of all, the most frequent first."""
        self._sweep()
        in_order = sorted(self.held, key=lambda question: (-self.held[question], question))
        return [question for question in in_order if self.held[question] + self.off > share * self.total]

    def state(self):
        """What JSON can hold."""
        return {"kept": self.kept, "off": self.off, "total": self.total, "size": self.size}


def restored(state):
    return Counts(state["size"], [state])


def joined(states):
    """Counts of all that several have seen."""
    return Counts(states[0]["size"], states)
