"""Go through tunes one by one and side by side, and see whether both tell the same.

    python compare.py data
"""

import json
import sys
from pathlib import Path

import numpy as np

import whole
from group import Group
from model import load


def one_by_one(model, tunes):
    """{name: chances after each note, from the last of the opening on}."""
    return {name: whole.told(model, tune["notes"])[tune["opening"] - 1 : -1] for name, tune in tunes.items()}


def side_by_side(model, tunes):
    """As one_by_one, with a Group that hears all openings and is then told the notes that did come."""
    group = Group(model, {name: tune["notes"][: tune["opening"]] for name, tune in tunes.items()})
    told, step = {name: [] for name in tunes}, 0
    while True:
        for name in list(group.names):
            if tunes[name]["opening"] + step == len(tunes[name]["notes"]):
                group.leave(name)
            else:
                told[name].append(group.next[name])
        if not group.names:
            return {name: np.array(chances) for name, chances in told.items()}
        group.add({name: tunes[name]["notes"][tunes[name]["opening"] + step] for name in group.names})
        step += 1


def bits(tunes, told):
    """Bits that a note costs, from the opening on."""
    costs = []
    for name, chances in told.items():
        came = tunes[name]["notes"][tunes[name]["opening"] :]
        costs.extend(-np.log2(chances[np.arange(len(came)), came]))
    return float(np.mean(costs))


def main():
    folder = Path(sys.argv[1])
    model, tunes = load(folder / "model.npz"), json.loads((folder / "tunes.json").read_text())
    alone, together = one_by_one(model, tunes), side_by_side(model, tunes)
    for name, told in (("one by one", alone), ("side by side", together)):
        print(f"{name:13} {bits(tunes, told):.3f} bits a note")
    apart = [np.abs(alone[name] - together[name]).max() > 1e-6 for name in tunes]
    print(f"\n{sum(apart)} of {len(tunes)} tunes are told otherwise side by side")


if __name__ == "__main__":
    main()
