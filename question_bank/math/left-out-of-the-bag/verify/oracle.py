# hiretool-canary-2151c856-0abd-4739-8d4c-64c787d6dd85
"""The same values by following bags draw for draw in whole numbers, and by drawing them. No power is taken."""

from fractions import Fraction

import numpy as np


def _bags(rows, alike, draws):
    """How many ordered bags of `draws` rows have (a marked row in, some twin of it in)."""
    many = {(False, False): 1}
    for _ in range(draws):
        after = dict.fromkeys([(own, twin) for own in (False, True) for twin in (False, True)], 0)
        for (own, twin), ways in many.items():
            after[True, twin] += ways
            after[own, True] += ways * (alike - 1)
            after[own, twin] += ways * (rows - alike)
        many = after
    return many


def _different(rows, draws):
    """Mean number of different rows, from how many bags have each number."""
    ways = {0: 1}
    for _ in range(draws):
        after = {}
        for different, many in ways.items():
            after[different] = after.get(different, 0) + many * different
            after[different + 1] = after.get(different + 1, 0) + many * (rows - different)
        ways = after
    return Fraction(sum(different * many for different, many in ways.items()), sum(ways.values()))


def answer(params):
    """Shares among counted bags."""
    bags = _bags(params["rows"], params["alike"], params["draws"])
    total = sum(bags.values())
    out = {twin: bags[False, twin] for twin in (False, True)}
    row_out = Fraction(sum(out.values()), total)
    # Chance of each number of trees with a verdict, tree by tree.
    verdicts = [Fraction(1)]
    for _ in range(params["trees"]):
        fewer, more = [*verdicts, Fraction(0)], [Fraction(0), *verdicts]
        verdicts = [none * (1 - row_out) + one * row_out for none, one in zip(fewer, more, strict=True)]
    right = out[True] * params["seen"] + out[False] * params["unseen"]
    by_case = _bags(params["rows"] // params["alike"], 1, params["cases"])
    return {
        "row_out": row_out,
        "different": _different(params["rows"], params["draws"]),
        "no_verdict": verdicts[0],
        "twin_in": Fraction(out[True], sum(out.values())),
        "score": Fraction(right, 100 * sum(out.values())),
        "case_out": Fraction(by_case[False, False], sum(by_case.values())),
    }


def drawn(params, seed, bags=40_000):
    """Shares among drawn bags, each with its standard error; row 0 is the marked one and its twins come next."""
    rng = np.random.default_rng(seed)
    rows, alike, trees = params["rows"], params["alike"], params["trees"]
    bag = rng.integers(rows, size=(bags, params["draws"]))
    held = np.stack([(bag == row).any(axis=1) for row in range(rows)])
    out = ~held[0]
    twin = held[1:alike].any(axis=0)[out]
    right = rng.random(len(twin)) < np.where(twin, params["seen"], params["unseen"]) / 100
    cases = rng.integers(rows // alike, size=(bags, params["cases"]))
    forests = held[0][: bags // trees * trees].reshape(-1, trees)
    found = {
        "row_out": out,
        "different": held.sum(axis=0),
        "no_verdict": forests.all(axis=1),
        "twin_in": twin,
        "score": right,
        "case_out": (cases != 0).all(axis=1),
    }
    return {key: (values.mean(), values.std() / np.sqrt(len(values))) for key, values in found.items()}
