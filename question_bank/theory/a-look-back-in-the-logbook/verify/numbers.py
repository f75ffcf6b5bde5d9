# hiretool-canary-dc974daa-7f2a-47c3-8af3-555b3b706e96
"""Looking back over entries of a logbook, half of the time with nothing to find -> how far what comes back is off."""

import numpy as np


def looks(rng, many, entries, width):
    """Inner products of a query with random keys of length 1; in each first place the key that would match (product 1)."""
    product = rng.normal(size=(many, entries, width))
    product = product[:, :, 0] / np.linalg.norm(product, axis=2)
    product[:, 0] = 1.0
    return product


def weights(product, scale, mark, matches):
    """Weights of the entries and of the mark; without a match the first entry is left out."""
    score = scale * product if matches else scale * product[:, 1:]
    most = np.maximum(score.max(axis=1), mark)
    each = np.exp(score - most[:, None])
    of_mark = np.exp(mark - most)
    total = each.sum(axis=1) + of_mark
    return each / total[:, None], of_mark / total


def misses(product, scale, mark, mark_value=0.0):
    """Mean squared length of what comes back minus what is wanted, with and without a match; weight of the mark.

    Values are independent, of squared length 1, so squares add up. Wanted is the matching value, or nothing.
    """
    w, m = weights(product, scale, mark, True)
    found = (1 - w[:, 0]) ** 2 + (w[:, 1:] ** 2).sum(axis=1) + (mark_value * m) ** 2
    without, empty = weights(product, scale, mark, False)
    nothing = (without**2).sum(axis=1) + (mark_value * empty) ** 2
    return float(found.mean()), float(nothing.mean()), float(m.mean()), float(empty.mean())


def best(product, scales, marks):
    """Scale and mark with the smallest miss, both kinds counted alike."""
    found = []
    for scale in scales:
        each = np.exp(scale * product)
        rest, squares, match = each[:, 1:].sum(axis=1), (each[:, 1:] ** 2).sum(axis=1), np.exp(scale)
        for mark in marks:
            all_of_it = match + rest + np.exp(mark)
            miss = (
                ((rest + np.exp(mark)) / all_of_it) ** 2 + squares / all_of_it**2 + squares / (rest + np.exp(mark)) ** 2
            )
            found.append((float(miss.mean()), float(scale), float(mark)))
    return min(found)[1:]


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    rng = np.random.default_rng(3)
    width = fact["width"]
    trained = looks(rng, fact["looks"], fact["entries"], width)
    long = looks(rng, fact["looks"] // 4, fact["entries_long"], width)
    scales = np.arange(4, 17, 0.5)
    scale, mark = best(trained, [fact["score_of_match"]], np.arange(4, 21, 0.5))
    bare, _ = best(trained, scales, [-np.inf])
    out = {"mark": mark, "scale_without_mark": bare}

    def note(name, product, *setting):
        for key, value in zip(("found", "nothing", "mark_if_found", "mark_if_nothing"), misses(product, *setting)):
            out[f"{name}_{key}"] = value

    note("with_mark", trained, scale, mark)
    note("mark_gone", trained, scale, -np.inf)
    note("never_had_one", trained, bare, -np.inf)
    note("long", long, scale, mark)
    note("long_mark_gone", long, scale, -np.inf)
    note("long_mark_raised", long, scale, mark + np.log(fact["entries_long"] / fact["entries"]))
    note("mark_with_value", trained, scale, mark, 1.0)
    note("two_marks", trained, scale, mark + np.log(2))
    again = best(long, [fact["score_of_match"]], np.arange(8, 21, 0.5))
    out["long_mark"] = again[1]
    note("long_trained", long, *again)
    w, _ = weights(trained, scale, -np.inf, False)
    out["largest_weight_mark_gone"] = float(w.max(axis=1).mean())
    w, _ = weights(trained, scale, mark, False)
    out["largest_weight_with_mark"] = float(w.max(axis=1).mean())
    return out
