"""The sound of a tap on a wheel of cheese -> the chance that the masters call it first class."""

import numpy as np

from layers import Bend, Beside, Dense, Drop, Norm, numbered


class Network:
    def __init__(self, layers):
        self.layers = layers

    @classmethod
    def of(cls, numbers):
        """From numbers as `numbers` gives them."""

        def part(kind, place):
            return kind(*(numbers[name] for name in numbers if name.rpartition(".")[0] == place))

        beside = Beside([part(Dense, "3.0"), part(Norm, "3.1"), Bend(), part(Dense, "3.3")])
        layers = [part(Dense, "0"), part(Norm, "1"), Bend(), beside, part(Norm, "4"), Bend()]
        return cls([*layers, Drop(float(numbers["6.share"])), part(Dense, "7")])

    def numbers(self):
        """{place of a layer and name: array}, everything that has to be saved."""
        return numbered(self.layers)

    def mode(self, *, training):
        """Say whether batches are for training or for use."""
        for layer in self.layers:
            layer.training = training

    def forward(self, sound):
        """Chance of first class for each row, a wheel each."""
        x = sound
        for layer in self.layers:
            x = layer.forward(x)
        return 1 / (1 + np.exp(-x[:, 0]))
