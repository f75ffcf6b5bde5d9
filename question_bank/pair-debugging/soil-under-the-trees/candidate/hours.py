"""Readings of ten minutes -> hours."""

IN_AN_HOUR = 6
LEAST = 4


def by_hour(rows):
    """One row for each station and hour.

    soil, temperature: the mean of the readings that there are, blank if there are fewer than LEAST;
    rain: the sum, blank if one reading is lacking.
    """
    hours = rows.groupby(["station", rows["time"].dt.floor("60min").rename("hour")])
    means = hours[["soil", "temperature"]]
    table = means.mean().where(means.count() >= LEAST)
    table["rain"] = hours["rain"].sum().where(hours["rain"].count() == IN_AN_HOUR)
    return table.reset_index()


def lacking(rows):
    """How many soil readings are lacking, by station."""
    return rows["soil"].isna().groupby(rows["station"]).sum()
