# hiretool-canary-f674240f-be7f-44a2-9aad-fb684b216972
"""The same values from both hands turned from the start of the text, one place after the other.

No distance is used, and no product of hands in another form than entry times entry.
"""

from fractions import Fraction


def _turned(hands, places, params):
    """Both hands after so many single turns; below 0 they go back."""
    (a, b), (c, d) = hands[:2], hands[2:]
    back = places < 0
    cos, sin = params["cos"], -params["sin"] if back else params["sin"]
    for _ in range(abs(places)):
        a, b = (b, -a) if back else (-b, a)
        c, d = c * cos - d * sin, c * sin + d * cos
    return [a, b, c, d]


def _score(params, place_query, place_key, entries=4):
    query = _turned(params["query"], place_query, params)
    key = _turned(params["key"], place_key, params)
    return sum((Fraction(one * other) for one, other in list(zip(query, key, strict=True))[:entries]), Fraction(0))


def answer(params):
    """Values from places."""
    query, key, front = params["place_query"], params["place_key"], params["in_front"]
    by_distance = {far: _score(params, query, query - far, entries=2) for far in range(4)}
    return {
        "first_pair": _score(params, query, key, entries=2),
        "score": _score(params, query, key),
        "in_front": _score(params, query + front, key + front),
        "best_distance": Fraction(max(by_distance, key=by_distance.get)),
        # The key was turned for its old place, the query for its place in what is left.
        "taken_away": _score(params, query - params["taken"], key),
    }
