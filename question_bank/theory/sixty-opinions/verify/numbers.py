# hiretool-canary-a517a926-dc2e-401d-b853-d2afe65d55a5
"""Models fitted to rows and to redrawn rows -> what is lost on average and what by chance; and a noisy descent's last steps."""

import numpy as np

NOISE = 0.5


def truth(x):
    return np.sin(3 * x) + 0.5 * x


def rows(rng, many):
    x = rng.uniform(-2, 2, size=many)
    return x, truth(x) + NOISE * rng.normal(size=many)


def line(x, y, at):
    slope = np.sum((x - x.mean()) * (y - y.mean())) / np.sum((x - x.mean()) ** 2)
    return y.mean() + slope * (at - x.mean())


def nearest(k):
    def guess(x, y, at):
        order = np.argsort(np.abs(at[:, None] - x), axis=1, kind="stable")[:, :k]
        return y[order].mean(axis=1)

    return guess


def cut(x, y, at):
    """One cut where the squared error falls most, a mean on either side."""
    order = np.argsort(x, kind="stable")
    x, y = x[order], y[order]
    total, k = np.append(0, np.cumsum(y)), np.arange(1, len(x))
    gain = total[k] ** 2 / k + (total[-1] - total[k]) ** 2 / (len(x) - k)
    best = k[np.where(x[k - 1] < x[k], gain, -np.inf).argmax()]
    left, right = total[best] / best, (total[-1] - total[best]) / (len(x) - best)
    return np.where(at < (x[best - 1] + x[best]) / 2, left, right)


def endless(x, y, at):
    """The mean of nearest over endlessly many redrawn sets: how likely each row is the nearest that was drawn."""
    n = len(x)
    missing = (1 - np.arange(n + 1) / n) ** n
    order = np.argsort(np.abs(at[:, None] - x), axis=1, kind="stable")
    return y[order] @ (missing[:-1] - missing[1:])


SPREADS = np.array([1.0, 0.1])


def descents(rng, runs, steps, size=0.2):
    """Weights of a lively and a dull column that are worth the same, one fresh row a step: the last, and means of the way.

    Given is the excess error of either column, as the mean over the runs.
    """
    w, tail, whole = np.zeros((runs, 2)), 0.0, 0.0
    for step in range(steps):
        x = SPREADS * rng.normal(size=(runs, 2))
        miss = np.sum(x * (w - 1 / SPREADS), axis=1) - rng.normal(size=runs)
        w = w - size * miss[:, None] * x
        whole = whole + w / steps
        if step >= steps // 2:
            tail = tail + w / (steps - steps // 2)
    return {
        name: np.mean((SPREADS * g - 1) ** 2, axis=0) for name, g in (("last", w), ("tail", tail), ("whole", whole))
    }


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    n, members = fact["rows"], fact["members"]
    at = np.linspace(-1.9, 1.9, 60)
    out = {}
    learners = {"line": line, "cut": cut, "nearest": nearest(1), "nearest_ten": nearest(10)}
    for name, fit in learners.items():
        guesses = {"one": [], "redrawn": [], "own": [], "one_redrawn": []}
        for draw in range(fact["draws"]):
            rng = np.random.default_rng([60, draw])
            x, y = rows(rng, n)
            guesses["one"].append(fit(x, y, at))
            bag = []
            for _ in range(members):
                k = rng.integers(n, size=n)
                bag.append(fit(x[k], y[k], at))
            guesses["redrawn"].append(np.mean(bag, axis=0))
            guesses["one_redrawn"].append(bag[0])
            if draw < fact["draws"] // 2:
                guesses["own"].append(np.mean([fit(*rows(rng, n), at) for _ in range(members)], axis=0))
        for what, g in guesses.items():
            g = np.array(g)
            var = g.var(axis=0, ddof=1).mean()
            out[f"{name}_{what}_chance"] = var
            if what in ("one", "redrawn") or name == "line":
                out[f"{name}_{what}_standing"] = np.mean((g.mean(axis=0) - truth(at)) ** 2) - var / len(g)
    g = np.array([endless(*rows(np.random.default_rng([60, draw]), n), at) for draw in range(fact["draws"])])
    out["nearest_endless_chance"] = g.var(axis=0, ddof=1).mean()
    missing = (1 - np.arange(n + 1) / n) ** n
    out["nearest_row_has_weight"] = missing[0] - missing[1]
    out["sum_of_squared_weights"] = np.sum((missing[:-1] - missing[1:]) ** 2)
    for name, plan in (("long", fact["steps"]), ("short", fact["steps"] // 10)):
        for what, left in descents(np.random.default_rng(61), 300, plan).items():
            out[f"run_{name}_{what}_lively"], out[f"run_{name}_{what}_dull"] = left
    return {k: float(v) for k, v in out.items()}
