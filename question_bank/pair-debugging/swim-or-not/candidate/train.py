"""Train until the days of another year are told no better, and hand back the network that told them best.

    python train.py data
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from days import load
from network import Network


@dataclass(frozen=True)
class Run:
    errors: tuple[float, ...]
    """Typical error on the other year after each epoch."""
    best_epoch: int
    """The epoch after which it was smallest, from 1."""


def typical_error(network, days):
    """Root of the mean squared error of the logarithm."""
    return float(np.sqrt(np.mean((network.predict(days.measured) - days.germs) ** 2)))


def step(network, speed, days, rate):
    """One step downhill with momentum. Changes the network and `speed` where they stand."""
    speed *= 0.9
    speed -= rate * network.slope(days.measured, days.germs)
    network.flat += speed


def trained(days, other, *, hidden=24, epochs=400, patience=40, rate=0.02, seed=0):
    """(network, Run). Stops when `patience` epochs have gone by without a smaller error on the other year."""
    network = Network(days.measured.shape[1], hidden, seed)
    speed, errors = np.zeros_like(network.flat), []
    best_epoch, best = 0, {}
    for epoch in range(1, epochs + 1):
        step(network, speed, days, rate)
        errors.append(typical_error(network, other))
        if errors[-1] == min(errors):
            # A dictionary of its own, for the network goes on from here.
            best_epoch, best = epoch, dict(network.parts)
        elif epoch - best_epoch >= patience:
            break
    network.parts.update(best)
    return network, Run(tuple(errors), best_epoch)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--save", type=Path, help="write the network for the buoy")
    chosen = arguments.parse_args()

    past, other = load(chosen.folder / "past.csv"), load(chosen.folder / "other.csv")
    network, run = trained(past, other)
    for epoch in (1, run.best_epoch // 2, run.best_epoch, len(run.errors)):
        print(f"epoch {epoch:3}   error on the other year {run.errors[epoch - 1]:.3f}")
    print(f"best after epoch {run.best_epoch}, stopped after epoch {len(run.errors)}")
    print(f"network handed back: error on the past days {typical_error(network, past):.3f}")
    print(f"network handed back: error on the other year {typical_error(network, other):.3f}")
    if chosen.save:
        network.save(chosen.save)


if __name__ == "__main__":
    main()
