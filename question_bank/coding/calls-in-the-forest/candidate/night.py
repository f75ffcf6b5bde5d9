"""Print how often and for how long each kind was heard.

python night.py data/sounds.csv 200
"""

import argparse

import merge
import sounds


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("path")
    arguments.add_argument("gap", type=int)
    given = arguments.parse_args()
    heard = sounds.read(given.path)
    found = merge.merged(heard, given.gap)
    for kind in sorted({sound.kind for sound in heard}):
        mine = [stretch for stretch in found if stretch.kind == kind]
        length = sum(stretch.end - stretch.start for stretch in mine)
        print(f"{kind:<10} {sum(sound.kind == kind for sound in heard)} sounds, {len(mine)} stretches, {length} ms")


if __name__ == "__main__":
    main()
