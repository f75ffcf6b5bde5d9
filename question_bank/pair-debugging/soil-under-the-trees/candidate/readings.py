"""What the stations in an orchard send."""

from pathlib import Path

import numpy as np
import pandas as pd

SENSORS = ["soil", "temperature", "rain"]
NO_READING = -999


def stations(folder):
    """The make of each station."""
    return pd.read_csv(Path(folder) / "stations.csv").set_index("station")["make"].to_dict()


def read(folder):
    """One row for each station and ten minutes, blank where a sensor gave no reading.

    soil: water in the soil, in percent of its volume; temperature: of the air, in degrees; rain: in mm, in these ten minutes;
    volts: of the battery.
    """
    rows = pd.read_csv(Path(folder) / "readings.csv", parse_dates=["time"])
    rows[SENSORS] = rows[SENSORS].replace(NO_READING, np.nan)
    return rows


def gateway(folder):
    """How many soil readings are lacking by the count of the radio gateway, by station."""
    return pd.read_csv(Path(folder) / "gateway.csv").set_index("station")["lacking"]


def by_hand(folder):
    """What somebody has measured with a probe: station, hour, soil."""
    return pd.read_csv(Path(folder) / "by_hand.csv", parse_dates=["hour"])
