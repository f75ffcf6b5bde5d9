"""Pictures of apple trees, as the camera on a tractor takes them: grey, one byte for each point."""

from pathlib import Path

import numpy as np


def load(folder, day):
    """Two exposures of each tree, one after the other: first and second, each (trees, rows, columns)."""
    with np.load(Path(folder) / f"{day}.npz") as taken:
        return taken["first"], taken["second"]


def dark(folder):
    """What the sensor shows with the lid on: (rows, columns)."""
    return np.load(Path(folder) / "dark.npy")


def cleaned(first, second, dark):
    """One picture for each tree, in one byte for each point.

    From each exposure what the sensor shows in the dark is taken off, down to 0; then the mean of both, rounded down.
    """
    first = np.clip(first - dark, 0, 255)
    second = np.clip(second - dark, 0, 255)
    return (first + second) // 2


def moved(first, second, least=40):
    """The part of each picture that differs by `least` or more between both exposures, as it does in wind."""
    return (np.abs(first.astype(np.int16) - second) >= least).mean(axis=(1, 2))
