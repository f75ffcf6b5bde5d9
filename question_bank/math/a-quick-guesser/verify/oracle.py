# hiretool-canary-8e01e061-af38-496e-9610-62f9599f0ae1
"""The same values from every pattern of kept and refused guesses, and from every guess with its fate; and from draws.

No sum of powers, and no smaller of two chances.
"""

from fractions import Fraction
from itertools import product

import numpy as np


def _rounds(chance, guesses):
    """(probability, tokens) of each pattern of a round, guesses after a refusal included and ignored."""
    for pattern in product([True, False], repeat=guesses):
        probability = Fraction(1)
        for kept in pattern:
            probability *= chance if kept else 1 - chance
        counted = pattern.index(False) if False in pattern else guesses
        yield probability, counted + 1


def _average(chance, guesses):
    return sum(probability * tokens for probability, tokens in _rounds(chance, guesses))


def _fates(params):
    """Probability of each (guess, kept or not, token that comes out)."""
    large, small = ([Fraction(one, 100) for one in params[name]] for name in ("large", "small"))
    lacking = [one - other if one > other else Fraction(0) for one, other in zip(large, small, strict=True)]
    found = {}
    for guess, likely in enumerate(small):
        keep = large[guess] / likely
        keep = keep if keep < 1 else Fraction(1)
        found[guess, True, guess] = likely * keep
        for token, lack in enumerate(lacking):
            found[guess, False, token] = likely * (1 - keep) * lack / sum(lacking)
    return found


def answer(params):
    """Values from lists of what can happen."""
    chance, guesses = params["chance"], params["guesses"]

    def speed(many):
        # Time of a round: its guesses one by one, then the check.
        return _average(chance, many) / (sum(params["cost"] for _ in range(many)) + 1)

    speeds = {many: speed(many) for many in range(1, 9)}
    fates = _fates(params)
    refused = {key: part for key, part in fates.items() if not key[1]}
    return {
        "all_kept": sum(part for part, tokens in _rounds(chance, guesses) if tokens == guesses + 1),
        "tokens": _average(chance, guesses),
        "speed": speeds[guesses],
        "best": Fraction(max(speeds, key=speeds.get)),
        "kept": sum(part for key, part in fates.items() if key[1]),
        "after_refusal": sum(part for key, part in refused.items() if key[2] == 2) / sum(refused.values()),
        "comes_out": sum(part for key, part in fates.items() if key[2] == 2),
    }


def drawn(params, seed, rounds=20_000):
    """Means over drawn rounds and drawn guesses, each with its standard error."""
    rng = np.random.default_rng(seed)
    kept = rng.random((rounds, params["guesses"])) < float(params["chance"])
    tokens = np.cumprod(kept, axis=1).sum(axis=1) + 1
    large, small = (np.array(params[name]) / 100 for name in ("large", "small"))
    guess = rng.choice(3, size=rounds, p=small)
    stays = rng.random(rounds) * small[guess] < large[guess]
    lacking = np.clip(large - small, 0, None)
    own = rng.choice(3, size=rounds, p=lacking / lacking.sum())
    comes = np.where(stays, guess, own) == 2
    found = {"tokens": tokens, "kept": stays, "comes_out": comes}
    return {key: (values.mean(), values.std() / np.sqrt(rounds)) for key, values in found.items()}
