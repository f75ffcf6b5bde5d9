"""Station by station: readings that are lacking, soil against the probe, nights with water.

    python report.py data
"""

import sys

import pandas as pd

import hours
import readings
import water


def by_station(folder):
    """make, lacking, lacking_by_gateway, hours compared with the probe, off (ours less the probe's), nights with water."""
    rows = readings.read(folder)
    table = hours.by_hour(rows)
    both = readings.by_hand(folder).merge(table, on=["station", "hour"], suffixes=("_by_hand", "")).dropna(subset=["soil"])
    off = (both["soil"] - both["soil_by_hand"]).groupby(both["station"])
    nights = water.nights(table)
    return pd.DataFrame(
        {
            "make": pd.Series(readings.stations(folder)),
            "lacking": hours.lacking(rows),
            "lacking_by_gateway": readings.gateway(folder),
            "compared": off.size(),
            "off": off.mean().round(1),
            "watered": nights["water"].groupby(nights["station"]).sum(),
        }
    )


if __name__ == "__main__":
    print(by_station(sys.argv[1]).to_string())
