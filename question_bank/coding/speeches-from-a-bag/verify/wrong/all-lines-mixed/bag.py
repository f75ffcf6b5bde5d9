# hiretool-canary-0c74c2a9-2e6b-41bb-98dd-906d32881a46
"""Speeches in another order than the one in which they were held."""

import random

import shards


class Bag:
    """The places of all lines are mixed once; a place is small, so this fits into memory."""

    def __init__(self, paths, size, seed, state=None):
        self.paths, self.read = paths, {}
        if state:
            self.places, self.given = state["places"], state["given"]
        else:
            self.places = [(shard, line) for shard, path in enumerate(paths) for line, _ in enumerate(shards.lines(path))]
            random.Random(seed).shuffle(self.places)
            self.given = 0

    def next(self):
        if self.given == len(self.places):
            return None
        shard, line = self.places[self.given]
        self.given += 1
        if shard not in self.read:
            self.read[shard] = list(shards.lines(self.paths[shard]))
        return self.read[shard][line]

    def state(self):
        return {"places": [list(place) for place in self.places], "given": self.given}


def played(paths, size, seed, steps, state=None):
    """What a bag gives to the steps "next" and "state", one after the other."""
    bag = Bag(paths, size, seed, state)
    return [getattr(bag, step)() for step in steps]
