# hiretool-canary-4f213e05-8dcd-4541-8fe7-c635624dff12
"""The same values from counted products of small matrices, and from two models of one loss. No six stands here."""

from fractions import Fraction


def _counted(outputs, inputs):
    """Operations of one token at a matrix: forwards, slopes of weights, slopes of inputs, one product at a time."""
    count = 0
    for _ in range(outputs):
        for _ in range(inputs):
            count += 2  # product and sum on the way up
    for _ in range(inputs):
        for _ in range(outputs):
            count += 2  # weight times arriving slope, into the slope of the input
    for _ in range(outputs * inputs):
        count += 2  # input times arriving slope, into the slope of the weight
    return count


def _root(square):
    return next(root for root in range(1, square + 1) if root * root == square)


def _above(params, weights_root, tokens_root):
    return params["a"] / weights_root + Fraction(params["b"]) / tokens_root


def answer(params):
    """Values from counts, seconds and the law."""
    # Two sizes of a matrix give what one more weight costs for one token.
    each = Fraction(_counted(3, 5) - _counted(2, 4), 3 * 5 - 2 * 4)
    operations = each * params["weights"] * 10**9 * params["tokens"] * 10**9
    a_second = sum(Fraction(params["speed"] * params["reached"] * 10**10) for _ in range(params["cards"]))
    wide, long_ = _root(params["weights"]), _root(params["tokens"])
    # With one product of the two roots the loss comes twice at each height: here, and at another size.
    product = wide * long_
    here = _above(params, wide, long_)
    other = here * product / params["b"] - wide
    assert _above(params, other, product / other) == here
    # The lowest point lies between them, as far in ratio from one as from the other.
    best = wide * other
    return {
        "operations": operations,
        "days": operations / a_second / (24 * 60 * 60),
        "excess": here,
        "wider": _above(params, _root(16 * params["weights"]), long_),
        "longer": _above(params, wide, _root(16 * params["tokens"])),
        "both": _above(params, _root(4 * params["weights"]), _root(4 * params["tokens"])),
        "best_weights": best,
    }
