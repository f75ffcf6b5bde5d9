# hiretool-canary-2eed6d24-b468-4c82-aba8-d8110ec16114
"""The same values from real vectors, exponentials and deleted tokens, and from a race between the tokens.

No whole number is known here but as what a vector product is the logarithm of.
"""

from math import exp, inf, log, sqrt

import numpy as np


def _vectors(params):
    """A query, and keys with the wanted products with it; all have as many entries as the prompt says."""
    width = params["width"]
    query = np.array([(-1.0) ** place * (place + 1) for place in range(width)])
    along = query / (query @ query)
    across = np.roll(query, 1) - (np.roll(query, 1) @ along) * query
    return query, [log(product) * along + number * across for number, product in enumerate(params["inside"])]


def _attend(scores, values):
    """Mean of the values with softmax weights."""
    highest = max(scores)
    weights = [exp(score - highest) for score in scores]
    return sum(weight / sum(weights) * value for weight, value in zip(weights, values, strict=True))


def answer(params):
    """Values from vectors."""
    query, keys = _vectors(params)
    values = [float(value) for value in params["values"]]
    products = [float(query @ key) for key in keys]
    scores = [product / sqrt(params["width"]) for product in products]
    output = _attend(scores, values)
    return {
        "weight_first": _attend(scores, [1.0, 0.0, 0.0]),
        "output": output,
        "output_padded": _attend([*scores, *[0.0] * params["pads"]], [*values, *[0.0] * params["pads"]]),
        "output_unscaled": _attend(products, values),
        "without_first": _attend([-inf, *scores[1:]], values) - output,
        "without_last": _attend([*scores[:2], -inf], values) - output,
    }


def drawn(params, seed, races=20_000):
    """Each token waits an exponential time with its weight as rate; the first one hands over its value."""
    rng = np.random.default_rng(seed)
    query, keys = _vectors(params)
    products = np.array([query @ key for key in keys])
    values = np.array(params["values"], dtype=float)
    found = {}
    for key, scores in (("output", products / np.sqrt(params["width"])), ("output_unscaled", products)):
        waits = rng.exponential(size=(races, 3)) / np.exp(scores)
        handed = values[waits.argmin(axis=1)]
        found[key] = (handed.mean(), handed.std() / np.sqrt(races))
    return found
