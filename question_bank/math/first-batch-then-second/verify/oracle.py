# hiretool-canary-3290e5fa-8b0c-47d2-bcfe-7027b25662ad
"""The same values from a list of all orders of wins and losses, each of which is followed to its end; and from drawn ones."""

from fractions import Fraction
from functools import cache

import numpy as np


@cache
def _followed(first, second, bar_first, bar_all):
    """(wins in all, ended at the first look, called at the first, called on all, verdicts given) -> number of orders."""
    total = first + second
    orders = (np.arange(2**total)[:, None] >> np.arange(total)) & 1
    early, wins = orders[:, :first].sum(axis=1), orders.sum(axis=1)
    stops = early >= bar_first
    above = wins >= bar_all
    rows, counts = np.unique(np.column_stack([wins, stops, above]), axis=0, return_counts=True)
    return [(*map(int, row), int(count)) for row, count in zip(rows, counts, strict=True)]


def _weights(params, chance):
    """(chance of the order, stops at the first look, enough in all)."""
    total = params["all"]
    for wins, stops, above, orders in _followed(
        params["first"], params["second"], params["bar_first"], params["bar_all"]
    ):
        yield orders * chance**wins * (1 - chance) ** (total - wins), stops, above


def answer(params):
    """Values by adding up orders."""
    idle, better = (
        list(_weights(params, chance)) for chance in (Fraction(1, 2), Fraction(params["wins"], params["of"]))
    )
    return {
        "false_first": sum(weight for weight, stops, _ in idle if stops),
        "false_all": sum(weight for weight, _, above in idle if above),
        "false_either": sum(weight for weight, stops, above in idle if stops or above),
        "true_all": sum(weight for weight, _, above in better if above),
        "true_either": sum(weight for weight, stops, above in better if stops or above),
        "verdicts": sum(weight * (params["first"] if stops else params["all"]) for weight, stops, _ in better),
    }


def drawn(params, seed, trials=100_000):
    """Shares of drawn trials, each with its standard error."""
    rng = np.random.default_rng(seed)
    found = {}
    for name, chance in (("false", 0.5), ("true", params["wins"] / params["of"])):
        early = rng.binomial(params["first"], chance, trials)
        whole = early + rng.binomial(params["second"], chance, trials)
        called = (early >= params["bar_first"]) | (whole >= params["bar_all"])
        found[f"{name}_either"] = (called.mean(), called.std() / np.sqrt(trials))
        found[f"{name}_all"] = (
            (whole >= params["bar_all"]).mean(),
            (whole >= params["bar_all"]).std() / np.sqrt(trials),
        )
        if name == "true":
            given = np.where(early >= params["bar_first"], params["first"], params["all"])
            found["verdicts"] = (given.mean(), given.std() / np.sqrt(trials))
    return found
