# hiretool-canary-8dd224aa-f863-4a3c-8392-b97410344271
"""The same values by laying out every array of the model and its cache, and by admitting chats until one does not fit.

The arrays are views of a single number, so that they take no memory; their sizes are those of real ones.
"""

from fractions import Fraction

import numpy as np

HALF = np.float16(0)


def _array(*shape):
    return np.broadcast_to(HALF, shape)


def _model(params, kv_heads):
    """Every weight by name."""
    width, head, inner = params["width"], params["head"], params["inner"]
    arrays = {"words": _array(params["words"], width)}
    for layer in range(params["layers"]):
        arrays |= {
            f"{layer}.queries": _array(width, params["heads"], head),
            f"{layer}.keys": _array(width, kv_heads, head),
            f"{layer}.values": _array(width, kv_heads, head),
            f"{layer}.after attention": _array(params["heads"], head, width),
            f"{layer}.gate": _array(width, inner),
            f"{layer}.up": _array(width, inner),
            f"{layer}.down": _array(inner, width),
        }
    return arrays


def _cache(params, kv_heads, tokens):
    """Keys and values of one chat."""
    kinds = ("keys", "values")
    return [_array(kv_heads, tokens, params["head"]) for _ in range(params["layers"]) for _ in kinds]


def _bytes(arrays):
    return sum(array.nbytes for array in arrays)


def _admitted(params, kv_heads):
    taken = _bytes(_model(params, kv_heads).values()) + params["spare"] * 1024**3
    chat = _bytes(_cache(params, kv_heads, params["length"]))
    chats = 0
    while taken + chat <= params["memory"] * 1024**3:
        taken, chats = taken + chat, chats + 1
    return chats


def answer(params):
    """Sizes of the arrays laid out."""
    own, everybody = params["kv_heads"], params["heads"]
    model = _model(params, own)
    one, two = (_bytes(_cache(params, own, tokens)) for tokens in (1, 2))
    assert two == 2 * one
    return {
        "weights": Fraction(sum(array.size for array in model.values())),
        "per_token": Fraction(one),
        "chats": Fraction(_admitted(params, own)),
        "chats_all_heads": Fraction(_admitted(params, everybody)),
        "weights_all_heads": Fraction(sum(array.size for array in _model(params, everybody).values())),
        "equal_tokens": Fraction(_bytes(model.values()), one),
    }
