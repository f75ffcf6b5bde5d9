"""The week's mail: which inputs have moved, and how far off the range model was.

    python monitor.py data
"""

import argparse

import rides
import stability

MOVED = 0.25


def error(week):
    """Mean distance between the range left that was promised and the range left in truth, km."""
    return float((week["promised_km"] - week["left_km"]).abs().mean())


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    folder = arguments.parse_args().folder

    training = rides.training(folder)
    print(f"{'week':10}{'rides':>7}" + "".join(f"{name:>11}" for name in rides.INPUTS) + f"{'error km':>11}")
    for name, week in rides.weeks(folder):
        found = stability.report(training, week, rides.INPUTS)
        marked = "".join(f"{value:>10.2f}{'*' if value >= MOVED else ' '}" for value in found.values())
        print(f"{name:10}{len(week):>7}{marked}{error(week):>11.2f}")
    print(f"\n* moved (index from {MOVED:.2f} on)")


if __name__ == "__main__":
    main()
