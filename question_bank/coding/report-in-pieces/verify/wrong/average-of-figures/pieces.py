# hiretool-canary-706548c5-273e-4814-a9aa-cdcdce839f75
"""Reports that can be made in pieces: each piece holds its figures, weighted by the number of deliveries."""

from report import Line, build


def summarise(deliveries):
    return {depot: vars(figures) | {} for depot, figures in build(deliveries).items()}


def combine(pieces):
    result = {}
    for piece in pieces:
        for depot, figures in piece.items():
            result[depot] = _joined(result[depot], figures) if depot in result else dict(figures)
    return result


def finish(piece):
    return {depot: Line(**piece[depot]) for depot in sorted(piece)}


def _joined(one, other):
    number = one["deliveries"] + other["deliveries"]

    def weighted(name):
        return ((one[name] or 0) * one["deliveries"] + (other[name] or 0) * other["deliveries"]) / number

    return {
        "deliveries": number,
        "mean": weighted("mean"),
        "spread": weighted("spread"),
        "median": weighted("median"),
        "inside": weighted("inside"),
        "worst": min(one["worst"], other["worst"]),
    }
