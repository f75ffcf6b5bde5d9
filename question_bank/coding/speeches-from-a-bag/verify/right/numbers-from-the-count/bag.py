# hiretool-canary-0c74c2a9-2e6b-41bb-98dd-906d32881a46
"""Speeches in another order than the one in which they were held."""

import os
import random

import shards


class Bag:
    """Each draw is made anew from the seed and the count of what was given, so there is no generator to keep."""

    def __init__(self, paths, size, seed, state=None):
        state = state or {"given": 0, "bag": [], "next": [0, 0]}
        self.paths, self.size, self.seed, self.given = paths, size, seed, state["given"]
        self.stream = self._from(*state["next"])
        self.next_place = tuple(state["next"])
        wanted = sorted(map(tuple, state["bag"]))
        found = dict(self._only(wanted))
        self.bag = [(tuple(place), found[tuple(place)]) for place in state["bag"]]

    def _from(self, shard, start):
        """Places and lines from here on. A shard of which nothing is left may have gone."""
        for number in range(shard, len(self.paths)):
            if number == shard and start and not os.path.exists(self.paths[number]):
                continue
            begin = start if number == shard else 0
            for line, text in enumerate(shards.lines(self.paths[number], begin), begin):
                self.next_place = (number, line + 1)
                yield (number, line), text

    def _only(self, wanted):
        for shard in dict.fromkeys(shard for shard, _ in wanted):
            for line, text in enumerate(shards.lines(self.paths[shard])):
                if (shard, line) in wanted:
                    yield (shard, line), text

    def next(self):
        while len(self.bag) < self.size and (new := next(self.stream, None)):
            self.bag.append(new)
        if not self.bag:
            return None
        place = random.Random(f"{self.seed} {self.given}").randrange(len(self.bag))
        self.given += 1
        return self.bag.pop(place)[1]

    def state(self):
        return {"given": self.given, "bag": [list(place) for place, _ in self.bag], "next": list(self.next_place)}


def played(paths, size, seed, steps, state=None):
    """What a bag gives to the steps "next" and "state", one after the other."""
    bag = Bag(paths, size, seed, state)
    return [getattr(bag, step)() for step in steps]
