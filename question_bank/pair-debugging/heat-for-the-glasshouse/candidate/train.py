"""Train until the nights of another winter are told no better, and hand over the network that told them best.

    python train.py data
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np

from nights import Nights, load
from shelf import Shelf


class Network:
    def __init__(self, columns: int, hidden: int = 16, seed: int = 0):
        rng = np.random.default_rng(seed)
        self.numbers = {
            "in": rng.normal(0, 0.5, (columns, hidden)),
            "lift": np.zeros(hidden),
            "out": rng.normal(0, 0.5, hidden),
            "base": np.array(20.0),
        }

    def predict(self, forecast: np.ndarray) -> np.ndarray:
        """Kilowatt-hours for each night."""
        return self._hidden(forecast) @ self.numbers["out"] + self.numbers["base"]

    def _hidden(self, forecast: np.ndarray) -> np.ndarray:
        return np.tanh(forecast @ self.numbers["in"] + self.numbers["lift"])

    def step(self, nights: Nights, rate: float) -> None:
        """One step downhill on the mean squared error. Each part is a new array."""
        hidden = self._hidden(nights.forecast)
        off = 2 * (hidden @ self.numbers["out"] + self.numbers["base"] - nights.heat) / len(nights.heat)
        back = np.outer(off, self.numbers["out"]) * (1 - hidden**2)
        slopes = {"in": nights.forecast.T @ back, "lift": back.sum(axis=0), "out": off @ hidden, "base": off.sum()}
        self.numbers = {name: value - rate * slopes[name] for name, value in self.numbers.items()}


def typical_error(network: Network, nights: Nights) -> float:
    """Root of the mean squared error, in kilowatt-hours."""
    return float(np.sqrt(np.mean((network.predict(nights.forecast) - nights.heat) ** 2)))


def trained(past: Nights, other: Nights, shelf: Shelf, *, epochs=300, patience=30, rate=0.01, seed=0):
    """(network, errors on the other winter by epoch). The shelf then holds the best networks of this training."""
    shelf.clear()
    network, errors, smallest = Network(past.forecast.shape[1], seed=seed), [], np.inf
    for epoch in range(1, epochs + 1):
        network.step(past, rate)
        errors.append(typical_error(network, other))
        shelf.put(network, epoch, errors[-1])
        smallest = min(smallest, errors[-1])
        if min(errors[-patience:]) > smallest:
            break
    network.numbers = shelf.best()
    return network, errors


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    past, other = load(folder / "past.csv"), load(folder / "other.csv")
    with tempfile.TemporaryDirectory() as name:
        shelf = Shelf(Path(name))
        network, errors = trained(past, other, shelf)
        names = [path.stem for path in shelf.kept()]
    best = int(np.argmin(errors))
    for epoch in sorted({0, best // 4, best // 2, best, len(errors) - 1}):
        print(f"epoch {epoch + 1:3}   error on the other winter {errors[epoch]:6.2f} kWh")
    print(f"best after epoch {best + 1}, with {errors[best]:.4f} kWh")
    print(f"network handed over: error on the other winter {typical_error(network, other):.4f} kWh")
    print(f"on the shelf: {', '.join(names)}")


if __name__ == "__main__":
    main()
