"""The days of an estate: how much its heat pumps used, and how cold it was."""

from pathlib import Path

import pandas as pd

import meters

HOURS = 24


class Estate:
    """A folder with meters.csv, weather.csv and bill.csv, and the time zone in which the estate lies."""

    def __init__(self, folder, zone):
        self.folder = Path(folder)
        self.zone = zone

    def hours(self):
        """One row for each pump and hour, with the day on which it lies."""
        rows = meters.hours(meters.read(self.folder / "meters.csv"))
        return rows.assign(day=rows["hour"].dt.strftime("%Y-%m-%d"))

    def complete(self, hours):
        """The days for which there is each hour of each pump. Lines may be lost for good."""
        found = hours.pivot_table(index="day", columns="pump", values="kwh", aggfunc="count", fill_value=0)
        return found.index[(found == HOURS).all(axis=1)]

    def outdoor(self):
        """Mean temperature outdoors, by day. The weather service tells its hours in UTC."""
        rows = pd.read_csv(self.folder / "weather.csv", parse_dates=["utc"])
        local = rows["utc"].dt.tz_localize("UTC").dt.tz_convert(self.zone)
        return rows.groupby(local.dt.strftime("%Y-%m-%d"))["outdoor"].mean()

    def days(self):
        """Complete days: kwh of all pumps, and outdoor. The heating curve is fitted to them."""
        hours = self.hours()
        used = hours.groupby("day")["kwh"].sum().loc[self.complete(hours)]
        return pd.DataFrame({"kwh": used, "outdoor": self.outdoor().reindex(used.index)})

    def billed(self):
        """What the network operator bills, by day: its own meter counts all pumps together, in whole kWh."""
        return pd.read_csv(self.folder / "bill.csv").set_index("day")["kwh"]
