# hiretool-canary-f674240f-be7f-44a2-9aad-fb684b216972
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from functools import cache

SCENES = [
    {"texts": "letters to a water company"},
    {"texts": "ships' logs"},
    {"texts": "minutes of councils"},
    {"texts": "repair reports"},
    {"texts": "old cookery books"},
]
TRIES = 300


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    scene = rng.choice(SCENES)
    for _ in range(TRIES):
        legs = rng.choice([(4, 3), (3, 4)])
        place_key, distance = rng.randint(5, 40), rng.choice([1, 2, 3])
        params = {
            "query": [rng.randint(-4, 5) for _ in range(2)] + [5 * rng.randint(-2, 2), 5 * rng.randint(-2, 2)],
            "key": [rng.randint(-4, 5) for _ in range(2)] + [5 * rng.randint(-2, 2), 5 * rng.randint(-2, 2)],
            "cos": Fraction(legs[0], 5),
            "sin": Fraction(legs[1], 5),
            "place_key": place_key,
            "place_query": place_key + distance,
            "in_front": rng.choice([10, 50, 100]),
            "taken": rng.choice([1, 2, 3, 5]),
            **scene,
        }
        if _fair(params):
            return params
    return None


def answer(params):
    """Each asked value as an exact fraction, from the distance."""
    distance = params["place_query"] - params["place_key"]
    score = _score(params, distance)
    return {
        "first_pair": _first(params, distance),
        "score": score,
        "in_front": score,
        "best_distance": Fraction(max(range(4), key=lambda far: _first(params, far))),
        "taken_away": _score(params, distance - params["taken"]),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    query, key, taken = params["place_query"], params["place_key"], params["taken"]
    distance = query - key
    first, score = right["first_pair"], right["score"]
    return {
        "turns nothing": {"first_pair": _first(params, 0), "score": _score(params, 0)},
        "turns the query only": {"first_pair": _first(params, query), "score": _score(params, query)},
        "turns the key only": {"first_pair": _first(params, -key), "score": _score(params, -key)},
        "adds the places": {"first_pair": _first(params, query + key), "score": _score(params, query + key)},
        "turns the other way": {"score": _score(params, -distance)},
        "leaves the second pair unturned": {"score": first + _second(params, 0)},
        "takes the first pair alone": {"score": first},
        "turns the second pair by quarters": {"score": first + _second_by_quarters(params, distance)},
        "lets what is in front turn the query only": {"in_front": _score(params, distance + params["in_front"])},
        "takes the nearest for the best": {"best_distance": Fraction(0)},
        "takes the least for the best": {"best_distance": Fraction(min(range(4), key=lambda far: _first(params, far)))},
        "forgets what was taken away": {"taken_away": score},
        "counts what was taken away the other way": {"taken_away": _score(params, distance + taken)},
        "lets nothing be turned after taking away": {"taken_away": _score(params, 0)},
    }


def _pair(query, key, cos, sin):
    """Product of two hands, the first turned by an angle more than the second."""
    plain = query[0] * key[0] + query[1] * key[1]
    across = query[0] * key[1] - query[1] * key[0]
    return plain * cos + across * sin


def _first(params, distance):
    cos, sin = [(1, 0), (0, 1), (-1, 0), (0, -1)][distance % 4]
    return Fraction(_pair(params["query"][:2], params["key"][:2], cos, sin))


def _second(params, distance):
    return _pair(params["query"][2:], params["key"][2:], *_turn(params["cos"], params["sin"], distance))


@cache
def _turn(cos, sin, times):
    """Cosine and sine of an angle taken so many times; below 0 the other way round."""
    if times < 0:
        there = _turn(cos, sin, -times)
        return there[0], -there[1]
    if times == 0:
        return Fraction(1), Fraction(0)
    before = _turn(cos, sin, times - 1)
    return before[0] * cos - before[1] * sin, before[1] * cos + before[0] * sin


def _second_by_quarters(params, distance):
    cos, sin = [(1, 0), (0, 1), (-1, 0), (0, -1)][distance % 4]
    return _pair(params["query"][2:], params["key"][2:], cos, sin)


def _score(params, distance):
    return _first(params, distance) + _second(params, distance)


def _fair(params):
    """No mistake may land on a right value; the best distance stands alone and is not the nearest."""
    query, key = params["place_query"], params["place_key"]
    if params["taken"] >= key or not -3 <= query - key - params["taken"] <= 2:
        return False
    hands = [params["query"][:2], params["query"][2:], params["key"][:2], params["key"][2:]]
    if any(hand == [0, 0] for hand in hands) or len({_first(params, far) for far in range(4)}) < 4:
        return False
    right = answer(params)
    # A decimal within 1 % counts as right.
    return all(
        abs(right[key] - value) > abs(right[key]) / 100
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
