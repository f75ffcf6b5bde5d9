# hiretool-canary-58f674ac-c57d-4c6b-a0e0-4f06a7551d42
"""Which recipes are told again."""

from collections import Counter, defaultdict

from shingles import shingles, words


def repeated(recipes, threshold):
    """Id of each recipe that is left out -> id of the one that stays in its place.

    Only recipes that share a shingle can be alike, so each is compared with those that stay and have one of its shingles.
    """
    lengths = {recipe.id: len(words(recipe.text)) for recipe in recipes}
    holders, sizes, found = defaultdict(list), {}, {}
    for recipe in sorted(recipes, key=lambda recipe: (-lengths[recipe.id], recipe.id)):
        own = shingles(recipe.text)
        shared = Counter(other for shingle in own for other in holders[shingle])
        for other, common in shared.most_common():
            if common / (len(own) + sizes[other] - common) >= threshold:
                found[recipe.id] = other
                break
        else:
            sizes[recipe.id] = len(own)
            for shingle in own:
                holders[shingle].append(recipe.id)
    return found
