# hiretool-canary-58f674ac-c57d-4c6b-a0e0-4f06a7551d42
"""Which recipes are told again."""

import zlib

from shingles import shingles, words

ROWS = 32


def repeated(recipes, threshold):
    """Id of each recipe that is left out -> id of the one that stays in its place; likeness is estimated."""
    stay, found = [], {}
    for recipe in sorted(recipes, key=lambda recipe: (-len(words(recipe.text)), recipe.id)):
        own = _signature(shingles(recipe.text))
        like = next((other for other, theirs in stay if own and theirs and _share(own, theirs) >= threshold), None)
        if like is None:
            stay.append((recipe, own))
        else:
            found[recipe.id] = like.id
    return found


def _signature(found):
    numbers = [zlib.crc32(" ".join(shingle).encode()) for shingle in found]
    return [min((number * (2 * row + 1) + row * 7919) % 4294967291 for number in numbers) for row in range(ROWS)] if found else []


def _share(one, other):
    return sum(mine == theirs for mine, theirs in zip(one, other)) / ROWS
