"""Rides a user in 14 days: the new screen against the old one.

python readout.py data
"""

import sys

import numpy as np

from tables import load
from users import per_user


def effect(assigned, sessions):
    """(difference of the means, new less old; half of its 95 % interval)."""
    table = per_user(assigned, sessions)
    means, variances = {}, {}
    for arm in ("old", "new"):
        rides = table.loc[table["arm"] == arm, "booked"]
        means[arm] = rides.mean()
        variances[arm] = rides.var() / len(rides)
    half = 1.96 * np.sqrt(variances["old"] + variances["new"])
    return float(means["new"] - means["old"]), float(half)


def main():
    assigned, sessions = load(sys.argv[1])
    difference, half = effect(assigned, sessions)
    print(f"{len(sessions)} sessions; assigned: {assigned['arm'].value_counts().to_dict()}")
    print(f"rides a user in 14 days, new less old: {difference:+.3f} ± {half:.3f}")
    print("the new screen makes a difference" if abs(difference) > half else "no difference can be told")


if __name__ == "__main__":
    main()
