# hiretool-canary-0c74c2a9-2e6b-41bb-98dd-906d32881a46
"""Speeches in another order than the one in which they were held."""

import random

import shards


class Bag:
    """Keeps the place of the next line, and the bag is filled from there."""

    def __init__(self, paths, size, seed, state=None):
        state = state or {"shard": 0, "line": 0, "given": 0}
        self.paths, self.size, self.seed, self.bag = paths, size, seed, []
        self.shard, self.line, self.given = state["shard"], state["line"], state["given"]
        self.stream = self._from(self.shard, self.line)

    def _from(self, shard, start):
        for number in range(shard, len(self.paths)):
            begin = start if number == shard else 0
            for line, text in enumerate(shards.lines(self.paths[number], begin), begin):
                self.shard, self.line = number, line + 1
                yield text

    def next(self):
        while len(self.bag) < self.size:
            text = next(self.stream, None)
            if text is None:
                break
            self.bag.append(text)
        if not self.bag:
            return None
        place = random.Random(f"{self.seed} {self.given}").randrange(len(self.bag))
        self.given += 1
        return self.bag.pop(place)

    def state(self):
        return {"shard": self.shard, "line": self.line, "given": self.given}


def played(paths, size, seed, steps, state=None):
    """What a bag gives to the steps "next" and "state", one after the other."""
    bag = Bag(paths, size, seed, state)
    return [getattr(bag, step)() for step in steps]
