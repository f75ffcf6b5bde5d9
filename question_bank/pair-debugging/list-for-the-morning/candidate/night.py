"""One night: the consignments that have been declared -> the list of those that are opened in the morning.

    python night.py data
"""

import argparse
import json
import shutil
import tempfile
from itertools import islice
from pathlib import Path

from registry import Registry
from store import Store


def groups(consignments, size):
    """Lists of at most `size`; the port sends its declarations one by one, and nobody holds them all."""
    stream = iter(consignments)
    while group := list(islice(stream, size)):
        yield group


def run(registry, store, consignments, places, size=25):
    """The night's list: the version it was made with, the points by consignment, and which `places` are opened."""
    version = registry.current()
    points = {}
    for group in groups(consignments, size):
        model = registry.model()
        points |= {consignment["id"]: store.score(model, consignment) for consignment in group}
    ranked = sorted(points, key=lambda name: (-points[name], name))
    return {"version": version, "points": points, "opened": ranked[:places]}


def as_it_happened(consignments, registry, release):
    """The declarations in the order in which they came, with the release at the moment that the release team noted."""
    for number, consignment in enumerate(consignments):
        if number == release["after"]:
            registry.publish(release["version"], release["weights"])
        yield consignment


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    night = json.loads((folder / "night.json").read_text())
    with tempfile.TemporaryDirectory() as scratch:
        registry = Registry(shutil.copytree(folder / "registry", Path(scratch) / "registry"))
        stream = as_it_happened(night["declared"], registry, night["release"])
        made = run(registry, Store.load(folder / "store.json"), stream, night["places"])
        model = registry.model(made["version"])
    again = sorted(night["declared"], key=lambda consignment: (-model.score(consignment), consignment["id"]))
    recount = [consignment["id"] for consignment in again[: night["places"]]]

    opened = set(made["opened"])
    print(f"list of {night['date']}, version {made['version']}: {len(opened)} of {len(made['points'])} are opened\n")
    print("declared           opened    by the recount")
    for first in range(0, len(night["declared"]), 60):
        part = {consignment["id"] for consignment in night["declared"][first : first + 60]}
        print(f"{first + 1:>4} to {first + len(part):>4}{len(part & opened):>14}{len(part & set(recount)):>18}")
    print(f"\non both lists: {len(opened & set(recount))}")


if __name__ == "__main__":
    main()
