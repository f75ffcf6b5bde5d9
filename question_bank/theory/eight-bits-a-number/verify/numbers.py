# hiretool-canary-8cb27472-b15d-4aa1-8aa5-c37916819ff2
"""Rows of a layer's input and its weights drawn from a seed -> error of the product when numbers are stored in few steps."""

import numpy as np


def rounded(x, axis=None, bits=8):
    """To whole multiples of a step; the largest number by size falls on the last one. One step for all, or along an axis."""
    top = np.abs(x).max(axis=axis, keepdims=axis is not None)
    step = top / (2 ** (bits - 1) - 1)
    return np.round(x / step) * step


def error(product, exact):
    """Size of the error of the product in per cent of the size of the product."""
    return 100 * float(np.linalg.norm(product - exact) / np.linalg.norm(exact))


def turned(rng, width):
    """A random turn."""
    q, r = np.linalg.qr(rng.normal(size=(width, width)))
    return q * np.sign(np.diag(r))


def once(seed, fact):
    rng = np.random.default_rng([80, seed])
    rows, width = fact["rows"], fact["width"]
    x = rng.normal(size=(rows, width))
    x[:, 17] *= fact["times"]
    w = rng.normal(size=(width, width)) / np.sqrt(width)
    w[17] *= fact["weights_of_the_large_one"]
    exact = x @ w
    calm = x.copy()
    calm[:, 17] /= fact["times"]
    wr = rounded(w, axis=0)
    out = {
        "calm_one_step": error(rounded(calm) @ wr, calm @ w),
        "one_step": error(rounded(x) @ wr, exact),
        "one_step_share_of_others_at_zero": 100 * float(np.mean(np.delete(rounded(x), 17, axis=1) == 0)),
        "calm_share_at_zero": 100 * float(np.mean(rounded(calm) == 0)),
        "step_for_each_row": error(rounded(x, axis=1) @ wr, exact),
        "step_for_each_column": error(rounded(x, axis=0) @ wr, exact),
    }
    limit = 5.0
    cut = np.clip(x, -limit, limit)
    out["cut_off"] = error(rounded(cut) @ wr, exact)
    held = x.copy()
    held[:, 17] = 0
    out["large_one_apart"] = error(rounded(held) @ wr + np.outer(x[:, 17], w[17]), exact)
    for name, power in (("handed_over", 1.0), ("handed_over_half", 0.5)):
        s = np.abs(x).max(axis=0) ** power / np.abs(w).max(axis=1) ** (1 - power)
        out[name] = error(rounded(x / s) @ rounded(w * s[:, None], axis=0), exact)
    q = turned(rng, width)
    out["turned"] = error(rounded(x @ q) @ rounded(q.T @ w, axis=0), exact)
    out["turned_four_bits"] = error(rounded(x @ q, bits=4) @ rounded(q.T @ w, axis=0, bits=4), exact)
    out["calm_four_bits"] = error(rounded(calm, bits=4) @ rounded(w, axis=0, bits=4), calm @ w)
    out["only_weights_rounded"] = error(x @ wr, exact)
    s = np.abs(x).max(axis=0)
    out["handed_over_four_bits"] = error(rounded(x / s, bits=4) @ rounded(w * s[:, None], axis=0, bits=4), exact)
    # The same large numbers, not in one column but in one row of fifty.
    some = rng.normal(size=(rows, width))
    some[: rows // 50] *= fact["times"]
    v = rng.normal(size=(width, width)) / np.sqrt(width)
    vr, product, rest = rounded(v, axis=0), some @ v, slice(rows // 50, None)
    s = np.abs(some).max(axis=0)
    for name, got in {
        "one_step": rounded(some) @ vr,
        "step_for_each_row": rounded(some, axis=1) @ vr,
        "step_for_each_column": rounded(some, axis=0) @ vr,
        "handed_over": rounded(some / s) @ rounded(v * s[:, None], axis=0),
    }.items():
        out[f"large_rows_{name}"] = error(got[rest], product[rest])
    others = np.delete(np.arange(width), 17)
    part = x[:, others] @ w[others]
    got = rounded(x)[:, others] @ wr[others]
    out["one_step_part_of_the_others"] = error(got, part)
    large = np.linalg.norm(np.outer(x[:, 17], w[17])) ** 2
    out["share_of_the_large_one_in_the_product"] = 100 * float(large / np.linalg.norm(exact) ** 2)
    out["largest_of_all"], out["largest_of_the_others"] = float(np.abs(x).max()), float(np.abs(x[:, others]).max())
    out["step_of_all"] = out["largest_of_all"] / 127
    return out


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    draws = [once(seed, fact) for seed in range(fact["draws"])]
    return {name: float(np.mean([draw[name] for draw in draws])) for name in draws[0]}
