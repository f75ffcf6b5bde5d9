"""A picture and its boxes, changed at random for training: a part is cut out, perhaps mirrored, and brought to one size.

Boxes are rows (x0, y0, x1, y1): edges in pixels from the left and from the top. Edges may lie between pixels.
"""

from dataclasses import dataclass

import numpy as np

LEAST = 0.37  # a box of which less is left after the cut is dropped


@dataclass(frozen=True)
class Change:
    left: float  # of the part, as shares of the width and height
    top: float
    width: float
    height: float
    mirrored: bool


def drawn(rng):
    """A change at random."""
    width, height = rng.uniform(0.4, 0.8, 2)
    return Change(rng.uniform(0, 1 - width), rng.uniform(0, 1 - height), width, height, bool(rng.random() < 0.5))


def cut(picture, boxes, change):
    """The part of the picture, from whole pixel to whole pixel, and the boxes seen from its corner."""
    tall, wide = picture.shape
    x0, x1 = round(change.left * wide), round((change.left + change.width) * wide)
    y0, y1 = round(change.top * tall), round((change.top + change.height) * tall)
    return picture[y0:y1, x0:x1], boxes - np.array([x0, y0, x0, y0])


def mirror(picture, boxes):
    """Left becomes right."""
    wide = picture.shape[1]
    x0, y0, x1, y1 = boxes.T
    return picture[:, ::-1], np.column_stack([wide - x1, y0, wide - x0, y1])


def scale(picture, boxes, size):
    """Each new pixel takes what lies under its middle; `size` is (width, height)."""
    tall, wide = picture.shape
    columns = ((np.arange(size[0]) + 0.5) * wide / size[0]).astype(int)
    rows = ((np.arange(size[1]) + 0.5) * tall / size[1]).astype(int)
    factors = np.array(size) / np.array([wide, tall])
    return picture[np.ix_(rows, columns)], boxes * np.tile(factors, 2)


def inside(boxes, names, size):
    """Boxes cut off at the border of the picture, and the names of those of which enough is left."""
    bounds = np.tile(np.array(size, dtype=float), 2)
    left = np.clip(boxes, 0, bounds)
    area, whole = (np.prod(some[:, 2:] - some[:, :2], axis=1) for some in (left, boxes))
    stays = area >= LEAST * whole
    return left[stays], names[stays]


def changed(picture, boxes, names, change, size):
    """The new picture, its boxes, and the names that belong to them."""
    picture, boxes = cut(picture, np.asarray(boxes, dtype=float), change)
    if change.mirrored:
        picture, boxes = mirror(picture, boxes)
    picture, boxes = scale(picture, boxes, size)
    return picture, *inside(boxes, np.asarray(names), size)
