# hiretool-canary-43316d67-578e-4cb5-a6fc-1bb38b84b1e6
"""Running comparisons drawn from a seed -> how often a winner is called, when, and how large it looks, by the rule for stopping."""

import numpy as np


def walks(rng, runs, days, drift):
    """Mean difference so far in its standard errors, after each day; at the end its mean is `drift`."""
    steps = rng.normal(size=(runs, days)) + drift / np.sqrt(days)
    return np.cumsum(steps, axis=1) / np.sqrt(np.arange(1, days + 1))


def first(stop):
    """Day of the first stop, and whether there was one."""
    return np.where(stop.any(axis=1), stop.argmax(axis=1), stop.shape[1] - 1), stop.any(axis=1)


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    days, runs, bar = fact["days"], fact["runs"], 1.96
    out = {}
    day = np.arange(1, days + 1)
    rng = np.random.default_rng(70)
    idle = walks(rng, runs, 12 * days, 0.0)
    worth = walks(rng, runs, days, fact["drift"])
    at_end, weekly = day == days, day % 7 == 0
    high = float(np.quantile(np.abs(idle[:, :days]).max(axis=1), 0.95))
    rules = {
        "once": (at_end, bar),
        "weekly": (weekly, bar),
        "daily": (day > 0, bar),
        "daily_from_second_week": (day > 7, bar),
        "daily_high": (day > 0, high),
    }
    for name, (looks, limit) in rules.items():
        for label, z in (("idle", idle[:, :days]), ("worth", worth)):
            at, called = first((np.abs(z) > limit) & looks)
            out[f"{name}_{label}_called"] = 100 * called.mean()
            if label == "worth":
                won = called & (z[np.arange(runs), at] > 0)
                size = z[np.arange(runs), at] / np.sqrt(at + 1) * np.sqrt(days) / fact["drift"]
                out[f"{name}_worth_won"] = 100 * won.mean()
                out[f"{name}_worth_size_when_won"] = size[won].mean()
                out[f"{name}_worth_days"] = (at + 1).mean()
                wrong = called & (z[np.arange(runs), at] < 0)
                out[f"{name}_worth_called_the_wrong_way"] = 100 * wrong.mean()
    out["high_bar"] = high
    # Called a winner in the morning, and left to run all the same: what is at the end?
    at, called = first(np.abs(idle[:, :days]) > bar)
    out["idle_called_daily_still_beyond_at_end"] = 100 * (np.abs(idle[called, days - 1]) > bar).mean()
    out["idle_called_daily_in_first_week"] = 100 * (at[called] < 7).mean()
    out["idle_called_on_first_day"] = 100 * (np.abs(idle[:, 0]) > bar).mean()
    for months in (1, 3, 12):
        out[f"idle_daily_{months}_months"] = 100 * (np.abs(idle[:, : months * days]) > bar).any(axis=1).mean()
    # (a) Two weeks more if it is close at the end; (b) stops only if it looks useless.
    end = np.abs(idle[:, days - 1])
    close = (end > 1.28) & (end <= bar)
    out["idle_two_weeks_more_if_close"] = 100 * ((end > bar) | (close & (np.abs(idle[:, days + 13]) > bar))).mean()
    for label, z in (("idle", idle[:, :days]), ("worth", worth)):
        given_up = z[:, 13] < 0.0
        out[f"{label}_given_up_if_behind_half_way"] = 100 * (~given_up & (np.abs(z[:, -1]) > bar)).mean()
        out[f"{label}_days_if_given_up_half_way"] = np.where(given_up, 14, days).mean()
    out["called_if_looks_were_independent"] = 100 * (1 - 0.95**days)
    out["called_on_a_given_day"] = 100 * (np.abs(idle[:, 9]) > bar).mean()
    return {name: float(value) for name, value in out.items()}
