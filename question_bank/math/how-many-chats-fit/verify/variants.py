# hiretool-canary-8dd224aa-f863-4a3c-8392-b97410344271
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"chat": "chat", "firm": "a travel agency"},
    {"chat": "call", "firm": "a water company"},
    {"chat": "reading session", "firm": "a library"},
    {"chat": "consultation", "firm": "a clinic"},
    {"chat": "lesson", "firm": "a language school"},
]
K, M, G = 2**10, 2**20, 2**30
BYTES = 2


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    width = rng.choice([2048, 4096])
    head = rng.choice([64, 128])
    params = {
        "layers": rng.choice([16, 24, 32, 40]),
        "width": width,
        "head": head,
        "heads": width // head,
        "kv_heads": rng.choice([2, 4, 8]),
        "inner": width * rng.choice([3, 4]),
        "words": rng.choice([32, 64, 128]) * K,
        "length": rng.choice([2, 4, 8, 16]) * K,
        "memory": rng.choice([24, 32, 40, 48, 80]),
        "spare": rng.choice([2, 4]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction; chats are whole."""
    weights, all_heads = _weights(params), _weights({**params, "kv_heads": params["heads"]})
    per_token = BYTES * 2 * params["layers"] * params["kv_heads"] * params["head"]
    return {
        "weights": Fraction(weights),
        "per_token": Fraction(per_token),
        "chats": Fraction(_fitting(params, weights, per_token)),
        "weights_all_heads": Fraction(all_heads),
        "chats_all_heads": Fraction(_fitting(params, all_heads, per_token * _group(params))),
        "equal_tokens": Fraction(BYTES * weights, per_token),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    weights, per_token = int(right["weights"]), int(right["per_token"])
    layers, width, words = params["layers"], params["width"], params["words"]
    return {
        "gives keys and values the full width": {
            "weights": right["weights_all_heads"],
            "per_token": right["per_token"] * _group(params),
        },
        "has two inner matrices": {"weights": Fraction(weights - layers * width * params["inner"])},
        "forgets the matrix after attention": {"weights": Fraction(weights - layers * width**2)},
        "counts a matrix for queries in each head at full width": {
            "weights": Fraction(weights + layers * width**2 * (params["heads"] - 1))
        },
        "counts the word table twice": {"weights": Fraction(weights + words * width)},
        "forgets the word table": {"weights": Fraction(weights - words * width)},
        "counts one layer": {"per_token": Fraction(per_token, layers)},
        "keeps keys only": {"per_token": Fraction(per_token, 2)},
        "keeps queries as well": {"per_token": Fraction(per_token * (2 + _group(params)), 2)},
        "counts numbers in place of bytes": {"per_token": Fraction(per_token, BYTES)},
        "keeps one vector of full width a layer": {"per_token": Fraction(BYTES * layers * width)},
        "forgets the weights": {"chats": Fraction(_fitting(params, 0, per_token))},
        "forgets what is kept free": {"chats": Fraction(_fitting({**params, "spare": 0}, weights, per_token))},
        "counts a weight as one byte": {"chats": Fraction(_fitting(params, weights // BYTES, per_token))},
        "scales by the heads alone": {"chats_all_heads": right["chats"] / _group(params)},
        "thinks that fewer heads shrink the weights alike": {"weights_all_heads": right["weights"] * _group(params)},
        "compares numbers with bytes": {"equal_tokens": Fraction(weights, per_token)},
        "counts tokens of one layer": {"equal_tokens": right["equal_tokens"] * layers},
    }


def _group(params):
    """Heads of queries that share one head of keys and values."""
    return params["heads"] // params["kv_heads"]


def _weights(params):
    width, key_width = params["width"], params["kv_heads"] * params["head"]
    attention = 2 * width * width + 2 * width * key_width
    return params["layers"] * (attention + 3 * width * params["inner"]) + params["words"] * width


def _fitting(params, weights, per_token):
    free = (params["memory"] - params["spare"]) * G - BYTES * weights
    return free // (per_token * params["length"])


def _fair(params):
    """No mistake may land on a right value; the weights fit with room, and the heads make a difference."""
    if not 4 <= _group(params) <= 16:
        return False
    right = answer(params)
    free = (params["memory"] - params["spare"]) * G - BYTES * right["weights"]
    if free < 4 * G or BYTES * right["weights_all_heads"] > (params["memory"] - params["spare"] - 2) * G:
        return False
    # A decimal within 1 % counts as right.
    distinct = all(
        any(abs(right[key] - value) > abs(right[key]) / 100 for key, value in wrong.items())
        for wrong in misconceptions(params).values()
    )
    return distinct and right["chats"] >= 8 and right["chats_all_heads"] >= 1 and right["chats"] <= 2000
