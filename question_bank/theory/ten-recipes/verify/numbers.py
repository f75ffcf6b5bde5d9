# hiretool-canary-0e6b5b3f-8f48-4f3d-8fc8-95dc6a3c8cff
"""Recipes and cooks drawn from a seed, vectors learnt from what was cooked -> whose recipes are shown, by training and search."""

import numpy as np


def learnt(counts, wide, steps, offset, rng):
    """Vectors whose inner product (plus an offset of the recipe) gives the chances of what a cook takes next."""
    cooks, recipes = counts.shape
    u, v = 0.1 * rng.normal(size=(cooks, wide)), 0.1 * rng.normal(size=(recipes, wide))
    total = counts.sum(axis=1, keepdims=True)
    su, sv = np.zeros_like(u), np.zeros_like(v)
    for _ in range(steps):
        score = u @ v.T + offset
        p = np.exp(score - score.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        slope = counts - total * p
        gu, gv = slope @ v - 2.0 * u, slope.T @ u - 2.0 * v
        su, sv = 0.95 * su + 0.05 * gu**2, 0.95 * sv + 0.05 * gv**2
        u, v = u + 0.03 * gu / (np.sqrt(su) + 1e-6), v + 0.03 * gv / (np.sqrt(sv) + 1e-6)
    return u, v


def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def shown(score, places):
    return np.argsort(-score, axis=1, kind="stable")[:, :places]


def once(seed, fact):
    rng = np.random.default_rng([40, seed])
    cooks, recipes, places = fact["cooks"], fact["recipes"], fact["places"]
    taste, kind = rng.normal(size=(cooks, 4)), rng.normal(size=(recipes, 4))
    fame = 1.2 * rng.normal(size=recipes)
    score = 0.9 * taste @ kind.T + fame
    chance = np.exp(score)
    chance /= chance.sum(axis=1, keepdims=True)
    counts = np.stack([rng.multinomial(fact["cooked"], c) for c in chance]).astype(float)
    later = np.stack([rng.multinomial(fact["cooked"], c) for c in chance]).astype(float)
    pop = counts.sum(axis=0)
    log_pop = np.log(pop + 1)
    order = np.argsort(-pop, kind="stable")
    top, low = order[: recipes // 20], order[recipes // 2 :]
    liking = 0.9 * taste @ kind.T
    out = {}
    # Rivals that are drawn by how often they are cooked come to the same as all rivals with an offset of that size.
    u, v = learnt(counts, fact["numbers"], fact["steps"], 0.0, np.random.default_rng(seed))
    a, b = learnt(counts, fact["numbers"], fact["steps"], log_pop, np.random.default_rng(seed))
    rules = {
        "all_inner": u @ v.T,
        "all_cosine": unit(u) @ unit(v).T,
        "same_inner": a @ b.T,
        "same_cosine": unit(a) @ unit(b).T,
        "same_inner_plus": a @ b.T + log_pop,
        "same_inner_plus_half": a @ b.T + 0.5 * log_pop,
        "fame_only": np.broadcast_to(log_pop, counts.shape),
        # Row one with fame taken off; and lists by somebody who knows all: by taste alone, by taste and fame.
        "all_inner_minus": u @ v.T - log_pop,
        "known_taste": liking,
        "known_score": score,
    }
    for name, s in rules.items():
        if name in ("all_inner_minus", "known_taste", "known_score"):
            out[f"{name}_liking"] = liking[np.arange(cooks)[:, None], shown(s, places)].mean()
            continue
        lists = shown(s, places)
        at = np.arange(cooks)[:, None]
        count = np.bincount(lists.ravel(), minlength=recipes)
        out[f"{name}_found"] = 100 * later[at, lists].sum() / later.sum()
        out[f"{name}_top"] = 100 * count[top].sum() / count.sum()
        out[f"{name}_low"] = 100 * count[low].sum() / count.sum()
        out[f"{name}_in_no_list"] = 100 * np.mean(count == 0)
        out[f"{name}_liking"] = liking[at, lists].mean()
    few = (pop > 0) & (pop <= 5)
    for name, m in (("all", v), ("same", b)):
        out[f"{name}_length_few"] = np.linalg.norm(m[few], axis=1).mean()
        out[f"{name}_length_top"] = np.linalg.norm(m[top], axis=1).mean()
    out["median_times_cooked_low_half"] = float(np.median(pop[low]))
    out["times_cooked_top"] = float(np.mean(pop[top]))
    out["cooked_later_top"] = 100 * later[:, top].sum() / later.sum()
    out["cooked_later_low"] = 100 * later[:, low].sum() / later.sum()
    for name, m in (("all", v), ("same", b)):
        out[f"{name}_length_and_log_count"] = np.corrcoef(np.linalg.norm(m, axis=1), log_pop)[0, 1]
    return out


# A few places in the lists hang on the last digits, which older libraries round otherwise: these move by up to 2 in 100
# of their size, stand rounded in prompt and guide, and are not compared.
MOVES = {"all_cosine_low", "same_cosine_top", "same_inner_low", "same_inner_plus_half_low", "same_inner_top"}


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    draws = [once(seed, fact) for seed in range(fact["draws"])]
    return {name: float(np.mean([draw[name] for draw in draws])) for name in draws[0] if name not in MOVES}
