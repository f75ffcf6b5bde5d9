# hiretool-canary-0c74c2a9-2e6b-41bb-98dd-906d32881a46
"""Speeches in another order than the one in which they were held."""

import random

import shards


class Bag:
    """The same seed draws the same again, so the count of what was given is all there is to keep."""

    def __init__(self, paths, size, seed, state=None):
        self._stream = (line for path in paths for line in shards.lines(path))
        self._random = random.Random(seed)
        self.size, self._bag, self._given = size, [], 0
        for _ in range(state["given"] if state else 0):
            self.next()

    def next(self):
        while len(self._bag) < self.size:
            line = next(self._stream, None)
            if line is None:
                break
            self._bag.append(line)
        if not self._bag:
            return None
        self._given += 1
        return self._bag.pop(self._random.randrange(len(self._bag)))

    def state(self):
        return {"given": self._given}


def played(paths, size, seed, steps, state=None):
    """What a bag gives to the steps "next" and "state", one after the other."""
    bag = Bag(paths, size, seed, state)
    return [getattr(bag, step)() for step in steps]
