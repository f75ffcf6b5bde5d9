"""Wingbeats of insects that fly through a beam of light, with names that a biologist has given."""

from pathlib import Path

import numpy as np

COLUMNS = ["pitch", "second_tone", "third_tone", "swing", "fading"]


def table(path):
    """One row for each insect of a file, with COLUMNS."""
    return np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2).reshape(-1, len(COLUMNS))


def species(folder):
    """The species of a folder: each has a file of its name."""
    return sorted(path.stem for path in Path(folder).glob("*.csv"))


def read(folder):
    """All insects of a folder, and for each the number of its species."""
    tables = [table(Path(folder) / f"{name}.csv") for name in species(folder)]
    numbers = np.repeat(np.arange(len(tables)), [len(rows) for rows in tables])
    return np.concatenate(tables), numbers
