# hiretool-canary-58f674ac-c57d-4c6b-a0e0-4f06a7551d42
"""Which recipes are told again."""

from shingles import shingles, similarity, words


def repeated(recipes, threshold):
    """Id of each recipe that is left out -> id of the one that stays in its place: the first of its group."""
    in_order = sorted(recipes, key=lambda recipe: (-len(words(recipe.text)), recipe.id))
    sets = [shingles(recipe.text) for recipe in in_order]
    group = list(range(len(in_order)))

    def root(place):
        while group[place] != place:
            place = group[place]
        return place

    for later in range(len(in_order)):
        for earlier in range(later):
            if similarity(sets[earlier], sets[later]) >= threshold:
                one, other = sorted((root(earlier), root(later)))
                group[other] = one
    return {in_order[at].id: in_order[root(at)].id for at in range(len(in_order)) if root(at) != at}
