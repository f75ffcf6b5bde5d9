"""Which recordings a model is trained on, tuned on and tested on."""

import numpy as np
import pandas as pd

SHARES = {"train": 0.70, "validation": 0.15, "test": 0.15}


def assign(recordings, shares=SHARES, seed=0):
    """Part of each recording; the parts get about the given shares of all recordings."""
    rng = np.random.default_rng(seed)
    place = rng.permutation(len(recordings)) / len(recordings)
    edges = np.cumsum(list(shares.values()))
    chosen = np.searchsorted(edges, place, side="right").clip(max=len(shares) - 1)
    return pd.Series(np.array(list(shares))[chosen], index=recordings.index, name="part")
