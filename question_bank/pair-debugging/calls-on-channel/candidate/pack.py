"""Pack a model and the adapters of a harbour into one file for the handsets, which know no adapters."""

import numpy as np

from model import matrix


def merged(weights, adapters):
    """Weights of their own that tell by themselves what the given ones tell with the adapters."""
    packed = {name: values.copy() for name, values in weights.items()}
    for layer, adapter in adapters.items():
        change = adapter.scale * (adapter.down @ adapter.up)
        if layer == "tell" and "tell" not in packed:
            packed["word"] += change.T
        else:
            packed[layer] += change
        # Each layer has to multiply by what it was, and the change.
        assert np.allclose(matrix(packed, layer), matrix(weights, layer) + change)
    return packed


def save(path, weights):
    np.savez(path, **weights)
