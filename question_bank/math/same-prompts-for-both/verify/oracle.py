# hiretool-canary-f93746e0-5c57-43b1-86e8-f00db48ad55f
"""The same values from a list of all that can happen with a few prompts, and from drawn verdicts.

Means and mean squares are taken over listed outcomes. How many prompts are needed is found by listing what four prompts
give together and seeing how far that is from enough.
"""

from fractions import Fraction
from itertools import product

import numpy as np


def _pairs(params, slip=0):
    """(chance, verdict on the new one, verdict on the old one), each slip listed by itself."""
    cells = {(1, 1): "both", (1, 0): "new_only", (0, 1): "old_only", (0, 0): "neither"}
    for (new, old), name in cells.items():
        for new_slips, old_slips in product((0, 1), repeat=2):
            chance = Fraction(params[name], 100)
            for slips in (new_slips, old_slips):
                chance *= Fraction(slip if slips else 100 - slip, 100)
            yield chance, new ^ new_slips, old ^ old_slips


def _gaps(outcomes):
    """Chance of each difference."""
    found = {}
    for chance, gap in outcomes:
        found[gap] = found.get(gap, 0) + chance
    return found


def _paired(params, slip=0):
    """Both answer the same prompt."""
    return _gaps((chance, new - old) for chance, new, old in _pairs(params, slip))


def _plain(params):
    """The new one answers one prompt, the old one another."""
    pairs = list(_pairs(params))
    return _gaps((one * two, new - old) for one, new, _ in pairs for two, _, old in pairs)


def _mean(gaps):
    return sum(chance * gap for gap, chance in gaps.items())


def _spread(gaps):
    centre = _mean(gaps)
    return sum(chance * (gap - centre) ** 2 for gap, chance in gaps.items())


def _together(one, other):
    return _gaps((chance * more, gap + further) for gap, chance in one.items() for further, more in other.items())


def _needed(gaps):
    """Prompts at which the mean lies 2.8 of its standard errors above nothing."""
    two = _together(gaps, gaps)
    four = _together(two, two)
    # In squared standard errors: 2.8 squared is wanted, four prompts give this much, and each prompt adds alike.
    reached = _mean(four) ** 2 / _spread(four)
    assert reached == 2 * _mean(two) ** 2 / _spread(two)
    return 4 * Fraction(784, 100) / reached


def answer(params):
    """Values over listed outcomes."""
    paired, plain, seen = _paired(params), _plain(params), _paired(params, params["slip"])
    return {
        "difference": _mean(paired),
        "spread_paired": _spread(paired),
        "spread_plain": _spread(plain),
        "needed_paired": _needed(paired),
        "needed_plain": _needed(plain),
        "seen": _mean(seen),
        "needed_seen": _needed(seen),
    }


def drawn(params, seed, prompts=400_000):
    """Means and mean squares of drawn differences, each with its standard error."""
    rng = np.random.default_rng(seed)
    cells = np.array([params["both"], params["new_only"], params["old_only"], params["neither"]]) / 100
    cell = rng.choice(4, prompts, p=cells)
    new, old = np.isin(cell, (0, 1)), np.isin(cell, (0, 2))
    slipped = rng.random((2, prompts)) < params["slip"] / 100
    found = {}
    for key, gap in (
        ("spread_paired", new * 1.0 - old),
        ("spread_plain", new * 1.0 - rng.permutation(old)),
        ("seen", (new ^ slipped[0]) * 1.0 - (old ^ slipped[1])),
    ):
        values = gap if key == "seen" else (gap - gap.mean()) ** 2
        found[key] = (values.mean(), values.std() / np.sqrt(prompts))
    return found
