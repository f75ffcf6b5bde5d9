# hiretool-canary-706548c5-273e-4814-a9aa-cdcdce839f75
"""Reports that can be made in pieces: the errors of each depot, side by side."""

import statistics

from report import ALL, Line


def summarise(deliveries):
    piece = {}
    for delivery in deliveries:
        for depot in (delivery.depot, ALL):
            part = piece.setdefault(depot, {"errors": [], "inside": 0, "worst": [0, "~"]})
            part["errors"].append(delivery.error)
            part["inside"] += int(delivery.inside)
            part["worst"] = min(part["worst"], [-abs(delivery.error), delivery.id])
    return piece


def combine(pieces):
    result = {}
    for piece in pieces:
        for depot, part in piece.items():
            before = result.get(depot, {"errors": [], "inside": 0, "worst": [0, "~"]})
            result[depot] = {
                "errors": before["errors"] + part["errors"],
                "inside": before["inside"] + part["inside"],
                "worst": min(before["worst"], part["worst"]),
            }
    return result


def finish(piece):
    report = {}
    for depot in sorted(piece):
        errors = piece[depot]["errors"]
        report[depot] = Line(
            deliveries=len(errors),
            mean=statistics.fmean(errors),
            spread=statistics.stdev(errors) if len(errors) > 1 else None,
            median=statistics.median(errors),
            inside=piece[depot]["inside"] / len(errors),
            worst=piece[depot]["worst"][1],
        )
    return report
