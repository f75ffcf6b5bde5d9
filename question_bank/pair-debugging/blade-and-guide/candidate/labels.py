"""Labels of frames, from the contact."""

import numpy as np

from frames import HOP, LENGTH


def touched(piece, count, touches):
    """For each of the piece's frames: did blade and guide touch for more than half of it?"""
    starts = piece.start + np.arange(count) * HOP
    ends = starts + LENGTH
    shared = np.minimum(ends[:, None], touches[:, 1]) - np.maximum(starts[:, None], touches[:, 0])
    return np.maximum(shared, 0).sum(axis=1) > LENGTH / 2
