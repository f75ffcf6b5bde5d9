# hiretool-canary-05dc7737-34fe-4c40-8444-483d786a9b18
"""The same values from chances of whole texts, multiplied token by token and counted in binary digits.

No logarithm is taken, and no bits of a token are known here.
"""

from fractions import Fraction


def _digits(one_over_chance):
    """Bits of a chance that is one over a power of two."""
    assert one_over_chance & (one_over_chance - 1) == 0
    return len(bin(one_over_chance)) - len("0b1")


def _text(perplexity, tokens):
    """One over the chance of a text in which every token has the mean chance."""
    product = 1
    for _ in range(tokens):
        product *= perplexity
    return product


def _even(params, wanted):
    """The perplexity at which model 2 gives the text the same chance."""
    perplexity = 1
    while _text(perplexity, params["tokens"][1]) < wanted:
        perplexity *= 2
    return Fraction(perplexity)


def answer(params):
    """Values from whole texts."""
    texts = [_text(*pair) for pair in zip(params["perplexity"], params["tokens"], strict=True)]
    # A hundred tokens of the other text; its perplexity is a root, found by trying.
    easy = params["easy_share"]
    product = _text(params["easy"], easy) * _text(params["hard"], 100 - easy)
    whole = next(candidate for candidate in (2**power for power in range(40)) if _text(candidate, 100) == product)
    given_back = texts[0] * _text(params["kinds"], params["unknown"])
    return {
        "bits_1": Fraction(_digits(texts[0]), params["size"]),
        "bits_2": Fraction(_digits(texts[1]), params["size"]),
        "even": _even(params, texts[0]),
        "whole": Fraction(whole),
        "paid": Fraction(_digits(given_back), params["size"]),
    }
