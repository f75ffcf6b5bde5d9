# hiretool-canary-28b1aeb2-3fa7-4eb2-a22c-16829c871afc
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import pandas as pd
import variants

SYMPTOM = "what_happens_from_the_moment_on_has_no_say"


def _told(rows, names=("half_hour", "three_hours")):
    """{(station, moment): values}."""
    columns = [rows[name].astype(float).tolist() for name in names]
    return dict(zip(zip(rows["station"], rows["moment"], strict=True), zip(*columns, strict=True), strict=True))


def _asked(pairs):
    return pd.DataFrame(pairs, columns=["station", "moment"])


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    told, found = variants.facts(seed), variants.taken(seed)
    with_recent, replay = modules["recent"].with_recent, modules["replay"]
    start, first = told["start"], told["start"] + pd.Timedelta(days=told["first"])
    trips = variants.frame(seed, found)
    before = trips.copy()

    def right(pairs, counts=found):
        return {
            (name, start + pd.Timedelta(minutes=moment)): tuple(
                map(float, variants.right(counts.get(name, []), moment))
            )
            for name, moment in pairs
        }

    def holds(pairs, some, counts=found):
        rows = _asked([(name, start + pd.Timedelta(minutes=moment)) for name, moment in pairs])
        return _told(with_recent(some, rows)) == right(pairs, counts)

    names = told["stations"]
    some = [moment for moment in variants.moments(seed) if moment >= told["first"] * variants.DAY]
    chosen = [some[place] for place in sorted(rng.choice(len(some), 3, replace=False).tolist())]
    cut = {moment: {name: [at for at in found[name] if at < moment] for name in names} for moment in chosen}
    frames = {moment: variants.frame(seed, cut[moment]) for moment in chosen}
    # Nights, the first morning, and the days after the last trip.
    odd = [
        30,
        390,
        11 * variants.DAY + 240,
        16 * variants.DAY + 330,
        told["days"] * variants.DAY + 450,
        20 * variants.DAY,
    ]
    pairs = [(name, moment) for moment in [*chosen, *odd] for name in names[:3]]
    # Two stations that few people use.
    quiet = {name: sorted(rng.integers(0, 5 * variants.DAY, 9).tolist()) for name in names[:2]}
    few = [(name, day * variants.DAY + minute) for name in names[:2] for day in (1, 3, 6) for minute in (390, 720, 930)]

    rows = replay.replayed(trips, first)
    replayed = _told(rows, ("forecast", "taken"))
    wanted = variants.forecasts(seed, False, variants.right)
    wanted = {(name, start + pd.Timedelta(minutes=moment)): pair for (name, moment), pair in wanted.items()}
    model = replay.fitted(trips, first)
    service = []
    for moment in chosen[:2]:
        at = start + pd.Timedelta(minutes=moment)
        sent = replay.now(model, frames[moment], at)
        service += [(sent.get(name, np.nan), replayed.get((name, at), (np.nan,))[0]) for name in names]
    alone = variants.frame(seed, {names[1]: found[names[1]]})
    counted = all(replayed[key][1] == wanted[key][1] for key in wanted if key in replayed)
    return {
        SYMPTOM: all(holds([(name, moment) for name in names], frames[moment], cut[moment]) for moment in chosen)
        and holds([(name, moment) for moment in chosen for name in names], trips),
        "the_last_half_hour_and_three_hours_are_counted": holds(pairs, trips),
        "a_quiet_station_is_counted_to_the_moment": holds(few, variants.frame(seed, quiet), quiet),
        "the_service_sends_what_the_replay_says": bool(
            np.allclose([pair[0] for pair in service], [pair[1] for pair in service])
        ),
        "forecasts_rest_on_what_was_known": set(replayed) == set(wanted)
        and all(abs(replayed[key][0] - wanted[key][0]) < 1e-6 for key in wanted),
        "what_was_taken_is_counted_from_the_moment_on": counted,
        "the_order_of_trips_has_no_say": holds(pairs, trips.sample(frac=1, random_state=seed)),
        "another_station_has_no_say": holds([(names[1], moment) for moment in [*chosen, *odd]], alone),
        "the_trips_given_are_not_changed": bool(trips.equals(before)),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    told = variants.facts(seed)
    trips = variants.frame(seed, variants.taken(seed))
    replay = modules["replay"]
    first = told["start"] + pd.Timedelta(days=told["first"])
    rows, model = replay.replayed(trips, first), replay.fitted(trips, first)
    off = replay.off_by(rows["forecast"], rows["taken"])
    _, sent_off = variants.judged(variants.forecasts(seed, True, variants.at_the_last_trip))
    return {
        "trips": len(trips),
        "off": off,
        "sent_off": sent_off,
        "half_hour_weight": float(model.weights[0]),
        "usual_weight": float(model.weights[2]),
        "told": abs(off - variants.generate(seed)["off"]),
    }


def modules(names=("trips", "recent", "demand", "replay")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
