# hiretool-canary-5d442485-3de9-4f1c-8fcf-c46966af144f
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import variants

SYMPTOM = "the_backtest_gives_the_error_of_the_forecasts_that_were_sent"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    forecast = modules["forecast"].forecast
    units, promo, first = variants.sales(seed)
    origin = int(rng.integers(first, units.shape[1] - 14))
    monday = first + 7 * int(rng.integers(0, 6))

    made = np.asarray(forecast(units.copy(), promo.copy(), origin))
    later, other = units.copy(), units.copy()
    later[:, origin:] = rng.poisson(3 * units[:, origin:] + 20)
    other[:, origin:] = 0
    planned = promo.copy()
    planned[:, origin + 14 :] = 0
    recent = units.copy()
    recent[:, origin - 7 : origin] *= 1.5
    moved = np.asarray(forecast(recent, promo.copy(), origin))
    found = modules["backtest"].errors(units.copy(), promo.copy(), first)
    sent = variants.live(seed)
    calm, none = np.tile([20.0, 30, 40, 50, 60, 70, 80], (2, 12)), np.zeros((2, 84))
    flat, offers = np.full((2, 84), 40.0), np.zeros((2, 84))
    offers[:, [3, 4, 20, 21, 58, 66]] = 20
    flat[0, [3, 4, 20, 21]] = 80  # the second shop's customers do not care
    return {
        SYMPTOM: bool(list(found) == list(sent) and np.allclose(list(found.values()), list(sent.values()))),
        "what_is_sold_from_the_origin_on_has_no_say": bool(
            np.allclose(forecast(later, promo.copy(), origin), made)
            and np.allclose(forecast(other, promo.copy(), origin), made)
        ),
        "a_forecast_is_the_one_that_was_sent": bool(
            np.allclose(forecast(units.copy(), promo.copy(), monday), variants.told(seed, monday))
        ),
        "promotions_beyond_the_fortnight_have_no_say": bool(np.allclose(forecast(units.copy(), planned, origin), made)),
        "planned_promotions_count": bool(
            np.allclose(
                forecast(flat, offers, 56), [[80 if ahead in (2, 10) else 40 for ahead in range(14)], [40] * 14]
            )
        ),
        "each_day_ahead_hangs_on_the_last_week": bool((np.abs(moved - made) > 1e-6).mean() > 0.9),
        "twice_the_sales_give_twice_the_forecast": bool(
            np.allclose(forecast(2 * units, promo.copy(), origin), 2 * made)
        ),
        "a_week_that_repeats_is_told_to_the_unit": bool(np.allclose(forecast(calm, none, 56), calm[:, 56:70])),
        "a_fortnight_is_told": made.shape == (len(units), 14),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    units, promo, first = variants.sales(seed)
    found = np.mean(list(modules["backtest"].errors(units, promo, first).values()))
    return {"share_of_live": float(found / np.mean(list(variants.live(seed).values())))}


def modules(names=("history", "forecast", "backtest")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
