"""Alarms of one night, room by room.

python night.py data
"""

import sys

import numpy as np

from alarms import alarms
from readings import drawn, load


def clock(minute):
    """Minutes after 18:00, as a time of day."""
    return f"{(18 + minute // 60) % 24:02d}:{minute % 60:02d}"


def main():
    total = 0
    for room, (minutes, degrees) in load(sys.argv[1]).items():
        times = alarms(minutes, degrees)
        line = drawn(minutes, degrees)
        silent = int(np.isnan(degrees).sum())
        total += len(times)
        print(f"{room}  {line.min():.1f} to {line.max():.1f} degrees, {silent} minutes not heard, alarms: {len(times)}")
        print("         " + " ".join(map(clock, times)))
    print(f"\n{total} alarms")


if __name__ == "__main__":
    main()
