# hiretool-canary-81cc475d-a56a-47d9-9d7e-aa8789aa9dbe
"""The same values from numpy's singular value decomposition of the matrix as it is printed.

The two directions are not known here, nor that they stay when rows are scaled.
"""

import numpy as np


def _best(matrix):
    """Nearest matrix of rank one."""
    left, sizes, right = np.linalg.svd(matrix, full_matrices=False)
    return sizes[0] * np.outer(left[:, 0], right[0])


def _error(matrix, other):
    return float(((matrix - other) ** 2).sum())


def answer(params):
    """Values from decompositions."""
    matrix = np.array(params["rows"], dtype=float)
    scale = np.array([1.0, 1.0, params["times"], params["times"]])[:, None]
    old, scaled = _best(matrix), matrix * scale
    new = _best(scaled) / scale
    return {
        "error": _error(matrix, old),
        "kept": 1 - _error(matrix, old) / _error(matrix, 0),
        "kept_last": 1 - _error(matrix[2:], old[2:]) / _error(matrix[2:], 0),
        "scaled_old": _error(scaled, old * scale),
        "scaled_best": _error(scaled, new * scale),
        "error_new": _error(matrix, new),
    }


def drawn(params, seed, inputs=4_000):
    """Mean squared errors of the outputs over drawn inputs of mean square 1, each with its standard error."""
    rng = np.random.default_rng(seed)
    matrix = np.array(params["rows"], dtype=float)
    old = _best(matrix)
    scale = np.array([1.0, 1.0, params["times"], params["times"]])
    off = rng.standard_normal((inputs, 2)) @ (matrix - old).T
    found = {"error": (off**2).sum(axis=1), "scaled_old": ((off * scale) ** 2).sum(axis=1)}
    return {key: (values.mean(), values.std() / np.sqrt(inputs)) for key, values in found.items()}
