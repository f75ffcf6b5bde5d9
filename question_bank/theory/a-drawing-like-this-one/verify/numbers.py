# hiretool-canary-5627418a-4cfe-4681-9a9b-d6a1bcfb63be
"""A search judged by what an older search found -> how many of ten found drawings are of use, by what is counted."""

import numpy as np


def found(score, many):
    return np.argpartition(-score, many, axis=1)[:, :many]


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    rng = np.random.default_rng(5)
    asked, items, top = fact["questions"], fact["drawings"], fact["top"]
    shape = (asked, items)
    words, form = rng.normal(size=shape), rng.normal(size=shape)
    hard = rng.normal(0, 1.0, size=(asked, 1))
    use = words + form + 0.8 * rng.normal(size=shape) + 0.6 * hard > 3.5
    own = rng.normal(size=(4,) + shape)
    score = {
        "a": words * 1.0 + 0.3 * form + 0.6 * own[0],
        "again": words * 1.0 + 0.3 * form + 0.6 * own[1],
        "b": 0.45 * words + 1.0 * form + 0.6 * own[2],
        "c": 0.7 * words + 0.7 * form + 0.75 * own[3],
    }
    lists = {name: found(s, top) for name, s in score.items()}
    hit = {name: np.take_along_axis(use, at, 1) for name, at in lists.items()}

    def seen(names):
        mask = np.zeros(shape, bool)
        for name in names:
            np.put_along_axis(mask, lists[name], True, 1)
        return mask

    out = {"useful_per_question": float(use.sum(1).mean())}
    hard_set = hit["a"].sum(1) <= fact["few"]
    out["hard_share"] = float(100 * hard_set.mean())
    pools = {"one": seen(["a"]), "two": seen(["a", "b"])}
    for name in lists:
        out[f"{name}_true"] = float(hit[name].mean() * top)
        out[f"{name}_hard"] = float(hit[name][hard_set].mean() * top)
        for pool, mask in pools.items():
            known = np.take_along_axis(mask, lists[name], 1)
            out[f"{name}_{pool}_judged"] = float(known.mean() * top)
            out[f"{name}_{pool}_rest_wrong"] = float((hit[name] & known).mean() * top)
            out[f"{name}_{pool}_rest_left_out"] = float(top * (hit[name] & known).sum() / known.sum())
    return out
