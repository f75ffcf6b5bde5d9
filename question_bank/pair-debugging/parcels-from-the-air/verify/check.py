# hiretool-canary-105d4334-5d56-4f2f-9d1a-72f716fb05ce
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "boxes_are_where_the_parcels_are"


def _picture(drawing, change, size):
    """The new picture, pixel by pixel of the old one."""
    old = np.zeros((drawing["height"], drawing["width"]), dtype=int)
    for (x0, y0, x1, y1), name in zip(drawing["boxes"], drawing["names"], strict=True):
        old[y0:y1, x0:x1] = name
    part = old[
        round(change.top * drawing["height"]) : round((change.top + change.height) * drawing["height"]),
        round(change.left * drawing["width"]) : round((change.left + change.width) * drawing["width"]),
    ]
    part = np.fliplr(part) if change.mirrored else part
    across = np.floor((np.arange(size[0]) + 0.5) / size[0] * part.shape[1]).astype(int)
    down = np.floor((np.arange(size[1]) + 0.5) / size[1] * part.shape[0]).astype(int)
    return part[down][:, across]


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 5])
    change, drawings = modules["change"], variants.drawings(seed)[:10]
    kinds = {"mirrored": [], "not_mirrored": [], "as_drawn": [], "other": [], "square": [], "whole": []}
    pictures_stay, names_stay, untouched, _kept_long = True, True, True, True

    def one(drawing, part, size=variants.SIZE):
        nonlocal pictures_stay, names_stay, untouched
        picture, boxes, names = modules["pictures"].painted(drawing)
        given = boxes.copy()
        seen, found, left = change.changed(picture, boxes, names, part, size)
        untouched = untouched and np.array_equal(boxes, given)
        wanted = variants.right(drawing, part, size)
        pictures_stay = pictures_stay and np.array_equal(seen, _picture(drawing, part, size))
        names_stay = names_stay and set(np.asarray(left).tolist()) == set(wanted)
        fits = len(left) == len(wanted) and all(
            np.allclose(box, wanted.get(int(name), np.nan), atol=1e-6) for box, name in zip(found, left, strict=True)
        )
        return bool(fits)

    def part(**told):
        found = change.drawn(rng)
        values = {name: getattr(found, name) for name in ("left", "top", "width", "height", "mirrored")}
        return change.Change(**(values | told))

    for drawing in drawings:
        wide, tall = drawing["width"], drawing["height"]
        side = 40
        kinds["mirrored"].append(one(drawing, part(mirrored=True)))
        kinds["not_mirrored"].append(one(drawing, part(mirrored=False)))
        kinds["as_drawn"].append(one(drawing, part()))
        kinds["other"].append(one(drawing, part(), (90, 150)))
        kinds["square"].append(one(drawing, part(left=8 / wide, top=8 / tall, width=side / wide, height=side / tall)))
        kinds["whole"].append(one(drawing, part(left=0.0, top=0.0, width=1.0, height=1.0), (wide, tall)))
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        loaded = modules["pictures"].load(Path(scratch) / "data")
    fits = modules["fit"].fits
    shifted = loaded[0][1] + np.array([2, 0, 2, 0])
    return {
        SYMPTOM: all(kinds["as_drawn"]),
        "of_mirrored_pictures": all(kinds["mirrored"]),
        "of_pictures_that_are_not": all(kinds["not_mirrored"]),
        "at_sizes_that_are_not_square": all(kinds["other"]),
        "when_the_part_is_square": all(kinds["square"]),
        "when_nothing_is_cut": all(kinds["whole"]),
        "the_pictures_stay_as_they_were": bool(pictures_stay),
        "the_same_parcels_are_kept": bool(names_stay),
        "what_was_handed_over_is_not_changed": bool(untouched),
        "the_command_still_tells_a_bad_box": bool(fits(*loaded[0]).all())
        and not bool(fits(loaded[0][0], shifted, loaded[0][2]).any()),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    rng, good, off = np.random.default_rng(7), [], []
    for drawing in variants.drawings(seed):
        part = modules["change"].drawn(rng)
        picture, boxes, names = modules["change"].changed(*modules["pictures"].painted(drawing), part, variants.SIZE)
        good.extend(modules["fit"].fits(picture, boxes, names))
        wanted = variants.right(drawing, part)
        off.extend(np.abs(b - wanted[int(n)]).max() for b, n in zip(boxes, names, strict=True) if int(n) in wanted)
    return {"boxes": len(good), "fit_percent": 100 * np.mean(good), "most_off": max(off)}


def modules(names=("pictures", "change", "fit")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
