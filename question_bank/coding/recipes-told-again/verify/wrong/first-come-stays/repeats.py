# hiretool-canary-58f674ac-c57d-4c6b-a0e0-4f06a7551d42
"""Which recipes are told again."""

from shingles import shingles, similarity


def repeated(recipes, threshold):
    """Id of each recipe that is left out -> id of the one that stays in its place."""
    stay, found = [], {}
    for recipe in recipes:
        own = shingles(recipe.text)
        like = next((other for other, theirs in stay if similarity(own, theirs) >= threshold), None)
        if like is None:
            stay.append((recipe, own))
        else:
            found[recipe.id] = like.id
    return found
