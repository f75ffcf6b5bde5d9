# hiretool-canary-a7cf0c67-c292-42d5-832a-aa6060694559
"""A model fitted once, five mills that change in five ways -> what an alarm on columns shows, and the loss."""

import numpy as np


def features(z):
    return np.column_stack([np.ones(len(z)), z])


def fit(x, y):
    w = np.zeros(x.shape[1])
    for _ in range(10):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + 1e-6 * np.eye(len(w)), x.T @ (y - p))
    return w


def index(before, after, parts=10):
    """Distance of two columns' shares in tenths of the first; below 0.1 counts as quiet."""
    edges = np.quantile(before, np.linspace(0, 1, parts + 1)[1:-1])
    a = np.bincount(np.searchsorted(edges, before), minlength=parts) / len(before)
    b = (np.bincount(np.searchsorted(edges, after), minlength=parts) + 0.5) / (len(after) + 0.5 * parts)
    return float(((b - a) * np.log(b / a)).sum())


def loss(p, y):
    return float(-(y * np.log(p) + (1 - y) * np.log(1 - p)).mean())


def mills(rng, many):
    """Name -> columns and the true log-odds of a fault, after the change. Columns 0 to 3 matter, 4 and 5 do not."""

    def drawn(together=0.8):
        z = rng.normal(size=(many, 6))
        z[:, 1] = together * z[:, 0] + np.sqrt(1 - together**2) * z[:, 1]
        return z

    def odds(z, turned=None):
        out = -1.6 + 0.6 * z[:, 0] + 0.9 * z[:, 1] * z[:, 0] + 1.1 * z[:, 2] + 0.7 * z[:, 3]
        return out if turned is None else out - turned

    same = drawn()
    yield "before", same, odds(same)
    z = drawn()
    z[:, 4] += 1.5
    yield "a", z, odds(z)
    z = drawn()
    yield "b", z, odds(z, 2.0 * 1.1 * z[:, 2])
    z = drawn()
    z[:, 2] += 1.0
    yield "c", z, odds(z)
    z = drawn(-0.8)
    yield "d", z, odds(z)
    z = drawn()
    rare = z[:, 3] > 1.5
    yield "e", z, odds(z, np.where(rare, 2.5 * 0.7 * z[:, 3], 0))


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    rng = np.random.default_rng(41)
    many = fact["rolls"]
    world = dict((name, (z, o)) for name, z, o in mills(rng, many))
    z0, o0 = world["before"]
    y0 = rng.random(many) < 1 / (1 + np.exp(-o0))
    w = fit(features(z0), y0)
    score0 = features(z0) @ w
    out = {}
    for name, (z, o) in world.items():
        truth = 1 / (1 + np.exp(-o))
        y = rng.random(many) < truth
        p = 1 / (1 + np.exp(-features(z) @ w))
        half = np.arange(many) < many // 2
        again = 1 / (1 + np.exp(-features(z) @ fit(features(z[half]), y[half])))
        out[f"{name}_largest_index"] = max(index(z0[:, k], z[:, k]) for k in range(6))
        out[f"{name}_score_index"] = index(score0, features(z) @ w)
        out[f"{name}_expected"] = float(100 * p.mean())
        out[f"{name}_faults"] = float(100 * y.mean())
        # Losses on the second half of the rolls; the first half is there for fitting anew.
        out[f"{name}_loss"] = loss(p[~half], y[~half])
        out[f"{name}_loss_fitted_anew"] = loss(again[~half], y[~half])
        out[f"{name}_least_loss"] = loss(truth[~half], y[~half])
        out[f"{name}_loss_of_share"] = loss(np.full(many - many // 2, y[half].mean()), y[~half])
        if name in ("b", "c", "d"):
            own = p[~half]
            out[f"{name}_loss_it_expects"] = float(-(own * np.log(own) + (1 - own) * np.log(1 - own)).mean())
        if name == "c":
            # Where a new model has few labels only: the old one against one fitted on these.
            few = np.arange(many) < fact["few"]
            out["c_loss_fitted_on_few"] = loss(
                1 / (1 + np.exp(-features(z[~half]) @ fit(features(z[few]), y[few]))), y[~half]
            )
        if name == "d":
            score, constant = features(z) @ w, 0.0
            for _ in range(20):
                q = 1 / (1 + np.exp(-score[half] - constant))
                constant += float((y[half] - q).sum() / (q * (1 - q)).sum())
            out["d_loss_constant_moved"] = loss(1 / (1 + np.exp(-score[~half] - constant)), y[~half])
            pairs = [np.column_stack([k[:, 0] * k[:, 1]]) for k in (z0, z)]
            out["d_index_of_product"] = index(pairs[0][:, 0], pairs[1][:, 0])
            curved = np.column_stack([features(z0), z0[:, 0] * z0[:, 1]])
            bend = fit(curved, y0)
            out["d_loss_with_product_from_before"] = loss(
                1 / (1 + np.exp(-np.column_stack([features(z), z[:, 0] * z[:, 1]])[~half] @ bend)), y[~half]
            )
        if name == "e":
            rare = z[:, 3] > 1.5
            out["e_rare_share"] = float(100 * rare.mean())
            out["e_rare_expected"], out["e_rare_faults"] = float(100 * p[rare].mean()), float(100 * y[rare].mean())
    return out
