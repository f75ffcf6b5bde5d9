# hiretool-canary-706548c5-273e-4814-a9aa-cdcdce839f75
"""Reports that can be made in pieces: count how often each error occurs, and everything else follows."""

from collections import Counter

from report import ALL, Line


def summarise(deliveries):
    """Depot -> counts by error, number inside, and the worst delivery. JSON holds it as it is."""
    groups = {}
    for delivery in deliveries:
        for depot in (delivery.depot, ALL):
            groups.setdefault(depot, []).append(delivery)
    return {depot: _counted(group) for depot, group in groups.items()}


def combine(pieces):
    """One piece for all of them; the given ones stay as they are."""
    result = {}
    for piece in pieces:
        for depot, part in piece.items():
            result[depot] = _joined(result[depot], part) if depot in result else part
    return result


def finish(piece):
    """The same as report.build of all the deliveries."""
    return {depot: _line(piece[depot]) for depot in sorted(piece)}


def _counted(group):
    return {
        "errors": dict(Counter(str(delivery.error) for delivery in group)),
        "inside": sum(delivery.inside for delivery in group),
        "worst": min([-abs(delivery.error), delivery.id] for delivery in group),
    }


def _joined(one, other):
    return {
        "errors": dict(Counter(one["errors"]) + Counter(other["errors"])),
        "inside": one["inside"] + other["inside"],
        "worst": min(one["worst"], other["worst"]),
    }


def _line(part):
    counts = {int(error): count for error, count in part["errors"].items()}
    number = sum(counts.values())
    mean = sum(error * count for error, count in counts.items()) / number
    squares = sum((error - mean) ** 2 * count for error, count in counts.items())
    in_order = sorted(counts)
    return Line(
        deliveries=number,
        mean=mean,
        spread=(squares / (number - 1)) ** 0.5 if number > 1 else None,
        median=(_nth(counts, in_order, (number - 1) // 2) + _nth(counts, in_order, number // 2)) / 2,
        inside=part["inside"] / number,
        worst=part["worst"][1],
    )


def _nth(counts, in_order, place):
    for error in in_order:
        place -= counts[error]
        if place < 0:
            return error
    raise IndexError(place)
