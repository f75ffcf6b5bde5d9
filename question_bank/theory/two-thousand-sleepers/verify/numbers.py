# hiretool-canary-a3985c02-975c-49e2-b8ce-076c7244e6a7
"""Descent whose rows are capped and whose sum gets noise -> misses in a large and in a small group, by what was done."""

import numpy as np


def descent(rng, x, y, cap, noise, steps, size, counts):
    """Plain descent on half the squared miss; each row's slope is capped, then counted; the sum gets noise of that spread."""
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        slope = (x @ w - y)[:, None] * x
        if cap:
            long = np.sqrt((slope**2).sum(axis=1))
            slope = slope * np.minimum(1, cap / np.maximum(long, 1e-12))[:, None]
        total = counts @ slope + noise * rng.normal(size=len(w))
        w -= size * total / len(x)
    return w


def derived(facts):
    """Misses are mean squares beyond the noise of the target, on other rows; means over draws."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    columns, share = fact["columns"], fact["share"]
    out = {}

    def note(name, value):
        out.setdefault(name, []).append(float(value))

    for draw in range(fact["draws"]):
        world = np.random.default_rng([23, draw])
        common = world.normal(size=columns)
        common *= 1 / np.linalg.norm(common)
        apart = world.normal(size=columns)
        apart *= fact["apart"] / np.linalg.norm(apart)

        def rows_of(rng, rows, share):
            small = np.arange(rows) < share * rows
            z = rng.normal(size=(rows, columns))
            # The small group has columns of its own, so that nothing keeps the model from serving both.
            return np.column_stack([z, z * small[:, None]]), z @ common + small * (z @ apart), small

        test, truth, small = rows_of(np.random.default_rng([24, draw]), 2000, 0.5)
        rows, steps, cap, noise = fact["rows"], fact["steps"], fact["cap"], fact["noise"]
        for name, many, at_most, shake, last, weight in (
            ("plain", rows, 0, 0, steps, 1),
            ("cap", rows, cap, 0, steps, 1),
            ("both", rows, cap, noise, steps, 1),
            ("both_wide", rows, 8 * cap, noise, steps, 1),
            ("both_ten_times", 10 * rows, cap, noise, steps, 1),
            ("both_eight_times_as_long", rows, cap, noise * np.sqrt(8), 8 * steps, 1),
            ("cap_eight_times_as_long", rows, cap, 0, 8 * steps, 1),
            ("tenth_plain", rows // 10, 0, 0, steps, 1),
            ("tenth_both", rows // 10, cap, noise, steps, 1),
            ("tenth_both_wide", rows // 10, 8 * cap, noise, steps, 1),
            ("tenth_both_eight_times_as_long", rows // 10, cap, noise * np.sqrt(8), 8 * steps, 1),
            ("tenth_steps_three_times_as_large", rows // 10, cap, noise, steps, 1),
            ("tenth_small_counted_five_times", rows // 10, cap, 5 * noise, steps, 5),
            ("noise_tenfold", rows, cap, 10 * noise, steps, 1),
            ("steps_three_times_as_large", rows, cap, noise, steps, 1),
            ("small_counted_five_times", rows, cap, 5 * noise, steps, 5),
        ):
            if many > rows and draw >= 2:
                continue
            rng = np.random.default_rng([25, draw])
            x, y, own = rows_of(rng, many, share)
            y = y + fact["spread"] * rng.normal(size=many)
            step = fact["size"] * (3 if name.endswith("steps_three_times_as_large") else 1)
            w = descent(rng, x, y, at_most, shake * at_most, last, step, 1 + (weight - 1) * own)
            note(f"{name}_large", ((test @ w - truth) ** 2)[~small].mean())
            note(f"{name}_small", ((test @ w - truth) ** 2)[small].mean())
            if name in ("plain", "both"):
                slope = np.sqrt((((x @ w - y)[:, None] * x) ** 2).sum(axis=1))
                note(f"{name}_slope_large", slope[~own].mean())
                note(f"{name}_slope_small", slope[own].mean())
        start = np.sqrt(((y[:, None] * x) ** 2).sum(axis=1))
        note("start_slope_large", start[~own].mean())
        note("start_slope_small", start[own].mean())
        note("start_large", (truth[~small] ** 2).mean())
        note("start_small", (truth[small] ** 2).mean())
    return {name: float(np.mean(values)) for name, values in out.items()}
