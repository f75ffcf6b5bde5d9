# hiretool-canary-fb6beb0c-e821-4b0c-b3af-24c5930b3006
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "a_handset_tells_what_the_office_tells"


def _set(modules, raw):
    return {layer: modules["model"].Adapter(down, up, scale) for layer, (down, up, scale) in raw.items()}


def _plain(packed):
    """Name -> matrix, as numpy has it."""
    return {name: np.array(packed[name]) for name in packed}


def _same(one, other):
    return all(
        bool(np.shape(a) == np.shape(b) and np.allclose(a, b, rtol=0, atol=1e-9))
        for a, b in zip(one, other, strict=True)
    )


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    pack, weights = modules["pack"], variants.weights(seed)
    calls = [np.array(call) for call in variants.calls(seed)[:6]]
    every = ("now", "past", "tell")
    raw, more = variants.adapters(seed, every), variants.adapters(seed, every, salt=1)
    given = {name: values.copy() for name, values in weights.items()}
    right = [variants.told(weights, call, [raw]) for call in calls]
    packed = pack.merged(given, _set(modules, raw))
    files = _plain(packed)
    with tempfile.TemporaryDirectory() as name:
        pack.save(Path(name) / "packed.npz", packed)
        with np.load(Path(name) / "packed.npz") as file:
            burnt = dict(file)
    office = [modules["model"].chances(weights, call, _set(modules, raw)) for call in calls]

    inner = _plain(pack.merged(given, _set(modules, {layer: raw[layer] for layer in ("now", "past")})))
    twice = _plain(pack.merged(pack.merged(given, _set(modules, raw)), _set(modules, more)))
    own = given | {"tell": rng.normal(0, 0.7, weights["word"].T.shape)}
    from_own = _plain(pack.merged(own, _set(modules, raw)))
    only = _plain(pack.merged(given, _set(modules, {"tell": raw["tell"]})))
    return {
        SYMPTOM: _same([variants.told(burnt, call) for call in calls], right),
        "the_packed_weights_tell_it_too": _same([modules["model"].chances(files, call) for call in calls], right),
        "the_office_tells_what_was_approved": _same(office, right),
        "what_the_words_are_stays": np.array_equal(files["word"], weights["word"]),
        "the_model_itself_is_left_alone": set(given) == set(weights)
        and all(np.array_equal(given[name], weights[name]) for name in weights),
        "one_layer_alone": _same(
            [variants.told(only, call) for call in calls],
            [variants.told(weights, call, [{"tell": raw["tell"]}]) for call in calls],
        ),
        "no_more_is_packed_than_is_needed": set(inner) == set(weights),
        "a_packed_model_can_be_packed_again": _same(
            [variants.told(twice, call) for call in calls],
            [variants.told(weights, call, [raw, more]) for call in calls],
        ),
        "a_model_with_a_matrix_of_its_own": _same(
            [variants.told(from_own, call) for call in calls], [variants.told(own, call, [raw]) for call in calls]
        ),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    weights, found = variants.weights(seed), {}
    for harbour, layers in variants.HARBOURS.items():
        raw = variants.adapters(seed, layers)
        packed = _plain(modules["pack"].merged({n: v.copy() for n, v in weights.items()}, _set(modules, raw)))
        pairs = [
            (
                variants.told(weights, call, [raw]),
                variants.told(packed, call),
                modules["model"].chances(weights, np.array(call), _set(modules, raw)),
            )
            for call in variants.calls(seed)
        ]
        found[f"{harbour}_apart"] = max(np.abs(one - other).max() for one, other, _ in pairs)
        found[f"{harbour}_word"] = np.mean(
            np.concatenate([one.argmax(axis=1) != other.argmax(axis=1) for one, other, _ in pairs])
        )
        found[f"{harbour}_shown"] = max(np.abs(there - other).max() for _, other, there in pairs)
    return found


def modules(names=("model", "pack", "handset", "compare")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
