"""Answers that are kept for a while."""


class Shelf:
    """At most `size` answers, each for `keep` milliseconds; times are given by the caller."""

    def __init__(self, size, keep):
        self.size, self.keep = size, keep
        self._answers = {}

    def get(self, key, at):
        """The answer for `key`, or None."""
        if key in self._answers and at <= self._answers[key][1] + self.keep:
            return self._answers[key][0]
        return None

    def put(self, key, answer, at):
        """Keep `answer` for `key`."""
        if key not in self._answers and len(self._answers) == self.size:
            self._answers.pop(next(iter(self._answers)))
        self._answers[key] = (answer, at)

    def kept(self, at):
        """The keys with an answer at `at`, sorted."""
        return sorted(key for key in self._answers if at <= self._answers[key][1] + self.keep)


def played(size, keep, steps):
    """What a new shelf gives to ("get", key, at), ("put", key, answer, at) and ("kept", at), one after the other."""
    shelf = Shelf(size, keep)
    return [getattr(shelf, name)(*given) for name, *given in steps]
