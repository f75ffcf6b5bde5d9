"""Temperatures of the cold rooms, minute by minute."""

from pathlib import Path

import numpy as np


def load(folder):
    """{room: (minutes, degrees)}. The file has a line for each minute; a sensor that was not heard has nan in it."""
    rooms = {}
    for path in sorted(Path(folder).glob("room-*.csv")):
        table = np.genfromtxt(path, delimiter=",", skip_header=1)
        rooms[path.stem] = table[:, 0].astype(int), table[:, 1]
    return rooms


def drawn(minutes, degrees):
    """A line without holes for the chart on the wall: what was not heard is filled in between its neighbours."""
    heard = ~np.isnan(degrees)
    return np.interp(minutes, minutes[heard], degrees[heard])
