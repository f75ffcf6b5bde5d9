# hiretool-canary-e110c4d3-2cbb-4233-9ced-5d76c3657d88
"""Which recordings a model is trained on, tuned on and tested on."""

import zlib

import numpy as np
import pandas as pd

SHARES = {"train": 0.70, "validation": 0.15, "test": 0.15}


def groups(recordings):
    """Smallest recording id that can be reached from each recording; spreads until nothing changes."""
    ids = pd.Series(recordings.index, index=recordings.index)
    number = ids.rank(method="first").astype(int)
    while True:
        by_speaker = number.groupby(recordings["speaker"]).transform("min")
        by_phone = by_speaker.groupby(recordings["phone"]).transform("min")
        smallest = by_phone.fillna(by_speaker).astype(int)
        if smallest.equals(number):
            return smallest.map(pd.Series(ids.to_numpy(), index=ids.rank(method="first").astype(int)))
        number = smallest


def assign(recordings, shares=SHARES, previous=None):
    group = groups(recordings)
    drawn = group.map(lambda key: zlib.crc32(f"split {key}".encode()) / 2**32)
    edges = np.cumsum(list(shares.values()))
    chosen = np.searchsorted(edges, drawn, side="right").clip(max=len(shares) - 1)
    part = pd.Series(np.array(list(shares), dtype=object)[chosen], index=recordings.index, name="part")
    if previous is not None:
        before = previous.reindex(recordings.index)
        known = before[before.notna() & (before != "aside")]
        kinds = known.groupby(group).nunique().reindex(group).to_numpy()
        one = known.groupby(group).first().reindex(group).to_numpy()
        part = part.mask(kinds == 1, pd.Series(one, index=part.index)).mask(kinds > 1, "aside")
        part = part.mask(before.notna(), before)
    return part.astype("str")
