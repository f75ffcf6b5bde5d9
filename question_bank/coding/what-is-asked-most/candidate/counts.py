"""How often each question was asked. For now, all of them are kept."""


class Counts:
    def __init__(self, size):
        """size: how many questions are kept at most."""
        self.size = size
        self.total = 0
        """How often anything was asked."""
        self.kept = {}

    def add(self, question, times=1):
        self.total += times
        self.kept[question] = self.kept.get(question, 0) + times

    def bounds(self, question):
        """How often it was asked: at least, and at most."""
        return self.kept.get(question, 0), self.kept.get(question, 0)

    def often(self, share):
        """Questions that may be more than this share of all, the most frequent first."""
        found = [question for question in self.kept if self.bounds(question)[1] > share * self.total]
        return sorted(found, key=lambda question: (-self.kept[question], question))
