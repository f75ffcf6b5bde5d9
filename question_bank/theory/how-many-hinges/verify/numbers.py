# hiretool-canary-e2640ecb-8154-4d80-80a4-c1733234a151
"""Hinges drawn at random, fitted by the smallest weights that fit -> error by number of hinges."""

import numpy as np

COLUMNS, NOISE = 6, 0.5


def truth(x):
    return 1.5 * x[:, 0] + x[:, 1] + 0.6 * x[:, 2] * x[:, 3]


def rows(rng, many):
    x = rng.normal(size=(many, COLUMNS))
    return x, truth(x) + NOISE * rng.normal(size=many)


def features(rng, many):
    """Random directions and offsets; a hinge is the part of a sum of columns above zero."""
    return rng.normal(size=(COLUMNS, many)) / np.sqrt(COLUMNS), 0.5 * rng.normal(size=many)


def seen(x, drawn):
    return np.maximum(x @ drawn[0] + drawn[1], 0) * 2 / np.sqrt(drawn[1].size)


def weights(z, y, penalty=0.0):
    if penalty:
        if z.shape[1] <= z.shape[0]:
            return np.linalg.solve(z.T @ z + penalty * np.eye(z.shape[1]), z.T @ y)
        return z.T @ np.linalg.solve(z @ z.T + penalty * np.eye(len(y)), y)
    if z.shape[1] > 2 * z.shape[0]:
        return z.T @ np.linalg.solve(z @ z.T, y)
    return np.linalg.lstsq(z, y, rcond=None)[0]


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    n = fact["rows"]
    test_x = np.random.default_rng(0).normal(size=(fact["other_rows"], COLUMNS))
    test_t = truth(test_x)
    out = {}

    def note(name, value):
        out.setdefault(name, []).append(value)

    for draw in range(fact["draws"]):
        rng = np.random.default_rng([4, draw])
        x, y = rows(rng, 4 * n)
        for many in (10, 25, 50, 90, 100, 110, 150, 300, 1000):
            drawn = features(rng, many)
            z, zt = seen(x[:n], drawn), seen(test_x, drawn)
            w = weights(z, y[:n])
            left = np.mean((z @ w - y[:n]) ** 2)
            note(f"train_{many}", left if left > 1e-9 else 0)
            note(f"other_{many}", np.mean((zt @ w - test_t) ** 2))
            note(f"length_{many}", np.linalg.norm(w))
            if many <= 150:
                note(f"smallest_{many}", np.linalg.svd(z, compute_uv=False)[-1])
            if many in (100, 1000):
                w = weights(z, y[:n], fact["penalty"])
                note(f"penalty_other_{many}", np.mean((zt @ w - test_t) ** 2))
                note(f"penalty_length_{many}", np.linalg.norm(w))
                note(f"penalty_train_{many}", np.mean((z @ w - y[:n]) ** 2))
            if many == 100:
                for part in (50, 110, 200, 400):
                    w = weights(seen(x[:part], drawn), y[:part])
                    note(f"rows_{part}_other_100", np.mean((zt @ w - test_t) ** 2))
                w = weights(z, truth(x[:n]))
                note("no_noise_other_100", np.mean((zt @ w - test_t) ** 2))
        for many in (100, 150, 1000):
            guesses = []
            for _ in range(10):
                drawn = features(rng, many)
                guesses.append(seen(test_x, drawn) @ weights(seen(x[:n], drawn), y[:n]))
            note(f"middle_of_ten_other_{many}", np.mean((np.median(guesses, axis=0) - test_t) ** 2))
            note(f"ten_other_{many}", np.mean((np.mean(guesses, axis=0) - test_t) ** 2))
    out["mean_square_of_what_is_asked_for"] = [np.mean(test_t**2)]
    out["best_draw_other_100"] = [min(out["other_100"])]
    return {name: float(np.median(v)) for name, v in out.items()}
