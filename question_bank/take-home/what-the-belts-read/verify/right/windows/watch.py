# hiretool-canary-0730b4de-af69-4fef-89b9-32a23c9ce7b3
"""Alarms by medians of the last days against the first eight weeks: a short window for jumps, a long one for what creeps."""

import numpy as np

SHORT, LONG = 5, 15
HIGH, LOW = 2.7, 1.6


def _scaled(values, weekday, learn, noise):
    """Distance of each value from the median of its weekday in the first weeks, in robust units of its noise."""
    centre = np.array([np.median(values[learn & (weekday == number)]) for number in range(7)])
    away = (values - centre[weekday]) / noise
    return away / (1.6 * np.median(np.abs(away[learn])))


def alarms(path):
    table = np.genfromtxt(
        path, delimiter=",", skip_header=1, dtype=("U10", float, float, float), names="day,parcels,mean,spread"
    )
    days = table["day"].astype("datetime64[D]")
    learn = days < days[0] + np.timedelta64(56, "D")
    weekday = ((days - days[0]).astype(int)) % 7
    mean = _scaled(table["mean"], weekday, learn, np.sqrt(1 + 100 / table["parcels"]))
    spread = _scaled(np.log(table["spread"]), weekday, learn, np.sqrt(1 + 400 / table["parcels"]))
    found, both = [], np.column_stack([mean, spread])
    for place in range(int(learn.sum()) + SHORT, len(days)):
        recent = np.abs(np.median(both[place - SHORT + 1 : place + 1], axis=0)).max()
        begin = max(place - LONG + 1, int(learn.sum()))
        longer = np.abs(np.median(both[begin : place + 1], axis=0)).max() if place - begin + 1 == LONG else 0
        if (recent > HIGH or longer > LOW) and not (found and days[place] - found[-1] < np.timedelta64(28, "D")):
            found.append(days[place])
    return [str(day) for day in found]
