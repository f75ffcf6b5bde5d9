"""Find the places that travellers asked for in a day.

    python search.py data
"""

import argparse
from pathlib import Path

from finder import Finder
from names import gazetteer, requests, slips


def found(finder, names):
    """The number of the place that each name is taken for, in their order."""
    return [finder.find(name) for name in names]


def share(finder, asked):
    """Share of the names, each with the number of the place that was meant, for which it is found."""
    return sum(place == meant for place, (_, meant) in zip(found(finder, [name for name, _ in asked]), asked)) / len(asked)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    places, day = gazetteer(folder / "gazetteer.json"), requests(folder / "requests.json")
    finder, tried = Finder(places), slips(places)
    print(f"{len(places)} places")
    print(f"tried with a letter left out of each name: {share(finder, tried):.1%} of {len(tried)} found")
    print(f"requests of a day:                         {share(finder, day):.1%} of {len(day)} found")
    print("row   name as it came in          taken for")
    for row, (name, _) in enumerate(day[:40]):
        place = finder.find(name)
        print(f"{row:3}   {name:26}  {'nothing' if place is None else places[place]}")


if __name__ == "__main__":
    main()
