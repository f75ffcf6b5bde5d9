"""When a plan is made, and for which hours."""

import pandas as pd

ZONE = "Europe/Helsinki"
MADE_AT = 6
FIRST_HOUR = 8


def hours(first, last):
    """One row for each planned hour: date, made and valid in UTC.

    The plan of a date is made at 06:00 by the clock on the wall, for the hours from 08:00 until 08:00 of the next
    day. These are 23 or 25 hours where the clock changes in between.
    """
    parts = []
    for date in pd.date_range(first, last, freq="D"):
        start, end = ((date + pd.Timedelta(days=days, hours=FIRST_HOUR)).tz_localize(ZONE) for days in (0, 1))
        parts.append(
            pd.DataFrame(
                {
                    "date": f"{date:%Y-%m-%d}",
                    "made": (date + pd.Timedelta(hours=MADE_AT)).tz_localize(ZONE).tz_convert("UTC"),
                    "valid": pd.date_range(start, end, freq="h", inclusive="left").tz_convert("UTC"),
                }
            )
        )
    return pd.concat(parts, ignore_index=True)
