# hiretool-canary-4eea05ff-cc59-4e68-bfbb-217265eed2d3
"""Where features are kept between two builds."""

import hashlib
import os
from pathlib import Path

import numpy as np


class Store:
    def __init__(self, folder):
        """The folder is made if it is not there. A folder for each feature, in it a file for each input that it has met."""
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def fetch(self, feature, inputs):
        """What the feature gives for these inputs, computed only if it is not here."""
        path = self.folder / feature.name / f"{name_of(feature, inputs)}.npy"
        kept = self._read(path)
        if kept is None:
            kept = feature.compute(inputs, **feature.settings)
            self._write(path, kept)
        return kept

    def _read(self, path):
        if not path.exists():
            return None
        try:
            return np.load(path)
        except (ValueError, EOFError):
            # Cut off while it was written: as good as not there.
            return None

    def _write(self, path, values):
        path.parent.mkdir(exist_ok=True)
        unfinished = path.with_name(f"{os.getpid()}.unfinished")
        with open(unfinished, "wb") as file:
            np.save(file, values)
        unfinished.replace(path)


def name_of(feature, inputs):
    digest = hashlib.blake2b(repr((feature.version, sorted(feature.settings.items()))).encode(), digest_size=16)
    for need in feature.needs:
        values = inputs[need]
        digest.update(f"{need} {values.dtype.str} {len(values)} ".encode())
        digest.update(values.tobytes())
    return digest.hexdigest()
