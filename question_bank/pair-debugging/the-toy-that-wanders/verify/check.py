# hiretool-canary-2097df2a-05f9-4374-8b96-cbea7de4fff8
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
import tracemalloc
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "note_by_note_tells_what_the_studio_tells"


def _model(modules, seed):
    """The model through the project's own reader."""
    with tempfile.TemporaryDirectory() as name:
        variants.write(Path(name), seed)
        return modules["model"].load(Path(name) / "data" / "model.npz")


def _plainly(seed, rows):
    """(tune, place, note): as the trusted model tells the tunes, one note at a time with nothing dropped."""
    plain = variants.Plain(variants.weights(seed))
    return np.stack([plain.chances_after(notes) for notes in np.transpose(rows)], axis=1)


def _in_pieces(modules, model, tune, sizes):
    toy, told, start = modules["toy"].Toy(model), [], 0
    for size in sizes:
        told.append(toy.hear(tune[start : start + size]))
        start += size
    return np.concatenate(told)


def _cut(rng, length, most):
    """Random sizes of pieces that make up `length`."""
    sizes = []
    while sum(sizes) < length:
        sizes.append(min(int(rng.integers(1, most + 1)), length - sum(sizes)))
    return sizes


def _grown(modules, model, notes):
    """Bytes of memory that a toy takes in addition when it has heard `notes` twice and hears them twice more."""
    tracemalloc.start()
    toy, held = modules["toy"].Toy(model), []
    for _ in range(4):
        toy.hear(notes)
        held.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    return held[3] - held[1]


def _same(one, other):
    return bool(np.shape(one) == np.shape(other) and np.allclose(one, other, rtol=0, atol=1e-9))


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    model, facts = _model(modules, seed), variants.generate(seed)
    window, rows = facts["window"], variants.tunes(seed)[:2, :50]
    plain, tune = _plainly(seed, rows), rows[0]
    length, told_plainly = len(tune), list(zip(rows, plain, strict=True))

    small, large = _cut(rng, length, window // 2), _cut(rng, length, 2 * window)
    some = rng.integers(0, facts["notes"], 3 * window).tolist()

    toy, begun = modules["toy"].Toy(model), rows[1][: window + 3]
    other = modules["toy"].Toy(model)
    toy.hear(begun)
    other.hear(rows[0][:5])
    played = toy.play(window + 5, np.random.default_rng(seed))
    whole = np.array([[*begun, *played, 0]])
    return {
        SYMPTOM: all(_same(_in_pieces(modules, model, row, [1] * length), told) for row, told in told_plainly),
        "pieces_may_be_of_any_size": _same(_in_pieces(modules, model, tune, small), plain[0])
        and _same(_in_pieces(modules, model, tune, large), plain[0]),
        "one_piece_is_as_good": _same(_in_pieces(modules, model, tune, [length]), plain[0]),
        "the_studio_tells_what_it_told": all(
            _same(modules["studio"].told(model, row), told) for row, told in told_plainly
        ),
        "no_more_is_kept_after_a_longer_tune": _grown(modules, model, some) < 8000,
        "playing_goes_on_from_what_was_heard": _same(toy.hear([0])[-1], _plainly(seed, whole)[0, -1]),
        "comparison_is_of_studio_and_toy": _same(modules["compare"].by_toy(model, tune), plain[0]),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    model, facts, rows = _model(modules, seed), variants.generate(seed), variants.tunes(seed)
    plain = _plainly(seed, rows)
    toy = np.stack([_in_pieces(modules, model, row, [1] * len(row)) for row in rows])
    studio = np.stack([modules["studio"].told(model, row) for row in rows])
    apart = np.abs(toy - studio).max(axis=(0, 2))
    paid = [-np.log(np.take_along_axis(told[:, :-1], rows[:, 1:, None], 2)).mean() for told in (plain, toy, studio)]
    late = apart[facts["window"] + 2 :]
    return {
        "first_apart_less_alike": int(np.argmax(apart > 1e-9)) - facts["alike"] if (apart > 1e-9).any() else -999,
        "apart_at_most": apart.max(),
        "plain_pays": paid[0],
        "toy_pays": paid[1],
        "studio_pays": paid[2],
        "toy_by_plain": paid[1] / paid[0],
        "other_first_choice": (toy.argmax(axis=2) != plain.argmax(axis=2))[:, facts["alike"] :].mean(),
        "half_late": np.median(late),
    }


def modules(names=("model", "studio", "toy", "compare")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
