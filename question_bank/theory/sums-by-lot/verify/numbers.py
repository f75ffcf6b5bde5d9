# hiretool-canary-124305da-17a9-446e-bcf2-7837b9717e49
"""Rows of many numbers, summed up in few by weights drawn by lot -> how well distances and nearest rows are kept."""

import numpy as np


def squared(x, y):
    return np.maximum((x**2).sum(1)[:, None] + (y**2).sum(1)[None] - 2 * x @ y.T, 0)


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    rng = np.random.default_rng(8)
    n, d, part = fact["rows"], fact["numbers"], fact["part"]
    base = rng.normal(size=(n, d))
    one = base.copy()
    one[np.arange(n), rng.integers(d, size=n)] += part * np.sqrt(d)
    new = {"alone": rng.normal(size=(n, d)), "spread": base + part * rng.normal(size=(n, d)), "one": one}
    true = {world: squared(rows, base) for world, rows in new.items()}
    out = {}
    for world, t in true.items():
        t = np.sqrt(np.sort(t, axis=1))
        out[f"{world}_nearest_against_second"] = float(100 * (t[:, 0] / t[:, 1]).mean())
        out[f"{world}_nearest_against_middle"] = float(100 * (t[:, 0] / t[:, n // 2]).mean())
    for k in fact["kept"]:
        weights, pick = rng.normal(size=(d, k)) / np.sqrt(k), rng.choice(d, k, replace=False)
        for way, small in (("sums", lambda x: x @ weights), ("columns", lambda x: x[:, pick] * np.sqrt(d / k))):
            b = small(base)
            for world, rows in new.items():
                got = squared(small(rows), b)
                ratio = np.sqrt(got / true[world])
                nearest = true[world].argmin(1)
                out[f"{world}_{way}_{k}_off"] = float(100 * np.sqrt(((ratio - 1) ** 2).mean()))
                out[f"{world}_{way}_{k}_nearest"] = float(100 * (nearest == got.argmin(1)).mean())
                pair = ratio[np.arange(n), nearest]
                out[f"{world}_{way}_{k}_pair_off"] = float(100 * np.sqrt(((pair - 1) ** 2).mean()))
                out[f"{world}_{way}_{k}_pair_lost"] = float(100 * (pair < 0.01).mean())
    # Four times as many numbers in a row, and sixteen times as many rows, with the middle count kept.
    k = fact["kept"][1]
    long = rng.normal(size=(200, 4 * d))
    got = long @ rng.normal(size=(4 * d, k)) / np.sqrt(k)
    off = np.sqrt(squared(got[:100], got[100:]) / squared(long[:100], long[100:])) - 1
    out["long_rows_off"] = float(100 * np.sqrt((off**2).mean()))
    weights = rng.normal(size=(d, k)) / np.sqrt(k)
    for many in (n // 16, n):
        off = np.abs(
            np.sqrt(squared(new["alone"][:many] @ weights, base[:many] @ weights) / true["alone"][:many, :many]) - 1
        )
        out[f"worst_of_{many}_rows_off"] = float(100 * off.max())
    return out
