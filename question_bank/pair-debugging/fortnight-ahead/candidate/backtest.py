"""Forecasts of past Mondays, made again, against what was sold.

    python backtest.py data --first 84
"""

import argparse

import numpy as np

import history
from forecast import HORIZON, forecast


def mondays(days, first):
    """Origins, a week apart, as long as a whole fortnight follows."""
    return range(first, days - HORIZON + 1, 7)


def errors(units, promo, first):
    """Mean absolute error in units, by Monday."""
    return {
        origin: float(np.abs(forecast(units, promo, origin) - units[:, origin : origin + HORIZON]).mean())
        for origin in mondays(units.shape[1], first)
    }


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--first", type=int, required=True)
    chosen = arguments.parse_args()

    units, promo = history.load(chosen.folder)
    found = errors(units, promo, chosen.first)
    print("day   off by")
    for origin, error in found.items():
        print(f"{origin:4d}  {error:6.2f}")
    print(f"\n{len(found)} Mondays, off by {np.mean(list(found.values())):.2f} units a shop and day")


if __name__ == "__main__":
    main()
