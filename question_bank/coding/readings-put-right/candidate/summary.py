"""Print the mean as it was known at the time, and as it is known a while later.

    python summary.py data/march.csv
"""

import argparse

import readings
import rolling


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("path")
    arguments.add_argument("--hours", type=int, default=24)
    arguments.add_argument("--late", type=int, default=48)
    given = arguments.parse_args()
    mean, most, now, differ, asked = rolling.Rolling(given.hours, given.late), 0, None, 0, 0
    for reading in readings.read(given.path):
        if now is not None and reading.told > now and now - given.late >= given.hours:
            then, later = mean.mean(now - given.late, now - given.late), mean.mean(now - given.late, now)
            differ += then != later
            asked += 1
        now = reading.told
        mean.add(reading)
        most = max(most, mean.held())
    print(f"hours asked {asked}; in {differ} of them the mean was put right within {given.late} hours")
    print(f"at hour {now}: {mean.mean(now, now)}; at most {most} readings kept")


if __name__ == "__main__":
    main()
