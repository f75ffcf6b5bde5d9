"""What does the street add? Error of the rent model with it and without it.

    python report.py data --new-from 2026-01-01
"""

import argparse

import numpy as np

import lettings
from rent import RentModel


def error_percent(model, flats):
    """Root mean square of the error in the logarithm of the rent, times 100: about the percent by which it is off."""
    missed = np.log(model.predict(flats)) - np.log(flats["rent"])
    return float(100 * np.sqrt((missed**2).mean()))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--new-from", required=True)
    chosen = arguments.parse_args()

    past, new = lettings.parted(lettings.read(chosen.folder), chosen.new_from)
    known = new["street"].isin(past["street"]).mean()
    print(f"past lettings {len(past)} in {past['street'].nunique()} streets; new {len(new)}, {known:.0%} of them in these streets")
    print(f"\n{'error in percent':24}{'past':>8}{'new':>8}")
    for name, street in (("without the street", False), ("with the street", True)):
        model = RentModel(street).fit(past)
        print(f"{name:24}{error_percent(model, past):>8.1f}{error_percent(model, new):>8.1f}")


if __name__ == "__main__":
    main()
