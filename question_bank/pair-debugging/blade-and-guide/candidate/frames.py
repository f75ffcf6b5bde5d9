"""Frames of a piece, and how loud they are."""

import numpy as np

LENGTH = 0.16  # seconds
HOP = 0.02  # seconds from one frame to the next


def cut(piece):
    """Array (frame, sample). No frame goes beyond the end of the piece."""
    size = round(LENGTH * piece.rate)
    most = int(len(piece.signal) / (HOP * piece.rate)) + 1
    starts = np.rint(np.arange(most) * HOP * piece.rate).astype(int)
    starts = starts[starts + size <= len(piece.signal)]
    return piece.signal[starts[:, None] + np.arange(size)]


def loudness(piece):
    """Root mean square of each frame."""
    frames = cut(piece).astype(float)
    return np.sqrt((frames**2).mean(axis=1))
