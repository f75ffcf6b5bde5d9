"""Clusters by the camera and by hand, day by day.

    python report.py data

The line was fitted on trees of last year, under an overcast sky.
"""

import csv
import sys
from pathlib import Path

import numpy as np

import frames
from blossom import Line, share

DAYS = ["overcast", "sun", "dusk"]


def counted(folder, day):
    """Clusters counted by hand, in the order of the pictures."""
    with (Path(folder) / "counted.csv").open(newline="") as rows:
        return np.array([int(row["clusters"]) for row in csv.DictReader(rows) if row["day"] == day])


def shares(folder, day):
    """The share of each tree that is in blossom."""
    first, second = frames.load(folder, day)
    return share(frames.cleaned(first, second, frames.dark(folder)))


def by_day(folder):
    """{day: (trees, mean by hand, mean by camera, part of the pictures that moved)}."""
    line = Line.fit(shares(folder, "last_year"), counted(folder, "last_year"))
    found = {}
    for day in DAYS:
        by_hand, by_camera = counted(folder, day), line.clusters(shares(folder, day))
        moved = frames.moved(*frames.load(folder, day))
        found[day] = (len(by_hand), float(by_hand.mean()), float(by_camera.mean()), float(moved.mean()))
    return found


if __name__ == "__main__":
    print("day       trees  by hand  by camera  moved")
    for day, (trees, by_hand, by_camera, moved) in by_day(sys.argv[1]).items():
        print(f"{day:<9} {trees:>5}  {by_hand:>7.0f}  {by_camera:>9.0f}  {moved:>5.1%}")
