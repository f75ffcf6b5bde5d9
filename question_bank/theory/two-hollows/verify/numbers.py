# hiretool-canary-c88292fa-903c-436c-9c2e-ea1008f33836
"""One weight, an error with two hollows, noisy steps -> share of runs in each hollow; the chain is computed on a grid, nothing is drawn."""

import numpy as np


def world(fact):
    a, b, c = fact["steep"], fact["wide"], fact["higher"]
    bottom = fact["bottom"]
    # where the two curves meet: a w^2 / 2 = c + b (w - bottom)^2 / 2
    left = float(max(r for r in np.roots([(a - b) / 2, b * bottom, -c - b * bottom**2 / 2]) if r < bottom))
    cell = (fact["to"] - fact["from"]) / 300
    first = left - cell * (round((left - fact["from"]) / cell - 0.5) + 0.5)  # the wall lies midway between two points
    w = first + cell * np.arange(300)
    slope = np.where(w < left, a * w, b * (w - bottom))
    return w, slope, left


def chain(w, slope, step, spread):
    """Transition shares of one step of descent; the noise of a step has the standard deviation `spread`."""
    cell = w[1] - w[0]
    to = w - step * slope
    spread = max(spread, 1e-9)
    if spread < cell:
        to = np.clip(to, w[0], w[-1])
        at = np.clip(((to - w[0]) / cell).astype(int), 0, len(w) - 2)
        part = (to - w[at]) / cell
        move = np.zeros((len(w), len(w)))
        move[np.arange(len(w)), at], move[np.arange(len(w)), at + 1] = 1 - part, part
        return move
    move = np.exp(-((w[None] - to[:, None]) ** 2) / (2 * spread**2))
    return move / move.sum(axis=1, keepdims=True)


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    w, slope, wall = world(fact)
    out = {}
    start = np.ones(len(w)) / len(w)
    for name, (step, rows, steps) in fact["runs"].items():
        spread = step * fact["noise"] / np.sqrt(rows) if rows else 0.0
        p = start @ np.linalg.matrix_power(chain(w, slope, step, spread), steps)
        out[name + "_wide"] = float(100 * p[w > wall].sum())
        out[name + "_warmth"] = step * fact["noise"] ** 2 / (2 * rows) if rows else 0.0
    for name, stretch in fact["stretches"].items():
        p = start
        for rows in fact["cooled"]:  # more rows in a step from stretch to stretch
            spread = fact["short"] * fact["noise"] / np.sqrt(rows)
            p = p @ np.linalg.matrix_power(chain(w, slope, fact["short"], spread), stretch)
        out[f"cooled_{name}_wide"] = float(100 * p[w > wall].sum())
    # With any number of short steps: shares by the depth and the width of the hollows alone.
    height = np.where(w < wall, fact["steep"] * w**2 / 2, fact["higher"] + fact["wide"] * (w - fact["bottom"]) ** 2 / 2)
    for warmth in fact["warmths"]:
        q = np.exp(-height / warmth)
        out[f"settled_at_{round(1000 * warmth)}"] = float(100 * q[w > wall].sum() / q.sum())
    for shift in fact["shifts"]:
        out[f"narrow_shifted_{round(100 * shift)}"] = fact["steep"] * shift**2 / 2
        out[f"wide_shifted_{round(100 * shift)}"] = fact["higher"] + fact["wide"] * shift**2 / 2
    out["wall_height"] = fact["steep"] * wall**2 / 2
    out["start_wide"] = float(100 * start[w > wall].sum())
    return out
