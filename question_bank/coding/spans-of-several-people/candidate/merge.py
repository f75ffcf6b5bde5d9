"""One set of names from what several people have marked."""

from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Agreed:
    letter: str
    start: int
    end: int
    label: str


def agreed(spans, done):
    """Spans that all who marked anything in the letter have drawn alike, by letter and place."""
    drawn, active = defaultdict(set), defaultdict(set)
    for span in spans:
        drawn[Agreed(span.letter, span.start, span.end, span.label)].add(span.person)
        active[span.letter].add(span.person)
    return sorted(found for found, people in drawn.items() if people == active[found.letter])
