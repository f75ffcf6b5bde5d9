# hiretool-canary-032608f9-f00e-4df7-ac47-d6a8eb5449f0
"""Answers that are kept for a while."""

from dataclasses import dataclass


@dataclass
class Entry:
    key: str
    answer: object
    until: int
    uses: int = 1


class Shelf:
    """The list is in the order of the last use, so that among equal ones the first is the one to go."""

    def __init__(self, size, keep):
        self.size, self.keep, self.entries = size, keep, []

    def _take(self, key, at):
        self.entries = [entry for entry in self.entries if at < entry.until]
        for place, entry in enumerate(self.entries):
            if entry.key == key:
                return self.entries.pop(place)
        return None

    def get(self, key, at):
        entry = self._take(key, at)
        if entry is None:
            return None
        entry.uses += 1
        self.entries.append(entry)
        return entry.answer

    def put(self, key, answer, at):
        old = self._take(key, at)
        if len(self.entries) == self.size:
            self.entries.remove(min(self.entries, key=lambda entry: entry.uses))
        self.entries.append(Entry(key, answer, at + self.keep, old.uses + 1 if old else 1))

    def kept(self, at):
        return sorted(entry.key for entry in self.entries if at < entry.until)


def played(size, keep, steps):
    """What a new shelf gives to the steps, one after the other."""
    shelf = Shelf(size, keep)
    return [getattr(shelf, name)(*given) for name, *given in steps]
