# hiretool-canary-75d0cdbb-7722-437b-b259-1d873c402761
"""The same values from matrices that are written out, multiplied, and taken apart numerically."""

from fractions import Fraction

import numpy as np


def _product(columns, rows):
    """B · A as a full matrix; columns and rows are lists of vectors."""
    matrix = np.zeros((3, 3), dtype=int)
    for column, row in zip(columns, rows, strict=True):
        matrix += np.outer(column, row)
    return matrix


def _first(matrix, x):
    return Fraction(int((matrix @ np.array(x))[0]))


def answer(params):
    """Values from arrays."""
    width, rank = params["width"], params["rank"]
    trained, held = 0, 0
    for _ in range(params["layers"]):
        for _ in range(params["matrices"]):
            # Broadcast views: the shapes of B, A and W with nothing stored.
            b, a, w = (np.broadcast_to(0.0, shape) for shape in ((width, rank), (rank, width), (width, width)))
            trained, held = trained + b.size + a.size, held + w.size
    b1, a1, b2, a2 = (np.array(params[name]) for name in ("b1", "a1", "b2", "a2"))
    # A change with the sizes of the prompt between turned inputs and outputs.
    rng = np.random.default_rng(0)
    side = len(params["sizes"]) + 2
    left, right = (np.linalg.qr(rng.normal(size=(side, side)))[0] for _ in range(2))
    parts = [size * np.outer(left[:, at], right[:, at]) for at, size in enumerate(params["sizes"])]
    change = sum(parts)
    up, sizes, down = np.linalg.svd(change)
    best = [(up[:, :many] * sizes[:many]) @ down[:many] for many in range(side + 1)]
    shares = [1 - ((change - cut) ** 2).sum() / (change**2).sum() for cut in best]
    return {
        "trained": Fraction(trained),
        "share": Fraction(trained, held),
        "one": _first(_product([b1], [a1]), params["x"]),
        "both": _first(_product([b1, b2], [a1, a2]), params["x"]),
        "mixed": _first(_product([b1 + b2], [a1 + a2]), params["x"]),
        "reached": float(shares[params["small"]]),
        "needed": Fraction(next(many for many, share in enumerate(shares) if share >= 0.9)),
    }
