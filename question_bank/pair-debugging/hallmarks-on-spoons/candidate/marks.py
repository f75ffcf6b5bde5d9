"""Photographs of hallmarks: small grey pictures, 0 for silver and 1 for the stamp."""

from pathlib import Path

import numpy as np


def load(folder):
    """Pictures (mark, row, column) and the town that each was struck in."""
    with np.load(Path(folder) / "marks.npz") as file:
        return file["pictures"], file["towns"]
