"""Compare what the office tells with adapters and what a handset tells from the packed file.

    python compare.py data
"""

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np

from handset import Handset
from model import Adapter, chances
from pack import merged, save


def load(folder):
    """(weights, {harbour: adapters})."""
    with np.load(folder / "model.npz") as file:
        weights = dict(file)
    harbours = {}
    with np.load(folder / "adapters.npz") as file:
        for name in file.files:
            harbour, layer, part = name.split(".")
            harbours.setdefault(harbour, {}).setdefault(layer, {})[part] = file[name]
    return weights, {
        harbour: {layer: Adapter(parts["down"], parts["up"], float(parts["scale"])) for layer, parts in layers.items()}
        for harbour, layers in harbours.items()
    }


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    weights, harbours = load(folder)
    calls = [np.array(call) for call in json.loads((folder / "calls.json").read_text())]
    for harbour, adapters in harbours.items():
        with tempfile.TemporaryDirectory() as name:
            save(Path(name) / "packed.npz", merged(weights, adapters))
            handset = Handset(Path(name) / "packed.npz")
        office = [chances(weights, call, adapters) for call in calls]
        there = [handset.chances(call) for call in calls]
        apart = max(np.abs(one - other).max() for one, other in zip(office, there))
        other_word = np.mean(np.concatenate([one.argmax(axis=1) != two.argmax(axis=1) for one, two in zip(office, there)]))
        told = f"chances at most {apart:.1e} apart, another word in {other_word:.0%}"
        print(f"{harbour:10} adapters for {', '.join(adapters):16}  {told}")


if __name__ == "__main__":
    main()
