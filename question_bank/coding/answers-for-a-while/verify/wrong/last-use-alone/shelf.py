# hiretool-canary-032608f9-f00e-4df7-ac47-d6a8eb5449f0
"""Answers that are kept for a while."""


class Shelf:
    """key -> [answer, when put, uses, number of the last use]"""

    def __init__(self, size, keep):
        self.size, self.keep = size, keep
        self._answers, self._clicks = {}, 0

    def _tidy(self, at):
        self._answers = {key: one for key, one in self._answers.items() if at < one[1] + self.keep}

    def _use(self, key):
        self._clicks += 1
        self._answers[key][2] += 1
        self._answers[key][3] = self._clicks

    def get(self, key, at):
        self._tidy(at)
        if key not in self._answers:
            return None
        self._use(key)
        return self._answers[key][0]

    def put(self, key, answer, at):
        self._tidy(at)
        if key not in self._answers and len(self._answers) == self.size:
            self._answers.pop(min(self._answers, key=lambda one: self._answers[one][3]))
        uses = self._answers[key][2] if key in self._answers else 0
        self._answers[key] = [answer, at, uses, 0]
        self._use(key)

    def kept(self, at):
        self._tidy(at)
        return sorted(self._answers)


def played(size, keep, steps):
    """What a new shelf gives to the steps, one after the other."""
    shelf = Shelf(size, keep)
    return [getattr(shelf, name)(*given) for name, *given in steps]
