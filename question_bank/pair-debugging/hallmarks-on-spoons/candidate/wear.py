"""What time and the photographer do to a mark, so that training sees more of it than the photographs show."""

import numpy as np

TURN, SHIFT, DARKER, WORN = 14.0, 1.5, 0.35, 0.25


def settings(rng):
    """One drawing: turn in degrees, shift down and to the right in pixels, loss of light, share worn off."""
    turn = rng.uniform(-TURN, TURN)
    down, right = rng.uniform(-SHIFT, SHIFT, 2)
    return np.array([turn, down, right, rng.uniform(0, DARKER), rng.uniform(0, WORN)])


def applied(picture, drawn):
    """The picture as it would look with these settings."""
    turn, down, right, darker, worn = drawn
    size = len(picture)
    rows, columns = np.mgrid[:size, :size] - (size - 1) / 2
    angle = np.deg2rad(turn)
    from_row = np.cos(angle) * rows - np.sin(angle) * columns - down
    from_column = np.sin(angle) * rows + np.cos(angle) * columns - right
    places = np.rint([from_row + (size - 1) / 2, from_column + (size - 1) / 2]).astype(int)
    inside = ((places >= 0) & (places < size)).all(axis=0)
    seen = np.where(inside, picture[tuple(np.clip(places, 0, size - 1))], 0.0)
    return np.clip(seen - worn, 0, 1) * (1 - darker)
