# hiretool-canary-706548c5-273e-4814-a9aa-cdcdce839f75
"""Reports that can be made in pieces: a running tally for each depot."""

import math
import statistics

from report import ALL, Line

FURTHEST = 360


class Tally:
    def __init__(self, state=None):
        state = state or {}
        self.number = state.get("number", 0)
        self.total = state.get("total", 0)
        self.squares = state.get("squares", 0)
        self.inside = state.get("inside", 0)
        self.worst = tuple(state["worst"]) if state.get("worst") else None
        self.bins = list(state.get("bins", [0] * (2 * FURTHEST + 1)))

    def add(self, delivery):
        error = delivery.error
        self.number += 1
        self.total += error
        self.squares += error * error
        self.inside += delivery.inside
        self.bins[error + FURTHEST] += 1
        self._see((-abs(error), delivery.id))

    def merge(self, other):
        self.number += other.number
        self.total += other.total
        self.squares += other.squares
        self.inside += other.inside
        self.bins = [mine + theirs for mine, theirs in zip(self.bins, other.bins)]
        if other.worst:
            self._see(other.worst)

    def _see(self, candidate):
        self.worst = candidate if self.worst is None else min(self.worst, candidate)

    def state(self):
        return vars(self) | {"worst": list(self.worst)}

    def line(self):
        above = self.number * self.squares - self.total**2
        spread = math.sqrt(above / (self.number * (self.number - 1))) if self.number > 1 else None
        return Line(
            deliveries=self.number,
            mean=self.total / self.number,
            spread=spread,
            median=statistics.median([self._place((self.number - 1) // 2), self._place(self.number // 2)]),
            inside=self.inside / self.number,
            worst=self.worst[1],
        )

    def _place(self, rank):
        seen = 0
        for position, count in enumerate(self.bins):
            seen += count
            if seen > rank:
                return position - FURTHEST


def summarise(deliveries):
    tallies = {}
    for delivery in deliveries:
        tallies.setdefault(delivery.depot, Tally()).add(delivery)
        tallies.setdefault(ALL, Tally()).add(delivery)
    return {depot: tally.state() for depot, tally in tallies.items()}


def combine(pieces):
    tallies = {}
    for piece in pieces:
        for depot, state in piece.items():
            tallies.setdefault(depot, Tally()).merge(Tally(state))
    return {depot: tally.state() for depot, tally in tallies.items()}


def finish(piece):
    return {depot: Tally(piece[depot]).line() for depot in sorted(piece)}
