"""Train on the book of past loads, and see how far off the days are for loads that came later.

    python train.py data
"""

import argparse
from pathlib import Path

import numpy as np

from network import Network
from tape import Value
from yard import load


def loss(network, table, days):
    """Mean over the loads of the squared error, in days squared."""
    gap = network.forward(table) - Value(days)
    return (gap * gap).mean()


def step(network, table, days, rate):
    """One update of all weights downhill. Returns the loss before it."""
    found = loss(network, table, days)
    found.backward()
    for weight in network.weights.values():
        weight.array = weight.array - rate * weight.slope
    return float(found.array)


def trained(loads, *, hidden=8, epochs=60, batch=20, rate=0.02, seed=0, tell=lambda epoch, mean_loss: None):
    """A network after `epochs` passes over the loads, in batches drawn anew for each pass."""
    network = Network(loads.table, hidden, seed)
    rng = np.random.default_rng([seed, 1])
    for epoch in range(1, epochs + 1):
        order = rng.permutation(len(loads.days))
        losses = []
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            losses.append(step(network, loads.table[rows], loads.days[rows], rate))
        tell(epoch, np.mean(losses))
    return network


def typical_error(predicted, days):
    """Root of the mean squared error, in days."""
    return float(np.sqrt(np.mean((predicted - days) ** 2)))


def straight_line(loads, table):
    """Days for each row of `table`, from a straight line in all columns through the loads."""
    design = np.column_stack([loads.table, np.ones(len(loads.table))])
    slopes, *_ = np.linalg.lstsq(design, loads.days, rcond=None)
    return np.column_stack([table, np.ones(len(table))]) @ slopes


def report(network, past, later):
    """{name: typical error on the later loads, in days}."""
    return {
        "network": typical_error(network.predict(later.table), later.days),
        "straight line": typical_error(straight_line(past, later.table), later.days),
    }


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    past, later = load(folder / "past.csv"), load(folder / "later.csv")

    def tell(epoch, mean_loss):
        if epoch in (1, 2, 5, 10, 20, 40, 60):
            print(f"epoch {epoch:3}   loss {mean_loss:7.2f}")

    network = trained(past, tell=tell)
    for name, error in report(network, past, later).items():
        print(f"{name:14} off by {error:.2f} days on {len(later.days)} later loads")
    for row in np.argsort(later.table[:, 0])[[0, len(later.days) // 2, -1]]:
        said = network.predict(later.table[row : row + 1])[0]
        print(f"{later.table[row, 0]:5.0f} mm thick: network says {said:5.1f} days, took {later.days[row]:5.1f}")


if __name__ == "__main__":
    main()
