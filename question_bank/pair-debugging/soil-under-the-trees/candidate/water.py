"""When to water."""

import pandas as pd

DRY = 20.0
NIGHT = 6


def nights(hours):
    """One row for each station and night: station, day, soil (mean of the hours from 0 to 5), water (yes or no).

    Trees are watered if the soil is below DRY. Without a single hour of that night nobody knows, and it is no.
    """
    early = hours[hours["hour"].dt.hour < NIGHT]
    soil = early.groupby(["station", early["hour"].dt.strftime("%Y-%m-%d").rename("day")])["soil"].mean()
    return pd.DataFrame({"soil": soil, "water": soil < DRY}).reset_index()


def wet_days(hours, least=1.0):
    """Days with that much rain, for each station; a day with a blank hour is not counted, one way or the other."""
    days = hours["hour"].dt.strftime("%Y-%m-%d").rename("day")
    rain = hours.groupby(["station", days])["rain"].agg(lambda mm: mm.sum(skipna=False))
    return (rain.dropna() >= least).groupby("station").agg(["sum", "count"])
