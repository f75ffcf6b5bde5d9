"""Speeches in another order than the one in which they were held."""

import random

import shards


class Bag:
    """Gives the lines of the files `paths`, mixed."""

    def __init__(self, paths, size, seed, state=None):
        self._stream = (line for path in paths for line in shards.lines(path))
        self._random = random.Random(seed)
        self.size, self._bag, self._given = size, [], 0
        if state:
            for _ in range(state["given"]):
                self.next()

    def next(self):
        """The next speech, or None after the last."""
        if not self._bag:
            self._bag = [line for _, line in zip(range(self.size), self._stream)]
            self._random.shuffle(self._bag)
        self._given += 1
        return self._bag.pop() if self._bag else None

    def state(self):
        """What is needed to go on from here."""
        return {"given": self._given}


def played(paths, size, seed, steps, state=None):
    """What a bag gives to the steps "next" and "state", one after the other."""
    bag = Bag(paths, size, seed, state)
    return [getattr(bag, step)() for step in steps]
