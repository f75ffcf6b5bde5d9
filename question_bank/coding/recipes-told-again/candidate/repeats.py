"""Which recipes are told again."""


def repeated(recipes, threshold):
    """Id of each recipe that is left out -> id of the one that stays in its place. For now, equal texts only."""
    first, found = {}, {}
    for recipe in recipes:
        if recipe.text in first:
            found[recipe.id] = first[recipe.text]
        else:
            first[recipe.text] = recipe.id
    return found
