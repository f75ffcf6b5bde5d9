"""Train a network on past shifts, score it on later ones, and let it ring shifts of its own.

    python ring.py data
"""

import argparse
from pathlib import Path

import numpy as np

from logs import load, never_heard, table_loss
from network import Network


def trained(shifts, codes, *, width=16, steps=400, batch=32, rate=0.01, seed=0):
    """A network after `steps` updates by Adam, each from a batch of shifts."""
    network = Network(codes, shifts.shape[1], width, seed)
    rng = np.random.default_rng([seed, 1])
    slow = {name: np.zeros_like(value) for name, value in network.parameters.items()}
    square = {name: np.zeros_like(value) for name, value in network.parameters.items()}
    for step in range(1, steps + 1):
        _, gradients = network.loss_and_gradients(shifts[rng.integers(0, len(shifts), batch)])
        for name, gradient in gradients.items():
            slow[name] = 0.9 * slow[name] + 0.1 * gradient
            square[name] = 0.99 * square[name] + 0.01 * gradient**2
            size = np.sqrt(square[name] / (1 - 0.99**step)) + 1e-8
            network.parameters[name] = network.parameters[name] - rate * slow[name] / (1 - 0.9**step) / size
    return network


def score(network, shifts):
    """Loss a code on shifts that it was not trained on."""
    return network.loss_and_gradients(shifts)[0]


def written(network, count, length, seed=0):
    """Shifts that the network rings itself: each code is drawn by the chances at the last place so far."""
    rng = np.random.default_rng(seed)
    shifts = np.zeros((count, 1), dtype=int)
    while shifts.shape[1] < length:
        upto = network.predict(shifts)[:, -1].cumsum(axis=1)
        drawn = (rng.random((count, 1)) * upto[:, -1:] > upto).sum(axis=1)
        shifts = np.column_stack([shifts, drawn])
    return shifts


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    names, past = load(folder / "past.json")
    _, later = load(folder / "later.json")
    network = trained(past, len(names))
    own = written(network, 200, past.shape[1])
    table = table_loss(past, later, len(names))
    print(f"loss a code on later shifts: network {score(network, later):.3f}, table {table:.3f}")
    for who, shifts in (("network", own), ("later shifts", later)):
        print(f"{who:12}  neighbours never heard before {never_heard(past, shifts, len(names)):6.1%}")
    print("network rings:", " ".join(names[code] for code in own[0]))


if __name__ == "__main__":
    main()
