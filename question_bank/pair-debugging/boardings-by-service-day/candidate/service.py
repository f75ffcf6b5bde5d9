"""The service day of a tram network.

A service day starts at 04:00 by the clocks of its city and lasts until 04:00 of the next date, so that the last trams of an
evening are counted with that evening. Planners number its hours 4 to 27: hour 25 is one o'clock at night.
"""

import pandas as pd

START = pd.Timedelta(hours=4)


class ServiceDays:
    """Moments -> service days and hours, in one time zone."""

    def __init__(self, zone):
        self.zone = zone

    def local(self, moments):
        """The same moments by the clocks of the city."""
        return moments.dt.tz_convert(self.zone)

    def of(self, moments):
        """The service day of each moment, as text."""
        return (self.local(moments) - START).dt.strftime("%Y-%m-%d")

    def hour(self, moments):
        """The hour of the service day, 4 to 27."""
        hour = self.local(moments).dt.hour
        return hour.where(hour >= 4, hour + 24)

    def between(self, first, last):
        """When the service day `first` starts, and when `last` ends."""
        next_date = pd.Timestamp(last) + pd.Timedelta(days=1)
        return tuple(date.tz_localize(self.zone) + START for date in (pd.Timestamp(first), next_date))
