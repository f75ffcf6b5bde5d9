"""How the new assistant fares against the old one.

python tally.py data
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

from judgements import read
from verdicts import verdict

POINTS = {"A": 1.0, "tie": 0.5, "B": 0.0}


def for_new(judgement):
    """Points of one judgement, 0 to 1; None where there is no verdict."""
    given = verdict(judgement.text)
    if given is None:
        return None
    points = POINTS[given]
    return points if judgement.first == "new" else 1 - points


def by_pair(judgements):
    """{pair: mean points for the new assistant}; a pair with no verdict at all is left out."""
    given = defaultdict(list)
    for judgement in judgements:
        points = for_new(judgement)
        if points is not None:
            given[judgement.pair].append(points)
    return {pair: sum(points) / len(points) for pair, points in given.items()}


def share(judgements):
    """Share of the points that the new assistant takes, over all pairs."""
    points = by_pair(judgements)
    return sum(points.values()) / len(points)


def main():
    judgements = read(Path(sys.argv[1]) / "judgements.jsonl")
    points = by_pair(judgements)
    seats = Counter(judgement.first for judgement in judgements)
    print(f"{len(judgements)} judgements of {len(points)} pairs; as A, by assistant: {dict(seats)}")
    print(f"the new assistant takes {share(judgements):.1%} of the points")


if __name__ == "__main__":
    main()
