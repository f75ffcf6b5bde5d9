"""Go through tunes in the studio's way and in the toy's, and see whether both tell the same.

    python compare.py data
"""

import argparse
import json
from pathlib import Path

import numpy as np

import studio
from model import load
from toy import Toy


def by_toy(model, tune, piece=1):
    """As studio.told, from a toy that hears the tune in pieces."""
    toy = Toy(model)
    return np.concatenate([toy.hear(tune[start : start + piece]) for start in range(0, len(tune), piece)])


def paid(told, tune):
    """Minus the log of the chance that each note of the tune had, from the second note on."""
    return -np.log(told[np.arange(len(tune) - 1), tune[1:]])


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder

    model = load(folder / "model.npz")
    tunes = np.array(json.loads((folder / "tunes.json").read_text()))
    in_studio = np.array([studio.told(model, tune) for tune in tunes])
    in_toy = np.array([by_toy(model, tune) for tune in tunes])
    apart = np.abs(in_studio - in_toy).max(axis=(0, 2))
    print(f"{len(tunes)} tunes of {tunes.shape[1]} notes; each note can hear {model.window}")
    for start in range(0, tunes.shape[1], 10):
        most = apart[start : start + 10].max()
        print(f"chances after notes {start + 1:2} to {start + 10:2} are at most {most:.1e} apart")
    for name, told in (("studio", in_studio), ("toy", in_toy)):
        costs = np.mean([paid(*pair) for pair in zip(told, tunes, strict=True)])
        print(f"{name:6} pays {costs:.3f} a note for the tunes")


if __name__ == "__main__":
    main()
