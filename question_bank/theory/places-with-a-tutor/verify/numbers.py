# hiretool-canary-35fbf37d-8293-47d4-be87-712e31b28952
"""A trial with a drawn half, then places for few -> how many fail less, by the way in which those few are chosen."""

import numpy as np


def fit(x, y):
    """Logistic regression with a light pull towards nothing, by Newton steps; gives chances."""
    x = np.column_stack([np.ones(len(x)), x])
    w = np.zeros(x.shape[1])
    pull = np.full(len(w), 1.0)
    pull[0] = 0
    for _ in range(6):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + np.diag(pull), x.T @ (y - p) - pull * w)
    return lambda z: 1 / (1 + np.exp(-(w[0] + z @ w[1:])))


def pupils(rng, many, traits, harder=0.0):
    """Traits; chance of failing without and with a tutor. The first five traits make the risk, the last two the effect."""
    x = rng.normal(size=(many, traits))
    risk = harder - 0.9 + x[:, :5] @ np.array([1.3, 1.0, 0.7, 0.5, 0.4])
    effect = -0.45 + x[:, -2:] @ np.array([0.22, 0.18])
    return x, 1 / (1 + np.exp(-risk)), 1 / (1 + np.exp(-(risk + effect)))


def derived(facts):
    """Failures spared per 1,000 places; of a pupil who fails and one who does not, the first ranked higher, per cent of pairs."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    traits, share = fact["traits"], fact["share"]
    world = np.random.default_rng(5)
    x, without, with_one = pupils(world, fact["others"], traits)
    spared = 1000 * (without - with_one)
    take = int(share * len(x))

    def worth(score):
        return float(spared[np.argsort(-score)[:take]].mean())

    fails = world.random(len(x)) < without

    def in_order(score):
        rank = np.argsort(np.argsort(score)) + 1
        many = fails.sum()
        return float(100 * (rank[fails].sum() - many * (many + 1) / 2) / (many * (len(x) - many)))

    out = {"lot": float(spared.mean()), "true_effect": worth(spared), "true_risk": worth(without)}
    fifth = np.argsort(np.argsort(-without)) * 5 // len(x)
    for k in range(5):
        out[f"fifth_{k + 1}_without"] = float(100 * without[fifth == k].mean())
        out[f"fifth_{k + 1}_with"] = float(100 * with_one[fifth == k].mean())
    # A school with weaker pupils: what the true chances alone would do there.
    _, p, q = pupils(np.random.default_rng(7), fact["others"], traits, fact["harder"])
    for name, score in (("lot", 0 * p), ("risk", p), ("middle", -np.abs(p - 0.5)), ("effect", p - q)):
        chosen = np.argsort(-score, kind="stable")[:take] if name != "lot" else slice(None)
        out[f"weaker_{name}"] = float(1000 * (p - q)[chosen].mean())
    out["weaker_without"] = float(100 * p.mean())
    out["true_middle"] = worth(-np.abs(without - 0.5))
    kept = {}
    for rows in fact["rows"]:
        for draw in range(fact["draws"]):
            rng = np.random.default_rng([6, rows, draw])
            z, p, q = pupils(rng, rows, traits)
            tutor = rng.permutation(rows) < rows // 2
            failed = (rng.random(rows) < np.where(tutor, q, p)).astype(float)
            bare, helped = fit(z[~tutor], failed[~tutor]), fit(z[tutor], failed[tutor])
            risk, gain = bare(x), bare(x) - helped(x)
            middle = -np.abs(risk - 0.5)
            shrunk = z[:, -2:]
            both = np.column_stack([z, tutor, tutor[:, None] * shrunk])
            joint = fit(both, failed)
            one = np.ones((len(x), 1))
            less = joint(np.column_stack([x, 0 * one, 0 * x[:, -2:]])) - joint(np.column_stack([x, one, x[:, -2:]]))
            for name, score in (("risk", risk), ("gain", gain), ("middle", middle), ("few_traits", less)):
                kept.setdefault(f"{name}_{rows}", []).append(worth(score))
            kept.setdefault(f"pairs_{rows}", []).append(in_order(risk))
            kept.setdefault(f"promised_{rows}", []).append(float(1000 * gain[np.argsort(-gain)[:take]].mean()))
    return out | {name: float(np.mean(values)) for name, values in kept.items()}
