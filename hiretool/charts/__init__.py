"""Charts as SVG, written by hand: no dependency, with all values in their text."""

from hiretool.charts.differences import difference, differences_axis
from hiretool.charts.minutes import minute_bar
from hiretool.charts.on_scale import axis, blank, interval, people
from hiretool.charts.over_time import BROAD, MONTHS, curves, fan
from hiretool.charts.places import places, places_axis

__all__ = [
    "BROAD",
    "MONTHS",
    "axis",
    "blank",
    "curves",
    "difference",
    "differences_axis",
    "fan",
    "interval",
    "minute_bar",
    "people",
    "places",
    "places_axis",
]
