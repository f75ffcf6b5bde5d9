# hiretool-canary-c699e80e-b91e-4755-9846-f5eb73a8f151
"""Small studies drawn from a seed -> what cross-validation says, how it really spreads, and what the spread of folds says."""

import numpy as np

TRUE = np.array([1.0, 0.5, 0.0, 0.0, 0.0])
COLUMNS, BRAKE = len(TRUE), 0.5


def study(rng, houses, rooms, of_house):
    """Rooms in houses: a share of what differs, in columns and in noise, is common to the rooms of a house."""
    rows = houses * rooms
    house = np.repeat(np.arange(houses), rooms)
    own, common = np.sqrt(1 - of_house), np.sqrt(of_house)
    x = common * rng.normal(size=(houses, COLUMNS))[house] + own * rng.normal(size=(rows, COLUMNS))
    noise = common * rng.normal(size=houses)[house] + own * rng.normal(size=rows)
    return x, x @ TRUE + noise, house


def weights(x, y):
    return np.linalg.solve(x.T @ x + BRAKE * np.eye(x.shape[1]), x.T @ y)


def cross_validated(x, y, fold):
    """Squared error of each row by a model that had not seen its fold."""
    many = int(fold.max()) + 1
    dealt = fold == np.arange(many)[:, None]
    products = np.einsum("ki,ia,ib->kab", dealt, x, x, optimize=True)
    targets = dealt @ (x * y[:, None])
    w = np.linalg.solve(x.T @ x + BRAKE * np.eye(x.shape[1]) - products, (x.T @ y - targets)[:, :, None])[:, :, 0]
    return (y - np.sum(x * w[fold], axis=1)) ** 2


def dealt_out(rng, many, folds):
    return rng.permutation(np.arange(many) % folds)


def by_fold(error, fold):
    return np.bincount(fold, error) / np.bincount(fold)


def told(folds):
    """Mean over folds and its standard error, as if folds were independent."""
    return float(folds.mean()), float(folds.std(ddof=1) / np.sqrt(len(folds)))


def expected(w):
    """Squared error on new rooms of new houses: columns and noise have variance 1."""
    return 1 + float(np.sum((w - TRUE) ** 2))


def repeated(rng, x, y, times, other=None):
    """Fold errors over so many deals in ten; with other columns given, differences to a model that has those."""
    found = []
    for _ in range(times):
        fold = dealt_out(rng, len(y), 10)
        error = cross_validated(x, y, fold)
        if other is not None:
            error = error - cross_validated(other, y, fold)
        found.append(by_fold(error, fold))
    return np.concatenate(found)


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    out, rows = {}, fact["rows"]
    for label, houses, share in (("rows", rows, 0.0), ("houses", fact["houses"], fact["of_house"])):
        seen, alarms = {}, {"once": [], "ten_times": []}
        for draw in range(fact["studies"]):
            rng = np.random.default_rng([50, draw])
            x, y, house = study(rng, houses, rows // houses, share)
            truth, ways = expected(weights(x, y)), {}
            for k in (2, 5, 10, rows) if label == "rows" else (10,):
                fold = np.arange(rows) if k == rows else dealt_out(rng, rows, k)
                ways["each" if k == rows else str(k)] = told(by_fold(cross_validated(x, y, fold), fold))
            if label == "houses":
                fold = dealt_out(rng, houses, 10)[house]
                ways["by_house"] = told(by_fold(cross_validated(x, y, fold), fold))
            if draw < fact["studies_repeated"]:
                ways["ten_times"] = told(repeated(rng, x, y, 10))
            if draw < fact["studies_repeated"] and label == "rows":
                # Two models that are equally good on average: a useless column each, not the same one.
                for name, times in (("once", 1), ("ten_times", 10)):
                    mean, error = told(repeated(rng, x[:, [0, 1, 2]], y, times, x[:, [0, 1, 3]]))
                    alarms[name].append(abs(mean) > 2 * error)
            for name, (mean, error) in ways.items():
                seen.setdefault(name, []).append((mean, error, truth, abs(mean - truth) < 2 * error))
        for name, values in seen.items():
            v = np.array(values, float)
            out[f"{label}_{name}_mean"] = v[:, 0].mean()
            out[f"{label}_{name}_spread"] = v[:, 0].std(ddof=1)
            out[f"{label}_{name}_told"] = v[:, 1].mean()
            out[f"{label}_{name}_holds"] = 100 * v[:, 3].mean()
        out[f"{label}_truth"] = float(np.mean([v[2] for v in seen["10"]]))
        if label == "rows":
            out |= {f"equal_models_told_apart_{name}": 100 * np.mean(found) for name, found in alarms.items()}
            out["two_folds_told_at_least"] = float(np.quantile([v[1] for v in seen["2"]], 0.1))
            out["two_folds_told_at_most"] = float(np.quantile([v[1] for v in seen["2"]], 0.9))
    return {name: float(value) for name, value in out.items()}
