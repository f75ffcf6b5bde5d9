# hiretool-canary-e95dc7f5-c365-4073-b9c6-7f64ea96fea9
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import pandas as pd
import variants

SYMPTOM = "as_many_bookings_are_expected_to_be_cancelled_as_are"


def _odds(chance):
    return chance / (1 - chance)


def _ranks(values):
    return np.argsort(np.argsort(values))


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    risk, quote = modules["risk"], modules["quote"]
    before, last = variants.years(seed)
    known, asked = variants.frame(before), variants.frame(last).drop(columns="cancelled")
    model = risk.fit(known)
    chance, true = np.asarray(model.chance(asked), dtype=float), last["chance"]
    riskiest, safest = (np.argsort(true)[part] for part in (slice(-len(true) // 5, None), slice(0, 2 * len(true) // 5)))
    over = {name: chance[part].sum() / true[part].sum() for name, part in (("risky", riskiest), ("safe", safest))}

    # Of the bookings that were not cancelled, seven in eight are taken out of all winters: then all odds are eight times as high.
    others = np.flatnonzero(before["cancelled"] == 0)
    fewer = known.drop(index=np.setdiff1d(others, others[::8]))
    raised = np.asarray(risk.fit(fewer, seed=3).chance(asked), dtype=float)
    again = np.asarray(risk.fit(fewer, seed=3).chance(asked), dtype=float)
    # A curve of steps may say 0 for the safest; odds of nought cannot be compared.
    within = (chance > 0) & (chance < 1) & (raised > 0) & (raised < 1)
    times = _odds(raised[within]) / _odds(chance[within])

    price = asked["price"].to_numpy()
    fees = np.asarray(quote.fees(model, asked), dtype=float)
    offered = np.asarray(quote.offered(model, asked), dtype=bool)
    table = risk.reliability(np.array([0.1, 0.3, 0.2, 0.6]), np.array([0, 1, 0, 1]), parts=2)
    return {
        SYMPTOM: bool(0.75 < chance.sum() / last["cancelled"].sum() < 1.33),
        "the_whole_is_near_the_truth": bool(0.8 < chance.sum() / true.sum() < 1.25),
        "risky_and_safe_bookings_pay_alike_for_their_risk": bool(0.58 < over["risky"] / over["safe"] < 1.6),
        "an_eighth_of_the_others_makes_the_odds_eightfold": bool(2 * len(times) > len(chance) and 6.4 < np.median(times) < 10),
        "risky_bookings_are_still_told_from_safe_ones": bool(np.corrcoef(_ranks(chance), _ranks(true))[0, 1] > 0.9),
        "a_fee_is_the_chance_times_the_price_and_the_loading": bool(
            np.allclose(fees, variants.LOADING * chance * price, atol=0.011)
            and (offered == (fees <= variants.MOST * price)).all()
        ),
        "a_fit_can_be_repeated": bool(np.allclose(again, raised, atol=1e-9)),
        "reliability_is_kept": bool(
            isinstance(table, pd.DataFrame) and np.allclose(table[["chance", "cancelled"]], [[0.15, 0.0], [0.45, 1.0]])
        ),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    risk, quote = modules["risk"], modules["quote"]
    before, last = variants.years(seed)
    known, asked = variants.frame(before), variants.frame(last).drop(columns="cancelled")
    model = risk.fit(known)
    chance, true = np.asarray(model.chance(asked), dtype=float), last["chance"]
    part = len(true) // 5
    order = np.argsort(true)
    fees = quote.fees(model, asked)
    paid = (last["price"] * last["cancelled"]).sum()
    over = [chance[some].sum() / true[some].sum() for some in (order[: 2 * part], order[-part:])]
    others = np.flatnonzero(before["cancelled"] == 0)
    fewer = known.drop(index=np.setdiff1d(others, others[::8]))
    times = _odds(np.asarray(risk.fit(fewer, seed=3).chance(asked))) / _odds(chance)
    return {
        "fees_over_paid": float(fees.sum() / paid),
        "offered": float(quote.offered(model, asked).mean()),
        "safe_over": float(over[0]),
        "risky_over": float(over[1]),
        "risky_over_safe": float(over[1] / over[0]),
        "whole_over_true": float(chance.sum() / true.sum()),
        "ranks": float(np.corrcoef(_ranks(chance), _ranks(true))[0, 1]),
        "times": float(np.median(times)),
    }


def modules(names=("bookings", "risk", "quote")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
