"""How good are the promised minutes? One line per depot, and one for all of them.

    python report.py data/deliveries.csv
"""

import argparse
import statistics
from collections import defaultdict
from dataclasses import dataclass

from deliveries import read

ALL = "all"


@dataclass(frozen=True)
class Line:
    deliveries: int
    mean: float
    """Mean error in minutes."""
    spread: float | None
    """Sample standard deviation of the error; None for a single delivery."""
    median: float
    inside: float
    """Share of deliveries that took between low and high."""
    worst: str
    """Id of the delivery with the largest error, early or late; of several, the first in the alphabet."""


def line(deliveries):
    """The figures of one group, which has at least one delivery."""
    errors = [delivery.error for delivery in deliveries]
    worst = min(deliveries, key=lambda delivery: (-abs(delivery.error), delivery.id))
    return Line(
        deliveries=len(errors),
        mean=statistics.fmean(errors),
        spread=statistics.stdev(errors) if len(errors) > 1 else None,
        median=statistics.median(errors),
        inside=sum(delivery.inside for delivery in deliveries) / len(deliveries),
        worst=worst.id,
    )


def build(deliveries):
    """Depot -> its line, and ALL -> the line of everything; empty if there is nothing."""
    groups = defaultdict(list)
    for delivery in deliveries:
        groups[delivery.depot].append(delivery)
        groups[ALL].append(delivery)
    return {depot: line(group) for depot, group in sorted(groups.items())}


def as_text(report):
    rows = [f"{'depot':<12}{'number':>8}{'mean':>8}{'spread':>8}{'median':>8}{'inside':>8}  worst"]
    for depot, figures in report.items():
        spread = "-" if figures.spread is None else f"{figures.spread:.2f}"
        rows.append(
            f"{depot:<12}{figures.deliveries:>8}{figures.mean:>8.2f}{spread:>8}"
            f"{figures.median:>8.1f}{figures.inside:>8.0%}  {figures.worst}"
        )
    return "\n".join(rows)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    print(as_text(build(read(arguments.parse_args().file))))


if __name__ == "__main__":
    main()
