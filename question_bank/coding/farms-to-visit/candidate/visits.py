"""Draw the visits from the farms of January and of March, and print what changed.

python visits.py data spring
"""

import argparse
from pathlib import Path

import draw
import farms


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("key")
    arguments.add_argument("--size", type=int, default=80)
    given = arguments.parse_args()
    before = None
    for month in ("january", "march"):
        known = farms.read(Path(given.folder, f"{month}.csv"))
        chosen = draw.drawn(known, given.size, given.key)
        largest = {farm.id for farm in sorted(known, key=lambda farm: farm.hectares)[-(len(known) // 10) :]}
        share = sum(farm.hectares for farm in known if farm.id in largest) / sum(farm.hectares for farm in known)
        visited = sum(id in largest for id in chosen) / len(chosen)
        print(f"{month}: {len(known)} farms, {len(chosen)} visits; {chosen[:3]} first")
        print(f"  the largest tenth has {share:.0%} of the land and {visited:.0%} of the visits")
        if before is not None:
            print(f"  {len(set(before) & set(chosen))} of the visits of January are still in")
        before = chosen


if __name__ == "__main__":
    main()
