# hiretool-canary-15ef2b1d-7922-4ed5-8afe-c05b9a1d74e2
"""Photographs drawn from a seed -> the table of the prompt and the figures of the guide, in per cent."""

import numpy as np

MANY, A_LEVEL = 400_000, 1.45


def photographs(rng, many=MANY):
    """For three models by how much they are right (above zero) or mistaken, and whether two readers agree."""
    clear = rng.normal(size=many)
    a = A_LEVEL + clear + 0.7 * rng.normal(size=many)
    again = A_LEVEL + clear + 0.7 * rng.normal(size=many)
    # B leans less on how clear a photograph is.
    b = 1.32 + 0.55 * clear + 0.9 * rng.normal(size=many)
    # Two readers agree where a photograph is clear to both.
    agree = 1.05 + 1.1 * clear + 0.5 * rng.normal(size=many) > 0
    return a, again, b, agree


def per_cent(mask):
    return 100 * float(np.mean(mask))


def derived(facts):
    """All figures of one large draw; facts say how much is left out."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    rng = np.random.default_rng(4)
    a, again, b, agree = photographs(rng)
    wrong_a, wrong_b = a <= 0, b <= 0
    # What a model says of its own sureness: its margin, seen through noise.
    sure_a = np.abs(a) + 0.3 * rng.normal(size=MANY)
    sure_b = np.abs(b) + 0.3 * rng.normal(size=MANY)
    asked_again = fact["refused"]
    kept_a = sure_a > np.quantile(sure_a, asked_again)
    kept_b = sure_b > np.quantile(sure_b, asked_again)
    repaired, spoilt = np.mean(wrong_a & ~wrong_b), np.mean(~wrong_a & wrong_b)
    sample = fact["photographs_a_month"]
    figures = {
        "agreed": per_cent(agree),
        "mistakes_of_a": per_cent(wrong_a),
        "all_a": per_cent(a > 0),
        "all_again": per_cent(again > 0),
        "all_b": per_cent(b > 0),
        "agreed_a": per_cent(a[agree] > 0),
        "agreed_again": per_cent(again[agree] > 0),
        "agreed_b": per_cent(b[agree] > 0),
        "not_agreed_a": per_cent(a[~agree] > 0),
        "not_agreed_b": per_cent(b[~agree] > 0),
        "on_mistakes_of_a_again": per_cent(again[wrong_a] > 0),
        "on_mistakes_of_a_b": per_cent(b[wrong_a] > 0),
        "on_mistakes_of_b_a": per_cent(a[wrong_b] > 0),
        # B's recipe, set so that it is right on as many photographs as A.
        "on_mistakes_of_a_one_like_b_and_no_better": per_cent(b[wrong_a] > np.quantile(b, wrong_a.mean())),
        "repaired_by_b_of_100": 100 * float(repaired),
        "spoilt_by_b_of_100": 100 * float(spoilt),
        "on_what_a_had_right_b": per_cent(b[~wrong_a] > 0),
        "kept_by_sureness_of_a_a": per_cent(a[kept_a] > 0),
        "kept_by_sureness_of_a_b": per_cent(b[kept_a] > 0),
        "kept_by_sureness_of_b_a": per_cent(a[kept_b] > 0),
        "kept_by_sureness_of_b_b": per_cent(b[kept_b] > 0),
        # The two are tried on the same photographs: only those count on which one of them is mistaken.
        "standard_error_of_the_difference": 100
        * float(np.sqrt((repaired + spoilt - (repaired - spoilt) ** 2) / sample)),
    }
    # Half of those asked for again come back clear; the others as they were, and are answered all the same.
    second = rng.random(MANY) < fact["come_back_clear"]
    clear_a = A_LEVEL + 1.0 + 0.7 * rng.normal(size=MANY)
    after = np.where(kept_a, a, np.where(second, clear_a, a))
    return figures | {
        "after_asking_again_a_of_all": per_cent(after > 0),
        "right_at_first_of_those_asked_again": per_cent(a[~kept_a] > 0),
        "asked_in_vain_of_100": per_cent(~kept_a & (a > 0)),
    }
