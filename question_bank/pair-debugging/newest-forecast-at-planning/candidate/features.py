"""What the demand model may look at: nothing that the planner could not see when the plan was made."""

import pandas as pd


def weather(hours, forecasts):
    """Temperature and wind for each planned hour, by the newest run at the time of planning."""
    return pd.merge_asof(
        hours.sort_values("made"),
        forecasts.sort_values("run"),
        left_on="made",
        right_on="run",
        by="valid",
        direction="backward",
    )


def table(hours, forecasts, heat):
    """One row for each planned hour: date, valid, temperature, wind, and the heat two days earlier.

    The meters are read at 08:00, two hours after planning. So the heat of the day before is not known yet.
    """
    rows = weather(hours, forecasts)
    rows["heat_two_days_before"] = heat.reindex(rows["valid"] - pd.Timedelta(hours=48)).to_numpy()
    columns = ["date", "valid", "temperature", "wind", "heat_two_days_before"]
    return rows[columns].sort_values("valid", ignore_index=True)
