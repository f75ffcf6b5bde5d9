"""Training goes on each night, from the network that the practices use."""

import numpy as np

from network import Network, at_rest


def load(path):
    """The network as it was saved; training can go on from it at once."""
    with np.load(path) as file:
        return Network(dict(file))


def step(network, measures, again, rate=0.05):
    """One step downhill on a batch."""
    for name, slope in network.slopes(measures, again).items():
        network.numbers[name] = network.numbers[name] - rate * slope


def share_right(network, measures, again):
    """Share of the teeth on which the network and the dentists agree."""
    with at_rest(network):
        return float(np.mean((network.forward(measures) > 0.5) == again))
