"""Hive recordings, and how they are laid into arrays."""

from dataclasses import dataclass

import numpy as np

STATES = ("quiet", "foraging", "piping")
UNHEARD = -1


@dataclass(frozen=True)
class Recording:
    sound: np.ndarray
    """One row a second, one column for each band of pitch."""
    states: np.ndarray
    """One entry a second: a position in STATES, or UNHEARD where no beekeeper has listened."""


def load(path):
    """Recordings of an .npz file, in the order in which they were made."""
    with np.load(path) as file:
        cuts = np.cumsum(file["seconds"])[:-1]
        return [Recording(*pair) for pair in zip(np.split(file["sound"], cuts), np.split(file["states"], cuts), strict=True)]


def padded(recordings):
    """Arrays sound (recording, second, band) and states (recording, second), as long as the longest recording."""
    length = max(len(recording.states) for recording in recordings)
    sound = np.zeros((len(recordings), length, recordings[0].sound.shape[1]))
    states = np.full((len(recordings), length), UNHEARD)
    for row, recording in enumerate(recordings):
        sound[row, : len(recording.states)] = recording.sound
        states[row, : len(recording.states)] = recording.states
    return sound, states


def parts(recordings, size):
    """Groups of at most `size`, alike in length so that little is padded."""
    by_length = sorted(recordings, key=lambda recording: len(recording.states))
    return [by_length[start : start + size] for start in range(0, len(by_length), size)]
