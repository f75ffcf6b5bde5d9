# hiretool-canary-1c29a689-6763-4d78-a593-7c103e32cf5a
"""Seed -> the numbers in the prompt, and the readings that the candidate receives."""

from collections import deque
from functools import lru_cache
from statistics import median

import numpy as np

FAULTS = ("line", "pause", "window")
NIGHT = 480
PREFIXES = ["A", "B", "C", "D", "E"]


@lru_cache(maxsize=8)
def rooms(seed):
    """{room: (minutes, degrees)}; a door that is left open, a radio that falls silent, a room that is warmer after it."""
    rng = np.random.default_rng([seed, 1])
    made, count = {}, int(rng.integers(4, 6))
    for place, name in enumerate(PREFIXES[:count]):
        degrees = rng.uniform(1.0, 4.0) + rng.normal(0, 0.1, NIGHT)
        for start in rng.choice([55, 100, 400], int(rng.integers(1, 3)), replace=False).tolist():
            start += int(rng.integers(0, 20))
            degrees[start : start + int(rng.integers(2, 9))] += rng.uniform(2.2, 4.0)
        begin = int(rng.integers(160, 250))
        if place % 2:
            # The radio is silent for an hour or more; a door was open just before, and is again soon after.
            end = begin + int(rng.integers(55, 110))
            degrees[begin - int(rng.integers(4, 7)) : begin] += rng.uniform(2.4, 3.4)
            opened = end + int(rng.integers(9, 12))
            degrees[opened : opened + 3] += rng.uniform(2.2, 3.2)
            kept = [*range(begin - 7, begin), *range(end, opened + 3)]
        else:
            # Half an hour; the compressor was off, and the room is warmer from then on.
            end = begin + int(rng.integers(28, 32))
            degrees[end:] += rng.uniform(3.6, 4.6)
            kept = [begin - 1, end]
        # Single readings are lost all night.
        lost = rng.random(NIGHT) < 0.03
        lost[kept] = False
        lost[begin:end] = True
        degrees[lost] = np.nan
        made[f"room-{name}"] = np.arange(NIGHT), degrees.round(2)
    return made


def right(minutes, degrees):
    """Minutes at which a room rings, by the rules, reading by reading."""
    known = [(int(minute), float(value)) for minute, value in zip(minutes, degrees, strict=True) if value == value]
    times, kept = [], deque()
    for minute, value in known:
        while kept and kept[0][0] < minute - 30:
            kept.popleft()
        if len(kept) >= 8 and value - median(what for _, what in kept) > 1.5:
            if not times or minute - times[-1] > 20:
                times.append(minute)
        kept.append((minute, value))
    return times


@lru_cache(maxsize=8)
def counted(seed):
    """{room: minutes at which it rings}."""
    return {name: right(*series) for name, series in rooms(seed).items()}


def generate(seed):
    """Numbers that appear in the prompt."""
    times = counted(seed)
    # A room whose count the fault changes: every second one falls silent just after an open door.
    fault = FAULTS[seed % 3]
    off = sorted(times)[1 if fault == "pause" else 0 :: 2]
    name = off[seed // 3 % len(off)]
    degrees = rooms(seed)[name][1]
    return {
        "fault": fault,
        "rooms": len(times),
        "alarms": sum(map(len, times.values())),
        "room": name,
        "room_alarms": len(times[name]),
        "silent": int(np.isnan(degrees).sum()),
    }


def write(folder, seed):
    """Put data/room-*.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, (minutes, degrees) in rooms(seed).items():
        lines = ["minute,degrees"] + [f"{minute},{value:.2f}" for minute, value in zip(minutes, degrees, strict=True)]
        (folder / "data" / f"{name}.csv").write_text("\n".join(lines) + "\n")
