# hiretool-canary-52b523bd-c4e9-40ef-a8e1-2532e057fd78
"""A column with many names, written as a number made from the target -> training and other scores, by way of writing."""

import numpy as np


def visits(rng, rows, names, base, real):
    """Name, a load that matters, and the outcome; what a name is worth has the spread `real` (in log-odds)."""
    name = rng.permutation(np.arange(rows) % names)
    worth = real * np.random.default_rng(99).normal(size=names)
    load = rng.normal(size=rows)
    chance = 1 / (1 + np.exp(-(np.log(base / (1 - base)) + 0.8 * load + worth[name])))
    return name, load, rng.random(rows) < chance


def means(name, y, names, towards=0.0, overall=0.0):
    total, count = np.bincount(name, y, minlength=names), np.bincount(name, minlength=names)
    return (total + towards * overall) / np.maximum(count + towards, 1)


def area(score, y):
    """Share of pairs in the right order, ties a half."""
    _, at, count = np.unique(score, return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2)[at]
    many = y.sum()
    return 100 * float((rank[y].sum() - many * (many + 1) / 2) / (many * (len(y) - many)))


def codes(name, y, names, way, rng):
    """The code of each training row, and the code that each name gets in use."""
    full = means(name, y, names)
    if way == "own_in":
        return full[name], full
    if way == "pulled":
        pulled = means(name, y, names, 20, y.mean())
        return pulled[name], pulled
    if way == "own_out":
        total, count = np.bincount(name, y, minlength=names), np.bincount(name, minlength=names)
        return (total[name] - y) / (count[name] - 1), full
    code, fifth = np.empty(len(y)), rng.integers(5, size=len(y))
    for part in range(5):
        other = fifth != part
        code[~other] = means(name[other], y[other], names, 1e-9, y[other].mean())[name[~other]]
    return code, full


def steps(code, y, leaves):
    """Cuts in a column and the share of the outcome between them: greedy, the cut that helps the squared error most."""
    order = np.argsort(code, kind="stable")
    x, t = code[order], y[order].astype(float)
    total = np.append(0, np.cumsum(t))

    def best(low, high):
        at = np.arange(low + 1, high)
        at = at[x[at] > x[at - 1] + 1e-12]
        if not len(at):
            return (0.0, low, low, high)
        left, right = total[at] - total[low], total[high] - total[at]
        gain = left**2 / (at - low) + right**2 / (high - at) - (total[high] - total[low]) ** 2 / (high - low)
        k = int(gain.argmax())
        return (float(gain[k]), int(at[k]), low, high)

    parts = [best(0, len(x))]
    while len(parts) < leaves:
        parts.sort()
        gain, cut, low, high = parts.pop()
        if gain <= 1e-9:
            parts.append((gain, cut, low, high))
            break
        parts += [best(low, cut), best(cut, high)]
    parts.sort(key=lambda part: part[2])
    edges = np.array([(x[low] + x[low - 1]) / 2 for _, _, low, _ in parts[1:]])
    share = np.array([(total[high] - total[low]) / (high - low) for _, _, low, high in parts])
    return lambda c: share[np.searchsorted(edges, c)]


def line(columns, y):
    """Weights of a plain least-squares fit."""
    x = np.column_stack([*columns, np.ones(len(y))])
    return np.linalg.lstsq(x, y.astype(float), rcond=None)[0]


def derived(facts):
    """Areas are per cent, means over the draws."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    rows, base = fact["rows"], fact["share"]
    out = {}

    def note(name, value):
        out.setdefault(name, []).append(value)

    for draw in range(fact["draws"]):
        for label, names, worth in (
            ("thin", fact["names"], 0.0),
            ("thin_real", fact["names"], fact["worth"]),
            ("thick", fact["names_thick"], 0.0),
            ("thick_real", fact["names_thick"], fact["worth"]),
        ):
            rng = np.random.default_rng([6, draw])
            name, load, y = visits(rng, rows, names, base, worth)
            other, other_load, truth = visits(rng, rows, names, base, worth)
            w = line([load], y)
            note(f"{label}_no_code_line_training", area(load * w[0], y))
            note(f"{label}_no_code_line_other", area(other_load * w[0], truth))
            for way in ("own_in", "own_out", "fifths", "pulled"):
                code, used = codes(name, y, names, way, rng)
                if way == "own_out" and label == "thick":
                    note("thick_distinct_codes", len(np.unique(code.round(12))))
                if way == "own_out" and label == "thick":
                    # Noise of a tenth of a row's part, of one row's and of five rows'; 20 pieces, so that cuts do not learn the noise.
                    for part in (0.1, 1, 5):
                        shaken = code + part / (rows // names - 1) * np.random.default_rng([7, draw]).normal(size=rows)
                        note(f"thick_shaken_by_{part * 10:.0f}_tenths_training", area(steps(shaken, y, 20)(shaken), y))
                if way == "own_out" and label == "thick_real":
                    shaken = code + 5 / (rows // names - 1) * np.random.default_rng([7, draw]).normal(size=rows)
                    tree = steps(shaken, y, 20)
                    note("thick_real_shaken_by_50_tenths_training", area(tree(shaken), y))
                    note("thick_real_shaken_by_50_tenths_other", area(tree(used[other]), truth))
                w = line([code, load], y)
                note(f"{label}_{way}_line_training", area(w[0] * code + w[1] * load, y))
                note(f"{label}_{way}_line_other", area(w[0] * used[other] + w[1] * other_load, truth))
                note(f"{label}_{way}_line_weight", w[0])
                if way != "pulled":
                    tree = steps(code, y, fact["leaves"])
                    note(f"{label}_{way}_steps_training", area(tree(code), y))
                    note(f"{label}_{way}_steps_other", area(tree(used[other]), truth))
    return {name: float(np.mean(values)) for name, values in out.items()}
