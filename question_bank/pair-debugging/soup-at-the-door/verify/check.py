# hiretool-canary-f3a3da57-f178-483d-b6fb-dde341b346ee
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "the_service_shows_what_the_log_gives"
FULL = {"kilometres": 2.0, "dishes": 3, "waiting": 4, "rain": 1.0}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = random.Random(f"{seed} check")
    service, offline = modules["service"], modules["offline"]
    told = variants.model(seed)
    model = modules["model"].Model(**told)
    some = rng.sample(variants.orders(seed), 60)

    def shown(moment, values, by=model):
        return service.minutes(by, variants.request(moment, values))

    def right(orders):
        return [variants.right(seed, *order) for order in orders]

    def service_is_right(orders):
        return bool(np.allclose([shown(*order) for order in orders], right(orders)))

    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        logged = offline.read(Path(scratch) / "data" / "orders.csv")
    from_log = np.asarray(offline.predictions(model, logged))

    def at(day, month, hour, minute=0):
        return datetime(2026, month, day, hour, minute, tzinfo=variants.ZONE)

    edges = [(at(17, month, *clock), FULL) for month in (2, 4) for clock in ((17, 59), (18, 0), (20, 59), (21, 0))]
    nights = [(at(day, 4, hour, 30), FULL) for day in (3, 4, 5, 6) for hour in (0, 1, 23)]
    bare = [(at(14, 4, 13), FULL | {name: None}) for name in FULL]
    zeros = [(at(14, 4, 13), FULL | {name: 0}) for name in FULL]
    # The same model with its features told in another order.
    places = list(range(len(told["names"])))
    rng.shuffle(places)
    turned = modules["model"].Model(
        names=[told["names"][place] for place in places],
        weights=[told["weights"][place] for place in places],
        start=told["start"],
        usual=told["usual"],
    )
    request = variants.request(*some[0])
    swapped = dict(reversed(request.items()))
    later = variants.request(some[0][0] + timedelta(days=14), some[0][1])
    return {
        SYMPTOM: service_is_right(some),
        "the_log_gives_what_the_model_was_fitted_on": bool(np.allclose(from_log, right(variants.orders(seed)))),
        "rush_is_by_the_clock_in_the_kitchen": service_is_right(edges),
        "the_weekend_begins_and_ends_at_its_midnight": service_is_right(nights),
        "what_is_unknown_is_taken_as_usual": service_is_right(bare)
        and service_is_right([(at(14, 4, 13), dict.fromkeys(FULL))]),
        "a_nought_is_known": service_is_right(zeros),
        "order_of_the_features_in_the_model_does_not_matter": bool(
            np.allclose([shown(*order, by=turned) for order in some[:20]], right(some[:20]))
        ),
        "order_of_a_request_does_not_matter": bool(
            np.isclose(service.minutes(model, swapped), service.minutes(model, request))
        ),
        "two_weeks_later_at_the_same_hour_is_the_same": bool(
            np.isclose(service.minutes(model, later), service.minutes(model, request))
        ),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    model, made = modules["model"].Model(**variants.model(seed)), variants.orders(seed)
    told = np.array([variants.right(seed, *order) for order in made])
    shown = np.array([modules["service"].minutes(model, variants.request(*order)) for order in made])
    off = np.abs(shown - told) > 0.01
    return {
        "two_percent": 100 * float(off.mean()),
        "mean_off": float(np.abs(shown - told)[off].mean()) if off.any() else 0.0,
        "mean": float(shown.mean() - told.mean()),
    }


def modules(names=("model", "offline", "service", "compare")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
