"""The weather and heat archives of the plant, as they are on disk. All times are UTC."""

from pathlib import Path

import pandas as pd


def forecasts(folder):
    """One row for each run of the weather model and hour that it covers.

    run: the time that the run bears in its name; received: when the file was stored here; valid: the hour forecast.
    """
    return pd.read_csv(Path(folder) / "forecasts.csv", parse_dates=["run", "received", "valid"])


def heat(folder):
    """Heat sent into the network, MW, indexed by hour."""
    return pd.read_csv(Path(folder) / "heat.csv", parse_dates=["hour"], index_col="hour")["mw"]


def live_errors(folder):
    """Mean absolute error of the plans that were really made, MW, indexed by date."""
    return pd.read_csv(Path(folder) / "live.csv", index_col="date")["error"]
