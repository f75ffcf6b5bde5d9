"""Grade wheels in the cellar: a crate at a time, as they come up in the lift, or a single wheel on the table.

    python cellar.py data
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from network import Network


@dataclass(frozen=True)
class Wheels:
    sound: np.ndarray
    """One row a wheel, one column for each band of pitch."""
    crate: np.ndarray
    """Number of the crate that each wheel came up in."""
    first: np.ndarray
    """What two masters said: True for first class."""


def load_network(path):
    """The network as the trainers saved it, for use."""
    with np.load(path) as file:
        network = Network.of(dict(file))
    network.mode(training=False)
    assert not any(layer.training for layer in network.layers)
    return network


def load_wheels(path):
    with np.load(path) as file:
        return Wheels(file["sound"], file["crate"], file["first"])


def grades(network, sound):
    """Chance of first class for each of the wheels that are there."""
    return network.forward(np.atleast_2d(sound))


def by_crate(network, wheels):
    """The same for all wheels, graded crate by crate."""
    found = np.zeros(len(wheels.crate))
    for crate in np.unique(wheels.crate):
        rows = wheels.crate == crate
        found[rows] = grades(network, wheels.sound[rows])
    return found


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    network, wheels = load_network(folder / "network.npz"), load_wheels(folder / "wheels.npz")
    together = by_crate(network, wheels)
    alone = np.array([grades(network, sound)[0] for sound in wheels.sound])
    for name, found in (("in their crates", together), ("one by one", alone)):
        print(f"{len(found)} wheels {name:15}: graded like the masters {np.mean((found > 0.5) == wheels.first):.1%}")
    print("wheel  crate  in its crate  alone on the table  masters")
    for wheel in np.argsort(-np.abs(together - alone))[:6]:
        said = "first" if wheels.first[wheel] else "second"
        print(f"{wheel:5}  {wheels.crate[wheel]:5}  {together[wheel]:12.0%}  {alone[wheel]:18.0%}  {said}")


if __name__ == "__main__":
    main()
