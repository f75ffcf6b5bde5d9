"""Few rows with labels, many without -> what a line learns from the labels, and from what it says itself."""

import numpy as np


def with_one(x):
    return np.column_stack([x, np.ones(len(x))])


def fit(x, y, penalty):
    """Logistic regression; the target may be a label or a chance."""
    x, w = with_one(x), np.zeros(x.shape[1] + 1)
    hold = np.append(np.full(len(w) - 1, penalty), 1e-6)
    for _ in range(9):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        curve = x.T @ (x * (p * (1 - p) + 1e-6)[:, None]) + np.diag(hold)
        w = w + np.linalg.solve(curve, x.T @ (y - p) - hold * w)
    return w


def say(w, x):
    return 1 / (1 + np.exp(-np.clip(with_one(x) @ w, -30, 30)))


def rows(rng, many, world, numbers):
    """Two clouds along the first number. What is asked is the cloud, or (`across`) the side in the second number."""
    side = rng.random(many) < world["share"]
    x = rng.normal(size=(many, numbers))
    x[:, 0] += np.where(side, world["apart"], -world["apart"])
    return x, ((x[:, 1] > 0) if world["across"] else side).astype(float)


def one(rng, world, fact):
    many = world["labels"]
    x, y = rows(rng, many, world, fact["numbers"])
    while not 2 <= y.sum() <= many - 2:
        x, y = rows(rng, many, world, fact["numbers"])
    free, truth = rows(rng, fact["free"], world, fact["numbers"])
    other, answer = rows(rng, fact["others"], world, fact["numbers"])

    def note(name, w):
        out[name] = 100 * float(((say(w, other) > 0.5) == (answer > 0.5)).mean())
        out[name + "_share"] = 100 * float((say(w, other) > 0.5).mean())

    out = {}
    start = fit(x, y, fact["penalty"])
    note("labels", start)
    for way in ("all", "sure", "chances"):
        w = start
        for _ in range(fact["rounds"]):
            p = say(w, free)
            keep = np.maximum(p, 1 - p) > (fact["sure"] if way == "sure" else 0)
            own = p if way == "chances" else (p > 0.5).astype(float)
            w = fit(np.vstack([x, free[keep]]), np.concatenate([y, own[keep]]), fact["penalty"])
        note(way, w)
        if way == "sure":
            p = say(w, other)
            sure = np.maximum(p, 1 - p) > fact["sure"]
            out["sure_at_start"] = 100 * float((np.abs(say(start, free) - 0.5) > fact["sure"] - 0.5).mean())
            out["sure_at_end"] = 100 * float(sure.mean())
            out["right_where_sure"] = 100 * float(((p > 0.5) == (answer > 0.5))[sure].mean())
    note("true", fit(np.vstack([x, free]), np.concatenate([y, truth]), fact["penalty"]))
    out["better"] = 100.0 * (out["sure"] > out["labels"])
    return out


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    out = {}
    for name, world in fact["worlds"].items():
        rng = np.random.default_rng(1)
        runs = [one(rng, world, fact) for _ in range(fact["runs"])]
        for key in runs[0]:
            out[f"{name}_{key}"] = float(np.mean([run[key] for run in runs]))
        start, end = (np.array([run[key] for run in runs]) for key in ("labels", "sure"))
        half = np.argsort(start, kind="stable")[: len(runs) // 2]
        for label, which in (("low", half), ("high", np.setdiff1d(np.arange(len(runs)), half))):
            out[f"{name}_{label}_half_labels"], out[f"{name}_{label}_half_sure"] = (
                float(start[which].mean()),
                float(end[which].mean()),
            )
    return out
