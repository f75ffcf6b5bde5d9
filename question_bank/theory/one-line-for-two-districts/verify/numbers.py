# hiretool-canary-7ceab3f5-7c07-4b46-862b-112b1ad1094e
"""Two districts with different shares of repaid loans, scores that keep their word in both -> rates by the line drawn."""

import numpy as np

GRID = (np.arange(4000) + 0.5) / 4000


def district(mean, strength):
    """Shares of applicants on a grid of scores: a beta distribution. A score of s is repaid in s of all cases."""
    a, b = mean * strength, (1 - mean) * strength
    log = (a - 1) * np.log(GRID) + (b - 1) * np.log(1 - GRID)
    share = np.exp(log - log.max())
    return share / share.sum()


def rates(share, line):
    """Per cent: lent to; of those who would repay, lent to; of those who would not, lent to; of the lent, repaid."""
    taken = share * (GRID >= line)
    good, lent = (share * GRID).sum(), taken.sum()
    repaid = (taken * GRID).sum()
    return {
        "lent": 100 * lent,
        "good_lent": 100 * repaid / good,
        "bad_lent": 100 * (lent - repaid) / (1 - good),
        "repaid": 100 * repaid / max(lent, 1e-12),
    }


def line_for(share, key, wanted):
    """The line at which a rate comes nearest to what is wanted."""
    lines = np.arange(0.005, 0.996, 0.0025)
    return float(min(lines, key=lambda line: abs(rates(share, line)[key] - wanted)))


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    hills = district(fact["hills_repay"], fact["hills_strength"])
    coast = district(fact["coast_repay"], fact["coast_strength"])
    richer = district(fact["coast_repay"], fact["hills_strength"])
    same = district(fact["hills_repay"], fact["coast_strength"])
    out = {}

    def note(name, share, line):
        out.update({f"{name}_{key}": float(value) for key, value in rates(share, line).items()})

    for line in fact["lines"]:
        end = f"{round(100 * line)}"
        note(f"coast_{end}", coast, line)
        note(f"hills_{end}", hills, line)
        note(f"hills_scored_as_well_{end}", same, line)
        note(f"hills_repaying_as_well_{end}", richer, line)
    main = fact["lines"][0]
    goal = rates(coast, main)
    for key in ("lent", "good_lent", "bad_lent", "repaid"):
        line = line_for(hills, key, goal[key])
        out[f"hills_line_for_{key}"] = line
        note(f"hills_for_{key}", hills, line)
    for name, share in (("coast", coast), ("hills", hills)):
        # Two thirds of the applicants' scores lie between these.
        low, high = np.interp([1 / 6, 5 / 6], np.cumsum(share), GRID)
        out[f"{name}_scores_from"], out[f"{name}_scores_to"] = float(low), float(high)
    return out
