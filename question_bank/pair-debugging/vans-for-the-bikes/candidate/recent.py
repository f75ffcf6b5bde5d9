"""What is known of a station at the moment at which a van sets out."""

import pandas as pd

SLOT = "30min"
SLOTS = 6


def taken_by_slot(trips):
    """Bikes taken in each half hour: station, slot, half_hour. A half hour without a trip has 0."""
    counts = trips.assign(taken=1).groupby("station").resample(SLOT, on="left")["taken"].sum()
    return counts.rename_axis(["station", "slot"]).rename("half_hour").reset_index()


def with_recent(trips, asked):
    """The rows asked for (station, moment), by moment, with two columns more.

    half_hour: bikes taken in the last half hour before the moment; three_hours: in the last three hours before it.
    """
    table = taken_by_slot(trips)
    by_station = table.groupby("station")["half_hour"]
    table["three_hours"] = by_station.transform(lambda taken: taken.rolling(SLOTS, min_periods=1).sum())
    rows = pd.merge_asof(
        asked.sort_values(["moment", "station"]), table.sort_values("slot"), left_on="moment", right_on="slot", by="station"
    )
    return rows.drop(columns="slot").fillna({"half_hour": 0, "three_hours": 0})
