"""Boardings as the doors of the trams count them, in several cities."""

from pathlib import Path

import pandas as pd

from service import ServiceDays


def read(folder):
    """One row for each stop of a tram: city, left (in UTC), boarded."""
    boardings = pd.read_csv(Path(folder) / "boardings.csv")
    return boardings.assign(left=pd.to_datetime(boardings["left"], utc=True))


def zones(folder):
    """The time zone of each city, by the names of the IANA database."""
    return pd.read_csv(Path(folder) / "cities.csv").set_index("city")["zone"].to_dict()


def table(boardings, zones, first, last):
    """Boardings by city, service day and hour, for the service days from `first` to `last`."""
    parts = []
    for city, zone in zones.items():
        days = ServiceDays(zone)
        start, end = days.between(first, last)
        rows = boardings[(boardings["city"] == city) & (boardings["left"] >= start) & (boardings["left"] < end)]
        parts.append(rows.assign(day=days.of(rows["left"]), hour=days.hour(rows["left"])))
    return pd.concat(parts).groupby(["city", "day", "hour"], as_index=False)["boarded"].sum()


def by_day(table):
    """Service days in rows, cities in columns."""
    return table.pivot_table(index="day", columns="city", values="boarded", aggfunc="sum", fill_value=0)
