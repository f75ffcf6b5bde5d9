# hiretool-canary-0446df9d-937e-41e0-9411-e3f6553d2551
"""Parcels drawn from a seed -> the tables of the prompt and of the guide."""

import numpy as np

MANY, BASE, WEIGHTS = 200_000, -1.85, (1.15, 0.85)


def chance(logit):
    return 1 / (1 + np.exp(-logit))


def parcels(rng, many=MANY, spread=1.0):
    """Two things that can be known of an address, and whether nobody was at home."""
    first, second = spread * rng.normal(size=many), rng.normal(size=many)
    true = chance(BASE + WEIGHTS[0] * first + WEIGHTS[1] * second)
    return first, second, true, rng.random(many) < true


def from_one(seen, own, other):
    """Chance of a failure for somebody who sees one of the two: the mean over the other."""
    grid = np.linspace(-4, 4, 2_001)
    height, width = np.exp(-(grid**2) / 2), np.linspace(-5, 5, 401)
    table = (chance(BASE + own * width[:, None] + other * grid) * height).sum(axis=1) / height.sum()
    return np.interp(seen, width, table)


def odds_times(p, factor):
    return factor * p / (factor * p + 1 - p)


def area(score, failed):
    rank = np.empty(len(score))
    rank[np.argsort(score, kind="stable")] = np.arange(1, len(score) + 1)
    many = failed.sum()
    return float((rank[failed].sum() - many * (many + 1) / 2) / (many * (len(score) - many)))


def log_loss(p, failed):
    return float(-np.mean(np.where(failed, np.log(p), np.log(1 - p))))


def failing_near(p, failed, value, half=0.02):
    """Share of failures among those to whom about `value` was given."""
    return float(failed[np.abs(p - value) < half].mean())


def mended(p, failed, rows=2_000):
    """Odds divided by one factor, found on so many parcels by making the mean right."""
    low, high = 0.01, 100.0
    for _ in range(60):
        middle = (low * high) ** 0.5
        low, high = (middle, high) if odds_times(p[:rows], middle).mean() < failed[:rows].mean() else (low, middle)
    return odds_times(p, middle)


def derived(facts):
    """All figures; savings are EUR for 1,000 parcels."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    call, saves = fact["call_eur"], fact["saved_eur"]

    def saved_per_1000(p, failed, threshold=call / saves):
        return float(1000 * np.mean((p > threshold) * (saves * failed - call)))

    def saved_by_calls_to(p, failed, share):
        """By calling that share of the parcels, those with the highest chance first."""
        called = np.argsort(-p, kind="stable")[: int(share * len(p))]
        return float(1000 * np.sum(saves * failed[called] - call) / len(p))

    first, second, true, failed = parcels(np.random.default_rng(1))
    a = odds_times(true, fact["others_left_out"])
    b = from_one(first, WEIGHTS[0], WEIGHTS[1])
    other = from_one(second, WEIGHTS[1], WEIGHTS[0])
    both, rate = (b + other) / 2, float(failed.mean())
    c = np.full(len(failed), rate)
    repaired = mended(a, failed)
    # Another depot with the same parcels of either kind and fewer failures: drop failures at random.
    rng = np.random.default_rng(2)
    wanted = fact["fewer_fail"]
    kept = ~failed | (rng.random(len(failed)) < wanted / (1 - wanted) * (1 - rate) / rate)
    # Streets that are more alike; the chance given what B sees is as before.
    alike_first, _, _, alike_failed = parcels(np.random.default_rng(3), spread=fact["streets_alike"])
    alike = from_one(alike_first, WEIGHTS[0], WEIGHTS[1])
    town = second > 0
    return {
        "share_failed": rate,
        "a_area": area(a, failed),
        "b_area": area(b, failed),
        "a_mean": float(a.mean()),
        "b_mean": float(b.mean()),
        "a_log_loss": log_loss(a, failed),
        "b_log_loss": log_loss(b, failed),
        "c_log_loss": log_loss(c, failed),
        "a_failing_where_it_says_30": failing_near(a, failed, 0.3),
        "b_failing_where_it_says_30": failing_near(b, failed, 0.3),
        "a_mended_area": area(repaired, failed),
        "a_mended_log_loss": log_loss(repaired, failed),
        "a_mended_mean": float(repaired.mean()),
        "saved_by_a": saved_per_1000(a, failed),
        "saved_by_b": saved_per_1000(b, failed),
        "saved_by_calling_everybody": saved_per_1000(np.ones(len(failed)), failed),
        "saved_by_a_mended": saved_per_1000(repaired, failed),
        "saved_by_a_with_a_threshold_of_a_half": saved_per_1000(a, failed, 0.5),
        "saved_by_a_if_a_tenth_can_be_called": saved_by_calls_to(a, failed, fact["calls_that_can_be_made"]),
        "saved_by_b_if_a_tenth_can_be_called": saved_by_calls_to(b, failed, fact["calls_that_can_be_made"]),
        "rarer_share_failed": float(failed[kept].mean()),
        "rarer_b_mean": float(b[kept].mean()),
        "rarer_b_area": area(b[kept], failed[kept]),
        "rarer_b_failing_where_it_says_30": failing_near(b[kept], failed[kept], 0.3),
        "alike_share_failed": float(alike_failed.mean()),
        "alike_b_mean": float(alike.mean()),
        "alike_b_area": area(alike, alike_failed),
        "alike_b_failing_where_it_says_30": failing_near(alike, alike_failed, 0.3),
        "b_with_a_second_calibrated_one_area": area(both, failed),
        "second_calibrated_one_area": area(other, failed),
        "mean_of_two_failing_where_it_says_10": failing_near(both, failed, 0.1),
        "mean_of_two_failing_where_it_says_40": failing_near(both, failed, 0.4),
        "b_failing_where_it_says_30_in_town": failing_near(b[town], failed[town], 0.3),
        "b_failing_where_it_says_30_outside": failing_near(b[~town], failed[~town], 0.3),
    }
