"""Letters to a town, each with the department that dealt with it."""

import csv
from pathlib import Path

import numpy as np


def load(folder):
    """(letters, names): department and words of each letter, and the departments in order."""
    with open(Path(folder) / "letters.csv", newline="") as lines:
        letters = [(row["department"], row["text"].split()) for row in csv.DictReader(lines)]
    return letters, sorted({department for department, _ in letters})


def matrix(letters, names):
    """(x, y): one row a letter, one column a word; y the number of the department.

    1 where the word is in the letter and 0 where it is not, less the share of letters that have it.
    """
    words = sorted({word for _, text in letters for word in text})
    place = {word: column for column, word in enumerate(words)}
    x = np.zeros((len(letters), len(words)))
    for row, (_, text) in enumerate(letters):
        x[row, [place[word] for word in text]] = 1
    return x - x.mean(axis=0), np.array([names.index(department) for department, _ in letters])
