# hiretool-canary-a5ef1f0e-84d5-4b09-b837-8b754ae74569
"""Dike inspections drawn from a seed -> order, meaning and use of a model's numbers, by how its rows were weighed."""

import numpy as np


def chance(logit):
    return 1 / (1 + np.exp(-logit))


def stretches(rng, many, bend):
    """Two measurements of a stretch of dike, and whether it leaks; with a bend the truth is no straight sum of them."""
    x = rng.normal(size=(many, 2))
    logit = -4.1 + 1.0 * x[:, 0] + 0.8 * x[:, 1]
    if bend:
        logit = -4.4 + 1.0 * x[:, 0] + bend * np.maximum(x[:, 1] - 1.3, 0)
    return x, rng.random(many) < chance(logit)


def fitted(x, leak, weight):
    """Logistic regression by Newton's steps, a leaking row counted `weight` times."""
    design = np.column_stack([np.ones(len(x)), x])
    w, count = np.zeros(design.shape[1]), np.where(leak, weight, 1.0)
    for _ in range(25):
        p = chance(design @ w)
        curve = design.T @ (design * (count * p * (1 - p))[:, None]) + 1e-9 * np.eye(len(w))
        w = w + np.linalg.solve(curve, design.T @ (count * (leak - p)))
    return w


def numbers(w, x):
    return chance(np.column_stack([np.ones(len(x)), x]) @ w)


def area(score, y):
    rank = np.empty(len(score))
    rank[np.argsort(score, kind="stable")] = np.arange(1, len(score) + 1)
    many = y.sum()
    return 100 * float((rank[y].sum() - many * (many + 1) / 2) / (many * (len(y) - many)))


def f_one(p, y, threshold):
    called = p > threshold
    return 100 * float(2 * np.sum(called & y) / max(1, called.sum() + y.sum()))


def best_threshold(p, y):
    """The threshold with the highest F1 on given rows."""
    order = np.argsort(-p)
    hits = np.cumsum(y[order])
    score = 2 * hits / (np.arange(1, len(p) + 1) + y.sum())
    return float(p[order][score.argmax()])


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    out = {}

    def note(name, value):
        out.setdefault(name, []).append(value)

    for label, bend in (("straight", 0.0), ("bent", fact["bend"])):
        other, truth = stretches(np.random.default_rng(21), fact["other_rows"], bend)
        for draw in range(fact["draws"]):
            rng = np.random.default_rng([20, draw])
            x, leak = stretches(rng, fact["rows"], bend)
            ratio = float((~leak).sum() / leak.sum())
            few = leak | (rng.random(len(leak)) < 1 / ratio)
            ways = {
                "plain": (fitted(x, leak, 1.0), x, leak),
                "weighed": (fitted(x, leak, ratio), x, leak),
                "fewer": (fitted(x[few], leak[few], 1.0), x, leak),
            }
            note(f"{label}_leaks", 100 * truth.mean())
            note(f"{label}_ratio", ratio)
            for name, (w, own, own_leak) in ways.items():
                p, q = numbers(w, other), numbers(w, own)
                note(f"{label}_{name}_area", area(p, truth))
                note(f"{label}_{name}_mean", 100 * p.mean())
                note(f"{label}_{name}_f1_at_half", f_one(p, truth, 0.5))
                at = best_threshold(q, own_leak)
                note(f"{label}_{name}_best_threshold", at)
                note(f"{label}_{name}_f1_at_best", f_one(p, truth, at))
                note(f"{label}_{name}_log_loss", -np.mean(np.where(truth, np.log(p), np.log(1 - p))))
                top = np.argsort(-p)[: len(p) // 100]
                note(f"{label}_{name}_leaks_in_the_top_hundredth", 100 * truth[top].mean())
                for k, part in enumerate(("start", "first", "second")):
                    note(f"{label}_{name}_{part}", w[k])
                back = p / (p + ratio * (1 - p))
                if name != "plain":
                    note(f"{label}_{name}_mended_mean", 100 * back.mean())
                    note(f"{label}_{name}_mended_log_loss", -np.mean(np.where(truth, np.log(back), np.log(1 - back))))
                # A visit costs 1 and saves `saves` where it leaks; gain for 1,000 stretches.
                saves = fact["saves"]

                def gain(number, threshold, saves=saves):
                    return float(1000 * np.mean((number > threshold) * (saves * truth - 1)))

                note(f"{label}_{name}_gain_at_cost", gain(p, 1 / saves))
                note(f"{label}_{name}_gain_at_half", gain(p, 0.5))
                if name == "plain":
                    lifted = ratio * p / (ratio * p + 1 - p)
                    note(f"{label}_plain_lifted_gain_at_half", gain(lifted, 0.5))
                    near = np.abs(p - 0.05) < 0.01
                else:
                    near = np.abs(back - 0.05) < 0.01
                note(f"{label}_{name}_leaking_where_it_says_5", 100 * truth[near].mean())
                sure = (p if name == "plain" else back) > 0.2
                note(f"{label}_{name}_says_above_20", 100 * (p if name == "plain" else back)[sure].mean())
                note(f"{label}_{name}_leaking_where_it_says_above_20", 100 * truth[sure].mean())
                if name != "plain":
                    note(f"{label}_{name}_gain_mended", gain(back, 1 / saves))
    figures = {name: float(np.mean(values)) for name, values in out.items()}
    for name in ("plain", "weighed", "fewer"):
        figures[f"straight_{name}_first_spread"] = float(np.std(out[f"straight_{name}_first"], ddof=1))
    return figures
