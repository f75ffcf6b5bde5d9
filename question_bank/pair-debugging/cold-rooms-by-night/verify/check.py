# hiretool-canary-1c29a689-6763-4d78-a593-7c103e32cf5a
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import variants

SYMPTOM = "rooms_ring_as_the_night_shift_counts"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    alarms = modules["alarms"].alarms

    def rings(minutes, degrees):
        return [int(minute) for minute in alarms(np.array(minutes), np.array(degrees, dtype=float))]

    found = {name: rings(*series) for name, series in variants.rooms(seed).items()}
    name = sorted(found)[int(rng.integers(len(found)))]
    minutes, degrees = variants.rooms(seed)[name]
    heard = ~np.isnan(degrees)
    later = rings(minutes + 1440, degrees)
    # An hour's silence put into a steady room, with the room warmer, or an open door, after it.
    steady = 3 + rng.normal(0, 0.05, 240)
    hole = np.where((np.arange(240) >= 100) & (np.arange(240) < 165), np.nan, steady)
    stepped = hole + np.where(np.arange(240) >= 165, 2.5, 0)
    twice = hole.copy()
    twice[[98, 174]] += 3
    close = hole.copy()
    close[[95, 99]] += 3
    # A sensor that sends every second minute, with a door opened for a minute every 22 and every 12 minutes.
    half = np.where(np.arange(240) % 2 == 0, steady, np.nan)
    doors, often = half.copy(), half.copy()
    doors[np.arange(60, 200, 22)] += 3
    often[np.arange(60, 200, 12)] += 3
    sparse = np.where(np.arange(240) % 5 == 0, steady, np.nan)
    sparse[150] += 3
    edge = steady.copy()
    edge[[100, 120, 121]] += 3
    line = modules["readings"].drawn(minutes, degrees)
    return {
        SYMPTOM: found == variants.counted(seed),
        "what_was_not_heard_does_not_ring": all(
            set(times) <= set(np.flatnonzero(~np.isnan(variants.rooms(seed)[room][1]))) for room, times in found.items()
        ),
        "lines_without_a_reading_say_nothing": rings(minutes[heard], degrees[heard]) == found[name],
        "the_hour_of_the_day_does_not_matter": later == [minute + 1440 for minute in found[name]],
        "a_room_is_judged_by_its_last_half_hour": rings(range(240), stepped) == [],
        "the_pause_is_over_after_the_silence": rings(range(240), twice) == [98, 174],
        "the_pause_is_kept_before_it": rings(range(240), close) == [95],
        "a_slow_sensor_rings_by_the_clock": rings(range(240), doors) == list(range(60, 200, 22))
        and rings(range(240), often) == list(range(60, 200, 24)),
        "few_readings_are_not_judged": rings(range(240), sparse) == [],
        "twenty_minutes_later_is_within_the_pause": rings(range(240), edge) == [100, 121],
        "the_chart_has_its_line": bool(np.isfinite(line).all() and np.allclose(line[heard], degrees[heard])),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    right = variants.counted(seed)
    found = {name: modules["alarms"].alarms(*series) for name, series in variants.rooms(seed).items()}
    return {
        "alarms_more": sum(map(len, found.values())) - sum(map(len, right.values())),
        "alarms": sum(map(len, right.values())),
        "rooms_off": sum(list(map(int, found[name])) != right[name] for name in right),
        "rooms": len(right),
    }


def modules(names=("readings", "alarms", "night")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
