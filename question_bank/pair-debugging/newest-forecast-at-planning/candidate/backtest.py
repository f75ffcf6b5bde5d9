"""Plans of past days made again with the model of today, and their error next to that of the live plans.

    python backtest.py data --first 2026-02-01 --last 2026-04-11
"""

import argparse

import pandas as pd

import archive
import features
import plans

# Fitted on the winter before, by the same code that plans each morning.
COEFFICIENTS = {"degrees_below_17": 1.46, "wind": 0.31, "heat_two_days_before": 0.28}
BASE = 4.2


def demand(table):
    """Heat that the model expects for each row, MW."""
    return (
        BASE
        + COEFFICIENTS["degrees_below_17"] * (17 - table["temperature"]).clip(lower=0)
        + COEFFICIENTS["wind"] * table["wind"]
        + COEFFICIENTS["heat_two_days_before"] * table["heat_two_days_before"]
    )


def daily_error(table, heat):
    """Mean absolute error of each date's plan, MW."""
    missed = (demand(table) - heat.reindex(table["valid"]).to_numpy()).abs()
    return missed.groupby(table["date"]).mean()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--first", required=True)
    arguments.add_argument("--last", required=True)
    chosen = arguments.parse_args()

    heat = archive.heat(chosen.folder)
    hours = plans.hours(chosen.first, chosen.last)
    error = daily_error(features.table(hours, archive.forecasts(chosen.folder), heat), heat)
    both = pd.DataFrame({"backtest": error, "live": archive.live_errors(chosen.folder)}).dropna()
    weeks = pd.to_datetime(both.index).to_period("W").start_time.strftime("week of %d %b")
    print(both.groupby(weeks, sort=False).mean().round(2).to_string())
    print(f"\nmean error over {len(both)} days: backtest {both['backtest'].mean():.2f} MW, live {both['live'].mean():.2f} MW")


if __name__ == "__main__":
    main()
