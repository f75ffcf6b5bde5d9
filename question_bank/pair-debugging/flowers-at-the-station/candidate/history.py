"""What is known of a stall on the evening before."""

import pandas as pd

WEEK = pd.Timedelta(days=7)


def with_history(rows, days=3):
    """One row for each row given, by stall and day, with two columns more.

    recent: mean sold on the last `days` days on which the stall was open, up to the evening before; at least two are needed.
    week_before: sold on the same day of the week before; empty if the stall was closed then.
    """
    rows = rows.copy()
    rows["evening_before"] = rows.groupby("stall")["sold"].shift(1)
    rows = rows.sort_values(["stall", "day"], ignore_index=True)
    known = rows.groupby("stall")["evening_before"]
    rows["recent"] = known.transform(lambda sold: sold.rolling(days, min_periods=2).mean())
    earlier = rows[["stall", "day", "sold"]].rename(columns={"sold": "week_before"})
    earlier["day"] = earlier["day"] + WEEK
    rows = rows.merge(earlier, on=["stall", "day"], how="left", validate="one_to_one")
    return rows.drop(columns="evening_before")
