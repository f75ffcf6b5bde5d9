"""Test pictures: each parcel is painted in its own number, and what lies between parcels is 0."""

import json
from pathlib import Path

import numpy as np


def load(folder):
    """List of (picture, boxes, names): an array of numbers, rows (x0, y0, x1, y1), and the numbers of the parcels."""
    drawings = json.loads((Path(folder) / "parcels.json").read_text())
    return [painted(drawing) for drawing in drawings]


def painted(drawing):
    picture = np.zeros((drawing["height"], drawing["width"]), dtype=int)
    boxes, names = np.array(drawing["boxes"]), np.array(drawing["names"])
    for (x0, y0, x1, y1), name in zip(boxes, names, strict=True):
        picture[y0:y1, x0:x1] = name
    return picture, boxes, names
