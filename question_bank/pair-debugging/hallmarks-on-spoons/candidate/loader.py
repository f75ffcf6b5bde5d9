"""Worn and turned views of the marks, an epoch at a time, made by several workers."""

import copy
from dataclasses import dataclass

import numpy as np

import wear


@dataclass(frozen=True)
class View:
    place: int
    """Which picture it was made from."""
    drawn: np.ndarray
    """The settings, kept so that a view can be made again."""
    picture: np.ndarray


class Worker:
    """Holds its share of the pictures. On the training machines it is a process of its own, started for each epoch."""

    def __init__(self, number, loader):
        # Nothing is shared with the other workers or with the process that started them.
        loader = copy.deepcopy(loader)
        self.pictures, self.rng = loader.pictures, loader.rng
        self.places = range(number, len(loader.pictures), loader.workers)

    def views(self):
        for place in self.places:
            drawn = wear.settings(self.rng)
            yield View(place, drawn, wear.applied(self.pictures[place], drawn))


class Loader:
    def __init__(self, pictures, workers, batch=16, seed=0):
        self.pictures, self.workers, self.batch, self.seed = pictures, workers, batch, seed
        self.rng = np.random.default_rng(seed)

    def start(self, epoch):
        """The workers of an epoch."""
        return [Worker(number, self) for number in range(self.workers)]

    def batches(self, epoch):
        """Lists of views. Each picture comes once an epoch, in an order that belongs to the epoch."""
        views = [view for worker in self.start(epoch) for view in worker.views()]
        order = np.random.default_rng([self.seed, epoch]).permutation(len(views))
        for first in range(0, len(order), self.batch):
            yield [views[place] for place in order[first : first + self.batch]]
