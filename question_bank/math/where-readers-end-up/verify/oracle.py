# hiretool-canary-fd8e8b09-49e4-4234-800c-d76461b05247
"""The same values from trees: a page's share stands to another's as the weights of all trees that lead to them.

No equation is solved. For each page all ways are listed in which every other page points to one page so that all end
there; each way weighs the product of its steps.
"""

from fractions import Fraction
from itertools import product
from math import prod

import numpy as np


def _steps(links, jump, start):
    """Whole-number weights of steps from page to page: ten thousand times the chance, times what start adds up to."""
    whole = sum(start)
    return [[(100 - jump) * share * whole + 100 * jump * weight for share, weight in zip(row, start)] for row in links]


def _leads(parents, root):
    for page in range(len(parents)):
        steps = 0
        while page != root:
            page, steps = parents[page], steps + 1
            if steps == len(parents):
                return False
    return True


def _weights(table):
    """For each page the weight of all trees that lead to it."""
    size = len(table)
    found = []
    for root in range(size):
        choices = [[root] if page == root else [to for to in range(size) if table[page][to]] for page in range(size)]
        found.append(
            sum(
                prod(table[page][to] for page, to in enumerate(parents) if page != root)
                for parents in product(*choices)
                if _leads(parents, root)
            )
        )
    return [Fraction(weight, sum(found)) for weight in found]


def answer(params):
    """Values from trees; the new pages are alike and are taken together."""
    links, jump, new = params["links"], params["jump"], params["new"]
    even = _weights(_steps(links, jump, [1, 1, 1, 1]))
    home = _weights(_steps(links, jump, [1, 0, 0, 0]))
    table = _steps(links[:3], jump, [1, 1, 1, 1 + new])
    pages, follow = 4 + new, 100 * (100 - jump) * (4 + new)
    jumps = [100 * jump] * 4 + [100 * jump * new]
    corner = [[*row[:3], 100 * jump, 100 * jump * new] for row in table]
    corner.append([*jumps[:4], jumps[4] + follow])
    corner.append([*jumps[:3], jumps[3] + follow, jumps[4]])
    assert all(sum(row) == 10_000 * pages for row in corner)
    farm = _weights(corner)
    # Of two hundred pages that are read, two for each hundredth of the jump were reached by one; each begins a walk.
    begun = sum(1 for page in range(200) if page < 2 * jump)
    return {
        **dict(zip("abcd", even)),
        "walk": Fraction(200, begun),
        "a_home": home[0],
        "b_home": home[1],
        "d_farm": farm[3],
        "a_farm": farm[0],
    }


def drawn(params, seed, readers=10_000, steps=60):
    """Readers who each walk for a while; where they are at the end."""
    rng = np.random.default_rng(seed)
    at = rng.integers(0, 4, readers)
    table = np.array(_steps(params["links"], params["jump"], [1, 1, 1, 1])) / 40_000
    for _ in range(steps):
        at = (rng.random(readers)[:, None] > table.cumsum(axis=1)[at]).sum(axis=1).clip(0, 3)
    shares = np.bincount(at, minlength=4) / readers
    return {name: (share, (share * (1 - share) / readers) ** 0.5) for name, share in zip("abcd", shares)}
