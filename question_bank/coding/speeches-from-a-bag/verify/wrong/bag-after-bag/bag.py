# hiretool-canary-0c74c2a9-2e6b-41bb-98dd-906d32881a46
"""Speeches in another order than the one in which they were held."""

import random

import shards


class Bag:
    """Bags are filled one after the other; a bag is mixed by the seed and the place at which it begins."""

    def __init__(self, paths, size, seed, state=None):
        self.paths, self.size, self.seed = paths, size, seed
        begin, given = state or [[0, 0], 0]
        self.next_place, self.bag = begin, []
        if given:
            self._fill()
        else:
            self.begin, self.given = begin, 0
        for _ in range(given):
            self.next()

    def _fill(self):
        self.begin, self.given, self.bag = list(self.next_place), 0, []
        for shard in range(self.begin[0], len(self.paths)):
            first = self.begin[1] if shard == self.begin[0] else 0
            for line, text in enumerate(shards.lines(self.paths[shard], first), first):
                if len(self.bag) == self.size:
                    break
                self.bag.append(text)
                self.next_place = [shard, line + 1]
            if len(self.bag) == self.size:
                break
        random.Random(f"{self.seed} {self.begin}").shuffle(self.bag)

    def next(self):
        if not self.bag:
            self._fill()
        if not self.bag:
            return None
        self.given += 1
        return self.bag.pop()

    def state(self):
        return [list(self.begin), self.given] if self.bag else [list(self.next_place), 0]


def played(paths, size, seed, steps, state=None):
    """What a bag gives to the steps "next" and "state", one after the other."""
    bag = Bag(paths, size, seed, state)
    return [getattr(bag, step)() for step in steps]
