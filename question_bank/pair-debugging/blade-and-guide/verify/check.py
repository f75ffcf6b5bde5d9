# hiretool-canary-d65808e8-266c-4be9-ada2-0cf7505d2109
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "the_shares_are_those_of_the_rule"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    recordings, look = modules["recordings"], modules["look"]
    pieces, touches = variants.recordings(seed)

    def noise(count):
        return rng.integers(-3000, 3000, count).astype(np.int16)

    # two pieces seconds apart and one that is too short for a frame; one piece in which whole steps cannot drift
    far = [("far", 10.0, 810.4, noise(1800)), ("far", 17.0, 810.4, noise(1850)), ("far", 25.0, 810.4, noise(100))]
    near = [("near", 3.5, 800.0, noise(3600))]
    contact = np.array([[10.313, 11.234], [11.907, 12.004], [17.006, 17.503], [18.111, 18.172]])

    with tempfile.TemporaryDirectory() as scratch:
        found = {}
        for name, made, closed in (
            ("all", pieces, touches),
            ("far", far, contact),
            ("near", near, contact - 6),
            ("first", pieces[:1], touches),
        ):
            variants.put(Path(scratch) / name, made, closed)
            folder = str(Path(scratch) / name)
            table = look.table(recordings.read(folder), recordings.touches(folder))
            found[name] = table, variants.frames(made, closed)
            if name == "all":
                shares = [look.shares(table), look.shares(table, 1400)]
        # the last folder has one piece
        piece, closed = recordings.read(folder)[0], recordings.touches(folder)

    def loudness(name):
        table, (wanted, _) = found[name]
        return len(table.loudness) == len(wanted) and bool(np.allclose(table.loudness, wanted, rtol=1e-9))

    def labels(name):
        table, (_, wanted) = found[name]
        return len(table.touched) == len(wanted) and bool((np.asarray(table.touched) == wanted).all())

    parts = modules["frames"].cut(piece), modules["frames"].loudness(piece)
    wanted, touched = found["first"][1]
    single = len(parts[0]) == len(parts[1]) == len(wanted) and bool(np.allclose(parts[1], wanted, rtol=1e-9))
    asked = modules["labels"].touched(piece, len(wanted), closed)

    return {
        SYMPTOM: bool(np.allclose(shares[0], variants.right(seed), rtol=0, atol=1e-9)),
        "with_another_level_too": bool(np.allclose(shares[1], variants.right(seed, 1400), rtol=0, atol=1e-9)),
        "as_many_frames_as_there_are": all(len(table.touched) == len(wanted[1]) for table, wanted in found.values()),
        "frames_are_heard_where_the_rule_has_them": loudness("all"),
        "labels_are_those_of_the_rule": labels("all"),
        "one_piece_alone": loudness("first") and labels("first"),
        "one_piece_by_frames_and_labels": single and bool((np.asarray(asked) == touched).all()),
        "a_box_with_whole_steps": loudness("near") and labels("near"),
        "pieces_seconds_apart_and_one_too_short": loudness("far") and labels("far"),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        folder = str(Path(scratch) / "data")
        table = modules["look"].table(modules["recordings"].read(folder), modules["recordings"].touches(folder))
    told, right, count = modules["look"].shares(table), variants.right(seed), len(variants.all_frames(seed)[1])
    return {
        "with_touch": 100 * right[0],
        "without": 100 * right[1],
        "fewer": 100 * (right[0] - told[0]),
        "more": 100 * (told[1] - right[1]),
        "frames_more": len(table.touched) - count,
        "frames": count,
    }


def modules(names=("recordings", "frames", "labels", "look")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
