"""Recipes of unlike length, packed into rows of one length, so that little of a step is spent on filling."""

from typing import NamedTuple

import numpy as np

NONE = -1  # nothing is to be told here


class Rows(NamedTuple):
    """Four arrays (row, place)."""

    tokens: np.ndarray
    places: np.ndarray  # place of the token in its recipe
    parts: np.ndarray  # 1, 2, ... for the recipes of a row, 0 for filling
    wanted: np.ndarray  # the token that is to be told here, or NONE


def shared_out(recipes, length):
    """Recipes by row: each goes into the first row that has room for it."""
    rows, room = [], []
    for recipe in recipes:
        for number, left in enumerate(room):
            if len(recipe) <= left:
                rows[number].append(recipe)
                room[number] -= len(recipe)
                break
        else:
            rows.append([recipe])
            room.append(length - len(recipe))
    return rows


def pack(recipes, length):
    """Rows with all recipes, none of which is longer than a row."""
    shared = shared_out(recipes, length)
    tokens, places, parts = (np.zeros((len(shared), length), dtype=int) for _ in range(3))
    wanted = np.full((len(shared), length), NONE)
    for row, some in enumerate(shared):
        start = 0
        for number, recipe in enumerate(some, 1):
            end = start + len(recipe)
            tokens[row, start:end] = recipe
            places[row, start:end] = np.arange(len(recipe))
            parts[row, start:end] = number
            wanted[row, start : end - 1] = recipe[1:]
            start = end
    return Rows(tokens, places, parts, wanted)
