"""Vibration as the boxes wrote it, and the times at which blade and guide touched."""

import csv
from pathlib import Path
from typing import NamedTuple

import numpy as np


class Piece(NamedTuple):
    recording: str
    start: float  # of its first sample, in seconds on the clock of the mill
    rate: float  # samples a second; each box has its own
    signal: np.ndarray


def read(folder):
    """All pieces, in the order of the clock."""
    signals = np.load(Path(folder) / "signals.npz")
    pieces = []
    with open(Path(folder) / "pieces.csv", newline="") as rows:
        for row in csv.DictReader(rows):
            signal = signals[row["piece"]]
            pieces.append(Piece(row["recording"], float(row["start"]), float(row["rate"]), signal))
    return pieces


def touches(folder):
    """Array (touch, 2): from when to when, in seconds on the clock of the mill."""
    return np.loadtxt(Path(folder) / "touches.csv", delimiter=",", skiprows=1, ndmin=2)
