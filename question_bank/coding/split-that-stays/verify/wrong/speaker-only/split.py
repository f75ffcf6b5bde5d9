# hiretool-canary-e110c4d3-2cbb-4233-9ced-5d76c3657d88
"""Which recordings a model is trained on, tuned on and tested on."""

import zlib

import numpy as np
import pandas as pd

SHARES = {"train": 0.70, "validation": 0.15, "test": 0.15}


def assign(recordings, shares=SHARES, previous=None):
    """Part of each recording, by its speaker; earlier recordings keep theirs."""
    drawn = recordings["speaker"].map(lambda speaker: zlib.crc32(speaker.encode()) / 2**32)
    edges = np.cumsum(list(shares.values()))
    chosen = np.searchsorted(edges, drawn, side="right").clip(max=len(shares) - 1)
    part = pd.Series(np.array(list(shares), dtype=object)[chosen], index=recordings.index, name="part")
    if previous is not None:
        before = previous.reindex(recordings.index)
        by_speaker = before.dropna().groupby(recordings["speaker"]).first()
        part = recordings["speaker"].map(by_speaker).fillna(part)
        part = part.mask(before.notna(), before)
    return part.rename("part")
