# hiretool-canary-94512d0e-3cc9-4f0b-8523-645aee478c3b
"""A log of pumps in which greasing was decided by what was heard -> what models with different columns foresee and say of greasing."""

import itertools

import numpy as np

NAMES = ("hum", "worn", "greased", "warm", "ordered", "broken")


def yes(chance, value):
    return chance if value else 1 - chance


def world(fact, decided=None):
    """Every case with its share. `decided`: greasing by lot with that share, whatever is heard."""
    cases, share = [], []
    f = fact
    for hum, worn, greased, warm, ordered, broken in itertools.product((0, 1), repeat=6):
        p = yes(f["hum"], hum) * yes(f["worn"], worn)
        p *= yes(f["greased"][hum] if decided is None else decided, greased)
        p *= yes(f["warm"][greased] + f["warm_hum"] * hum, warm)
        p *= yes(f["ordered"][greased][worn], ordered)
        p *= yes(f["base"] + f["by_hum"] * hum + f["by_worn"] * worn + f["by_warm"] * warm, broken)
        cases.append((hum, worn, greased, warm, ordered, broken))
        share.append(p)
    return np.array(cases), np.array(share)


def foreseen(cases, share, columns):
    """Chance of a break in each case, by a model that knows the columns and their every combination."""
    at = [NAMES.index(c) for c in columns]
    key = cases[:, at] @ (2 ** np.arange(len(at))) if at else np.zeros(len(cases), int)
    total = np.bincount(key, share, minlength=64)
    broken = np.bincount(key, share * cases[:, -1], minlength=64)
    return broken / np.maximum(total, 1e-15), key


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    cases, share = world(fact)
    out = {}
    for name, columns in fact["models"].items():
        chance, key = foreseen(cases, share, columns)
        p = chance[key]
        out[f"{name}_loss"] = float(-(share * np.where(cases[:, -1], np.log(p), np.log(1 - p))).sum())
        if "greased" in columns:
            bit = 2 ** list(columns).index("greased")
            effect = 100 * (share * (chance[key | bit] - chance[key & ~bit])).sum()
            out[f"{name}_greasing"] = round(float(effect), 9)  # a nought stays one
    for value in (0, 1):
        c, s = world(fact, value)
        out[f"broken_if_all_{value}"] = float(100 * (s * c[:, -1]).sum())
        m = cases[:, 2] == value
        out[f"broken_in_log_{value}"] = float(100 * (share * cases[:, -1])[m].sum() / share[m].sum())
        out[f"hum_in_log_{value}"] = float(100 * (share * cases[:, 0])[m].sum() / share[m].sum())
        for ordered in (0, 1):
            part = m & (cases[:, 4] == ordered)
            out[f"worn_if_greased_{value}_ordered_{ordered}"] = float(
                100 * (share * cases[:, 1])[part].sum() / share[part].sum()
            )
        for hum in (0, 1):
            part = m & (cases[:, 0] == hum)
            out[f"broken_if_greased_{value}_hum_{hum}"] = float(
                100 * (share * cases[:, -1])[part].sum() / share[part].sum()
            )
    out["truth"] = out["broken_if_all_1"] - out["broken_if_all_0"]
    return out
