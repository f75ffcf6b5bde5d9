"""Letters to a help desk: reading them, and laying them side by side in a batch."""

import json
from pathlib import Path

import numpy as np


def load(path):
    """The words that the network knows, and the letters, each {"text", "urgent"}."""
    book = json.loads(Path(path).read_text())
    return book["words"], book["letters"]


def numbered(text, known):
    """Positions of the words of a text among the known ones; words that are not known are passed over."""
    places = {word: place for place, word in enumerate(known)}
    return np.array([places[word] for word in text.lower().split() if word in places], dtype=int)


def side_by_side(letters):
    """(words, lengths): one line a letter, filled up behind to the longest of them."""
    lengths = np.array([len(letter) for letter in letters])
    words = np.zeros((len(letters), lengths.max(initial=0)), dtype=int)
    for line, letter in enumerate(letters):
        words[line, : len(letter)] = letter
    return words, lengths
