# hiretool-canary-653984cf-89c0-4752-a773-6d52ca09e676
"""Risk as a sum over features: how far a row lies from the past's middle, in the direction of those that failed."""

import numpy as np


def risk(past, failed, now):
    failed = failed.to_numpy() == 1
    total = np.zeros(len(now))
    for column in past:
        middle = np.nan_to_num(past[column].median())
        values = past[column].fillna(middle).to_numpy(dtype=float)
        if values.std() == 0:
            continue
        gap = (values[failed].mean() - values[~failed].mean()) / values.std()
        noise = np.sqrt(1 / failed.sum() + 1 / (~failed).sum())
        # A gap within two standard errors may be luck and gets no say.
        weight = np.sign(gap) * max(0.0, abs(gap) - 2 * noise)
        total += weight * np.clip((now[column].fillna(middle).to_numpy(dtype=float) - middle) / values.std(), -4, 4)
    return total
