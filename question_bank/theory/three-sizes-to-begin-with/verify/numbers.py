# hiretool-canary-e1f29412-080c-4bdf-aacd-298c16da23c2
"""Weights behind a unit that takes their size out again -> what start, penalty and step size do to them."""

import numpy as np


def derived(facts):
    """All ways run side by side on the same rows; a way is (brought to one?, start size, step and penalty in both halves)."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    ways = fact["ways"]
    runs, many, rows, half = fact["runs"], fact["measurements"], fact["rows"], fact["steps"] // 2
    brought = np.array([way["brought"] for way in ways.values()])
    both = {
        key: np.array([np.broadcast_to(way[key], 2) for way in ways.values()], float).T for key in ("step", "penalty")
    }

    rng = np.random.default_rng(9)
    law = rng.normal(size=(runs, many))
    law /= np.linalg.norm(law, axis=1, keepdims=True)
    w = rng.normal(size=(runs, many))
    w = (w / np.linalg.norm(w, axis=1, keepdims=True))[..., None] * [way["start"] for way in ways.values()]
    a, b = np.ones((runs, len(ways))), np.zeros((runs, len(ways)))
    out, window, before = {}, [], None

    for t in range(1, fact["steps"] + 1):
        step, penalty = (both[key][int(t > half)] for key in ("step", "penalty"))
        x = rng.normal(size=(runs, rows, many))
        y = (x @ law[..., None])[..., 0] + fact["noise"] * rng.normal(size=(runs, rows))
        z = x @ w
        middle = np.where(brought, z.mean(1), 0)[:, None]
        spread = np.where(brought, z.std(1), 1)[:, None]
        u = (z - middle) / spread
        miss = a[:, None] * u + b[:, None] - y[..., None]
        # Slope for z: what would only move or stretch all of the step's rows is taken out again.
        g = miss * a[:, None]
        through = (g - g.mean(1, keepdims=True) - u * (g * u).mean(1, keepdims=True)) / spread
        slope = x.swapaxes(1, 2) @ np.where(brought, through, g) / rows
        before = w
        w = w - step * (slope + penalty * w)
        a = a - np.where(brought, step * (miss * u).mean(1), 0)
        b = b - step * miss.mean(1)

        for mark in fact["marks"]:
            if mark - fact["window"] < t <= mark:
                size = np.linalg.norm(w, axis=1)
                says = np.where(brought, a / size, 1)[:, None] * w
                turn = (w * before).sum(1) / size / np.linalg.norm(before, axis=1)
                left = ((says - law[..., None]) ** 2).sum(1) + b**2
                window.append((left, size, np.degrees(np.arccos(np.minimum(turn, 1))), np.abs(a)))
            if t == mark:
                for key, value in zip(("left", "size", "turn", "a"), np.mean(window, axis=(0, 2))):
                    out.update({f"{name}_{key}_{mark}": float(v) for name, v in zip(ways, value)})
                window = []
    return out
