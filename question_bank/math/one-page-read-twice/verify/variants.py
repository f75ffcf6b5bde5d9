# hiretool-canary-05dc7737-34fe-4c40-8444-483d786a9b18
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"text": "letters of a county archive", "signs": "old signs", "firm": "the archive", "use": "answers to readers"},
    {"text": "chats of a phone shop", "signs": "little pictures", "firm": "the shop", "use": "replies to customers"},
    {"text": "labels of a chemist's store", "signs": "special signs", "firm": "the store", "use": "orders by mail"},
    {"text": "programmes of an opera house", "signs": "foreign letters", "firm": "the house", "use": "a booking line"},
    {"text": "notes of a map office", "signs": "map signs", "firm": "the office", "use": "questions about paths"},
]

TRIES = 500


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    scene = rng.choice(SCENES)
    for _ in range(TRIES):
        bits_1, even = rng.choice([5, 6, 7, 8]), rng.choice([3, 4, 5, 6])
        tokens_1 = even * rng.choice([200, 300, 400, 500, 600, 800])
        easy, hard = rng.choice([(1, 5), (2, 6), (1, 9), (2, 10), (3, 7), (1, 7), (3, 8), (2, 7)])
        sign_bits = rng.choice([10, 11, 12, 13])
        params = {
            "size": 500 * rng.randint(16, 50),
            "tokens": [tokens_1, tokens_1 * bits_1 // even],
            "bits": [bits_1, even + 1],
            "perplexity": [2**bits_1, 2 ** (even + 1)],
            "easy_share": rng.choice([20, 25, 40, 60, 75, 80]),
            "easy": 2**easy,
            "hard": 2**hard,
            "parts": [easy, hard],
            "kinds": 2**sign_bits,
            "sign_bits": sign_bits,
            "unknown": tokens_1 * rng.choice([8, 10, 12]) // 100,
            **scene,
        }
        if _fair(params):
            return params
    return None


def answer(params):
    """Each asked value as an exact fraction."""
    (tokens_1, tokens_2), (bits_1, bits_2), size = params["tokens"], params["bits"], params["size"]
    (easy, hard), share = params["parts"], Fraction(params["easy_share"], 100)
    mean = share * easy + (1 - share) * hard
    return {
        "bits_1": Fraction(tokens_1 * bits_1, size),
        "bits_2": Fraction(tokens_2 * bits_2, size),
        "even": Fraction(2 ** (tokens_1 * bits_1 // tokens_2)),
        "whole": Fraction(2 ** int(mean)),
        "paid": Fraction(tokens_1 * bits_1 + params["unknown"] * params["sign_bits"], size),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    (tokens_1, tokens_2), (bits_1, bits_2), size = params["tokens"], params["bits"], params["size"]
    (perplexity_1, _), (easy, hard) = params["perplexity"], params["parts"]
    share = Fraction(params["easy_share"], 100)
    plain = share * params["easy"] + (1 - share) * params["hard"]
    return {
        "gives bits for each token": {"bits_1": Fraction(bits_1), "bits_2": Fraction(bits_2)},
        "multiplies tokens and perplexity": {"bits_1": Fraction(tokens_1 * perplexity_1, size)},
        "divides perplexity by the bytes of a token": {"bits_1": Fraction(perplexity_1 * tokens_1, size)},
        "turns bytes and bits round": {"bits_1": 1 / right["bits_1"], "bits_2": 1 / right["bits_2"]},
        "takes natural logarithms": {"bits_1": float(right["bits_1"]) * 0.6931471805599453},
        "takes the other model's tokens": {"bits_2": Fraction(tokens_1 * bits_2, size)},
        "takes the same perplexity for even": {"even": Fraction(perplexity_1)},
        "scales the perplexity by the tokens": {"even": Fraction(perplexity_1 * tokens_1, tokens_2)},
        "takes the perplexity there is": {"even": Fraction(2**bits_2)},
        "takes the plain mean": {"whole": plain},
        "takes the mean of both parts": {"whole": Fraction(params["easy"] + params["hard"], 2)},
        "gives the mean of the bits": {"whole": share * easy + (1 - share) * hard},
        "swaps the two shares": {"whole": 2 ** float((1 - share) * easy + share * hard)},
        "pays nothing": {"paid": right["bits_1"]},
        "pays one bit for each": {"paid": Fraction(tokens_1 * bits_1 + params["unknown"], size)},
        "pays for signs in the place of bits": {
            "paid": Fraction(tokens_1 * bits_1 + params["unknown"] * params["kinds"], size)
        },
        "pays for every token": {"paid": Fraction(tokens_1 * (bits_1 + params["sign_bits"]), size)},
    }


def _fair(params):
    """No mistake may land on a right value; each of the three ways of counting puts another model in front."""
    tokens_2, (bits_1, bits_2) = params["tokens"][1], params["bits"]
    share = Fraction(params["easy_share"], 100)
    mean = share * params["parts"][0] + (1 - share) * params["parts"][1]
    if bits_2 >= bits_1 or mean.denominator != 1 or tokens_2 > params["size"] // 2:
        return False
    right = answer(params)
    return right["bits_1"] < right["bits_2"] < right["paid"] < 4 and all(
        abs(right[key] - value) > right[key] / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
