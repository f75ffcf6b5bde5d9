"""Stands in for the model that somebody else hosts, so that the program can be tried without paying."""

import random


class Service:
    """Answers a prompt, the same answer each time. `busy` and `refuses` are how often it does not, from 0 to 1."""

    def __init__(self, busy=0.0, refuses=0.0, ends_after=None):
        self.busy, self.refuses, self.ends_after = busy, refuses, ends_after
        self.paid = 0
        self._chance = random.Random(0)

    def ask(self, prompt):
        """The answer, which is paid.

        Raises: TimeoutError if it is busy just now, PermissionError if it will not answer this prompt; neither is paid.
        """
        if self._chance.random() < self.busy:
            raise TimeoutError("busy")
        if random.Random(prompt).random() < self.refuses:
            raise PermissionError("this prompt is not answered")
        if self.paid == self.ends_after:
            raise RuntimeError("somebody pulled the plug")
        self.paid += 1
        return f"{len(prompt.split())} words, {sum(map(ord, prompt)) % 97}"
