# hiretool-canary-d12cc8f4-3105-4910-b2c4-e455f68bf2be
"""Few rows with labels, many without -> what a line learns from the labels, and from what it says itself."""

import numpy as np


def with_one(x):
    return np.column_stack([x, np.ones(len(x))])


def fit(x, y, penalty):
    """Logistic regression; the target may be a label or a chance."""
    x, w = with_one(x), np.zeros(x.shape[1] + 1)
    hold = np.append(np.full(len(w) - 1, penalty), 1e-6)
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        curve = x.T @ (x * (p * (1 - p) + 1e-6)[:, None]) + np.diag(hold)
        step = np.linalg.solve(curve, x.T @ (y - p) - hold * w)
        w = w + step
        if np.abs(step).max() < 1e-5:
            break
    return w


def say(w, x):
    return 1 / (1 + np.exp(-np.clip(with_one(x) @ w, -30, 30)))


def rows(rng, many, world, numbers):
    """Two clouds along the first number. What is asked is the cloud, or (`across`) the side in the second number."""
    side = rng.random(many) < world["share"]
    x = rng.normal(size=(many, numbers))
    x[:, 0] += np.where(side, world["apart"], -world["apart"])
    return x, ((x[:, 1] > 0) if world["across"] else side).astype(float)


def chosen(way, p, fact, share):
    """Which slides are taken with an own label, and the label."""
    own = (p > 0.5).astype(float)
    if way == "chances":
        return np.ones(len(p), bool), p
    if way == "all":
        return np.ones(len(p), bool), own
    if way == "sure":
        return np.maximum(p, 1 - p) > fact["sure"], own
    keep, order, many = np.zeros(len(p), bool), np.argsort(p, kind="stable"), int(fact["surest"] * len(p))
    if way == "surest":
        keep[np.argsort(-np.abs(p - 0.5), kind="stable")[:many]] = True
        return keep, own
    # The surest of each kind, in the share in which the kinds come.
    ones = round(many * share)
    keep[order[: many - ones]], keep[order[len(p) - ones :]] = True, True
    return keep, (np.arange(len(p)) >= len(p) - ones)[np.argsort(order, kind="stable")].astype(float)


def one(rng, world, fact):
    many = world["labels"]
    x, y = rows(rng, many, world, fact["numbers"])
    while not 2 <= y.sum() <= many - 2:
        x, y = rows(rng, many, world, fact["numbers"])
    free, truth = rows(rng, fact["free"], world, fact["numbers"])
    other, answer = rows(rng, fact["others"], world, fact["numbers"])
    out = {}

    def note(name, w):
        p = say(w, other)
        sure = np.maximum(p, 1 - p) > fact["sure"]
        out[name] = 100 * float(((p > 0.5) == (answer > 0.5)).mean())
        if name not in ("labels", "sure", "by_share"):
            return
        out[name + "_called_one"] = 100 * float((p > 0.5).mean())
        out[name + "_lean"] = 100 * abs(float((p > 0.5).mean()) - float(answer.mean()))
        out[name + "_surely"] = 100 * float(sure.mean())
        out[name + "_right_where_sure"] = 100 * float(((p > 0.5) == (answer > 0.5))[sure].mean())
        out[name + "_ones_where_sure"] = 100 * float((p > 0.5)[sure].mean())
        # What of the sum's spread comes from which number.
        spread = w[:-1] ** 2 * other.var(axis=0)
        out[name + "_first"], out[name + "_second"] = (100 * spread[:2] / spread.sum()).tolist()

    start = fit(x, y, fact["penalty"])
    note("labels", start)
    for way in ("sure", "chances", "all", "surest", "by_share"):
        w = start
        for _ in range(fact["rounds"]):
            keep, own = chosen(way, say(w, free), fact, world["share"])
            w = fit(np.vstack([x, free[keep]]), np.concatenate([y, own[keep]]), fact["penalty"])
        note(way, w)
        if way == "surest":
            out["surest_larger_kind"] = 100 * float(max(own[keep].mean(), 1 - own[keep].mean()))
        if way == "sure":
            for _ in range(fact["rounds_more"]):
                keep, own = chosen(way, say(w, free), fact, world["share"])
                w = fit(np.vstack([x, free[keep]]), np.concatenate([y, own[keep]]), fact["penalty"])
            note("longer", w)
    note("true", fit(np.vstack([x, free]), np.concatenate([y, truth]), fact["penalty"]))
    x, y = np.vstack([x, free[: fact["bought"]]]), np.concatenate([y, truth[: fact["bought"]]])
    w, free = fit(x, y, fact["penalty"]), free[fact["bought"] :]
    note("bought", w)
    for _ in range(fact["rounds"]):
        keep, own = chosen("sure", say(w, free), fact, world["share"])
        w = fit(np.vstack([x, free[keep]]), np.concatenate([y, own[keep]]), fact["penalty"])
    note("bought_and_rounds", w)
    out["better"] = 100.0 * (out["sure"] > out["labels"])
    return out


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    out = {}
    for name, world in fact["labs"].items():
        rng = np.random.default_rng(12)
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
