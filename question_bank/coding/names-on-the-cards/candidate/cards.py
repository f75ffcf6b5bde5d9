"""Print the names that a card may bear, for a few widths.

    python cards.py data/model.json
"""

import argparse

import beam
import pieces


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("path")
    arguments.add_argument("--shortest", type=int, default=5)
    arguments.add_argument("--longest", type=int, default=12)
    given = arguments.parse_args()
    for width in (1, 4, 16, 64):
        model = pieces.read(given.path)
        found = beam.search(model, width, given.shortest, given.longest)
        print(f"width {width}: {len(found)} names, {len(model.asked)} calls")
        for name, cost in found[:5]:
            print(f"  {name:<14} cost {cost:>4}, by letter {cost / len(name):.2f}")


if __name__ == "__main__":
    main()
