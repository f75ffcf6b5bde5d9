"""Weights of a reader, from files of the laboratory or of the service."""

from dataclasses import dataclass

import numpy as np

PARTS = ("query", "key", "value", "out")


@dataclass(frozen=True)
class Reader:
    bases: np.ndarray
    """(base, width): a vector for each of A, C, G, T and N."""
    layers: list[dict[str, np.ndarray]]
    """For each layer its matrices, a row of vectors times a matrix."""
    site: np.ndarray
    heads: int
    """How many heads ask."""
    groups: int
    """How many keys and values there are to ask; heads that stand next to each other share one."""


def to_halves(matrix: np.ndarray, heads: int) -> np.ndarray:
    """Columns in the service's order: in each head the first of every pair, then the second of every pair.

    The laboratory has the two of a pair side by side.
    """
    rows, columns = matrix.shape
    pairs = matrix.reshape(rows, heads, columns // heads // 2, 2)
    ordered = pairs.swapaxes(2, 3).reshape(rows, columns)
    assert np.allclose(np.sort(ordered, axis=1), np.sort(matrix, axis=1)), "a column was lost"
    return ordered


def load(path) -> Reader:
    """A reader in the service's order. Files say in which order theirs is: "neighbours" or "halves"."""
    with np.load(path) as file:
        heads, groups, order = int(file["heads"]), int(file["groups"]), str(file["order"])
        layers = []
        for number in range(int(file["layers"])):
            layer = {part: file[f"{part}{number}"] for part in PARTS}
            if order == "neighbours":
                # Only what is turned by its place has pairs.
                for part in ("query", "key"):
                    layer[part] = to_halves(layer[part], heads)
            layers.append(layer)
        return Reader(file["bases"], layers, file["site"], heads, groups)
