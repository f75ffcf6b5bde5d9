"""When a room is too warm: the rules of the control room, written down by the night shift.

A reading is high if it lies more than LIMIT degrees above the median of the readings of the WINDOW minutes before it; with
fewer than LEAST readings in these minutes it is not judged. A high reading rings, unless the room has rung in the PAUSE
minutes before it.
"""

import numpy as np

LIMIT = 1.5
WINDOW = 30
LEAST = 8
PAUSE = 20


def high(minutes, degrees):
    """True for each reading that is high."""
    found = np.zeros(len(degrees), dtype=bool)
    for place, minute in enumerate(minutes):
        start = np.searchsorted(minutes, minute - WINDOW)
        before = degrees[start:place]
        if len(before) >= LEAST:
            found[place] = degrees[place] - np.median(before) > LIMIT
    return found


def rung(minutes, found):
    """Minutes at which the room rings."""
    times = []
    for minute, is_high in zip(minutes, found, strict=True):
        if is_high and (not times or minute - times[-1] > PAUSE):
            times.append(int(minute))
    return times


def alarms(minutes, degrees):
    """Minutes at which a room rings, from all that was heard of it."""
    heard = ~np.isnan(degrees)
    minutes, degrees = minutes[heard], degrees[heard]
    return rung(minutes, high(minutes, degrees))
