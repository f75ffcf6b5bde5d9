# hiretool-canary-7a4dcc7b-eea6-4853-a2b6-026f9d861779
"""A tank with an inflow and two thermometers -> weights and errors under ways to hold a fit back."""

import numpy as np

NOISE = 1.0


def hours(rng, rows, apart):
    """Inflow, upper and lower thermometer, and what is asked for: inflow plus warmth, and noise."""
    inflow, warmth = rng.normal(size=rows), rng.normal(size=rows)
    upper, lower = (warmth + apart * rng.normal(size=rows) for _ in range(2))
    return np.stack([inflow, upper, lower], axis=1), inflow + warmth + NOISE * rng.normal(size=rows)


def plain(x, y):
    return np.linalg.solve(x.T @ x, x.T @ y)


def dropout(x, y, out):
    """What training with values struck out (the rest made larger) ends in, on average over the strikes."""
    square = x.T @ x
    return np.linalg.solve(square + out / (1 - out) * np.diag(np.diag(square)), x.T @ y)


def struck(x, y, out, copies, rng):
    """The same from many struck copies of the rows."""
    many = np.tile(x, (copies, 1))
    kept = rng.random(many.shape) >= out
    return plain(many * kept / (1 - out), np.tile(y, copies))


def stopped(x, y, steps, size):
    weights = np.zeros(x.shape[1])
    for _ in range(steps):
        weights = weights - size / len(y) * x.T @ (x @ weights - y)
    return weights


def swapped(x, y):
    """Each row a second time, with the thermometers' readings exchanged."""
    return plain(np.vstack([x, x[:, [0, 2, 1]]]), np.tile(y, 2))


def fits(x, y, fact):
    return {
        "none": plain(x, y),
        "dropout": dropout(x, y, fact["struck_out"]),
        "stopped": stopped(x, y, fact["steps"], fact["step_size"]),
        "swapped": swapped(x, y),
    }


def miss(weights, apart, silent=False):
    """Root mean squared error above the noise on other rows, by the columns' spreads; the lower one may be silent (0)."""
    inflow, upper, lower = weights
    if silent:
        lower = 0.0
    return float(np.sqrt((inflow - 1) ** 2 + (upper + lower - 1) ** 2 + apart**2 * (upper**2 + lower**2)))


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    rows, apart = fact["rows"], fact["apart"]
    figures = {}
    x, y = hours(np.random.default_rng(fact["seed"]), rows, apart)
    for name, weights in fits(x, y, fact).items():
        for column, weight in zip(("inflow", "upper", "lower"), weights):
            figures[f"{name}_{column}"] = float(weight)
    draws = [hours(np.random.default_rng([3, seed]), rows, apart) for seed in range(fact["draws"])]
    for silent in (False, True):
        misses = [{name: miss(w, apart, silent) for name, w in fits(a, b, fact).items()} for a, b in draws]
        for name in misses[0]:
            figures[f"{name}_miss{'_one_silent' if silent else ''}"] = float(
                np.sqrt(np.mean([m[name] ** 2 for m in misses]))
            )
    # A thousand times the rows: nothing is left to chance.
    many = hours(np.random.default_rng(7), 100_000, apart)
    for name, weights in fits(*many, fact).items():
        for column, weight in zip(("inflow", "upper", "lower"), weights):
            figures[f"{name}_many_{column}"] = float(weight)
    a, b = many[0][:5_000], many[1][:5_000]
    figures["dropout_by_formula_and_by_copies_differ_at_most"] = float(
        np.abs(dropout(a, b, fact["struck_out"]) - struck(a, b, fact["struck_out"], 40, np.random.default_rng(2))).max()
    )
    # Struck out in one step of ten.
    gentle = [dropout(a, b, 0.1) for a, b in draws]
    figures["gentle_dropout_miss"] = float(np.sqrt(np.mean([miss(w, apart) ** 2 for w in gentle])))
    figures["gentle_dropout_miss_one_silent"] = float(np.sqrt(np.mean([miss(w, apart, True) ** 2 for w in gentle])))
    # (a) The lower one in tenths of a degree.
    tenths = many[0] * [1, 1, 10]
    for name, weights in fits(tenths, many[1], fact).items():
        if name != "stopped":
            figures[f"{name}_tenths_upper"], figures[f"{name}_tenths_lower"] = float(weights[1]), float(10 * weights[2])
    # (b) What is asked for depends on how the two differ as well.
    layered = many[1] + 4 * (many[0][:, 1] - many[0][:, 2])
    for name, weights in fits(many[0], layered, fact).items():
        figures[f"{name}_layers_upper"], figures[f"{name}_layers_lower"] = float(weights[1]), float(weights[2])
    longer = stopped(many[0][:20_000], layered[:20_000], 40 * fact["steps"], fact["step_size"])
    figures["stopped_layers_forty_times_as_long_upper"] = float(longer[1])
    return figures
