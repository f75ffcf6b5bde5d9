# hiretool-canary-ab46dc3e-3d02-4bfb-864b-abed9f21b135
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "bright_points_stay_bright"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    found, dark = variants.orchard(seed)
    cleaned = modules["frames"].cleaned

    def holds(first, second, lid, where=None):
        """Whether each point (of those asked for) is what it should be."""
        wanted = variants.cleaned(first, second, lid)
        pictures = np.asarray(cleaned(first, second, lid))
        same = pictures.shape == wanted.shape and pictures == wanted
        return bool(np.all(same) if where is None or same is False else np.all(same[where]))

    sun, dusk = found["sun"], found["dusk"]
    before = [part.copy() for part in (*sun[:2], *dusk[:2], dark)]
    # Every pair of exposures of one point there is, step by step, with a lid that is not quite dark.
    grey = np.arange(0, 256, 5, dtype=np.uint8)
    first, second = (part.reshape(1, len(grey), len(grey)) for part in np.meshgrid(grey, grey))
    lids = [np.full(first.shape[1:], level, np.uint8) for level in (0, 7, 60)]
    noise = [rng.integers(0, 256, (3, 9, 11), dtype=np.uint8) for _ in range(2)]
    lid = rng.integers(0, 80, (9, 11), dtype=np.uint8)
    one = cleaned(sun[0], sun[1], dark)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        table = modules["report"].by_day(str(Path(scratch) / "data"))
    right = variants.by_day(seed, False)
    after = [*sun[:2], *dusk[:2], dark]
    bright = variants.cleaned(sun[0], sun[1], dark) >= 128
    dim = variants.cleaned(dusk[0], dusk[1], dark) == 0
    return {
        SYMPTOM: holds(sun[0], sun[1], dark, bright),
        "dark_points_stay_dark": holds(dusk[0], dusk[1], dark, dim),
        "each_picture_is_the_mean_of_both_exposures": all(holds(*taken[:2], dark) for taken in found.values()),
        "all_pairs_of_exposures_come_out": all(holds(first, second, level) for level in lids),
        "any_lid_is_taken_off": holds(*noise, lid),
        "which_exposure_came_first_has_no_say": bool(np.array_equal(one, cleaned(sun[1], sun[0], dark))),
        "a_point_has_one_byte": np.asarray(one).dtype == np.uint8,
        "the_camera_agrees_with_the_hand": all(
            abs(table[day][1] - right[day][0]) < 1e-6 and abs(table[day][2] - right[day][1]) < 0.5 for day in right
        ),
        "the_exposures_given_are_not_changed": all(
            np.array_equal(one, two) for one, two in zip(before, after, strict=True)
        ),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    found, dark = variants.orchard(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        table = modules["report"].by_day(str(Path(scratch) / "data"))
    ratios = {f"{day}_ratio": table[day][2] / table[day][1] for day in table}
    below = [(exposure < dark).mean() for exposure in found["dusk"][:2]]
    over = (found["sun"][0].astype(int) - dark + found["sun"][1].astype(int) - dark > 255).mean()
    told = variants.generate(seed)
    return ratios | {
        "below_at_dusk": float(np.mean(below)),
        "below_overcast": float((found["overcast"][0] < dark).mean()),
        "over_in_sun": float(over),
        "moved_most": max(row[3] for row in table.values()),
        "by_hand_least": min(row[1] for row in table.values()),
        "by_hand_most": max(row[1] for row in table.values()),
        "told": abs(told["sun_camera"] - table["sun"][2]),
    }


def modules(names=("frames", "blossom", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
