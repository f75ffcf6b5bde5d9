# hiretool-canary-4e738872-064f-4467-bc16-35a55d4510da
"""One set of names from what several people have marked."""

from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, order=True)
class Agreed:
    letter: str
    start: int
    end: int
    label: str


def agreed(spans, done):
    judges = {}
    for letter, person in done:
        judges.setdefault(letter, set()).add(person)
    kept = sorted(
        (span for span in spans if span.person in judges.get(span.letter, ())),
        key=lambda span: (span.letter, span.label),
    )
    result = []
    for (letter, label), group in groupby(kept, key=lambda span: (span.letter, span.label)):
        by_person = {}
        for span in group:
            by_person.setdefault(span.person, []).append((span.start, span.end))
        result += [Agreed(letter, start, end, label) for start, end in pieces(by_person, len(judges[letter]) / 2)]
    return sorted(result)


def pieces(by_person, half):
    """(start, end) of what more than `half` of the people have; only at an end of some span can anything change."""
    cuts = sorted({cut for drawn in by_person.values() for ends in drawn for cut in ends})
    found = []
    for start, end in zip(cuts, cuts[1:]):
        if _people(by_person, start, end) > half:
            # It goes on with the piece before, if enough have one span over the cut.
            if found and found[-1][1] == start and _people(by_person, start - 1, start + 1) > half:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def _people(by_person, start, end):
    return sum(any(first <= start and end <= last for first, last in drawn) for drawn in by_person.values())


def unsettled(spans, done):
    taken = {(one.letter, one.label, place) for one in agreed(spans, done) for place in range(one.start, one.end)}
    return [
        span
        for span in spans
        if (span.letter, span.person) in done
        and taken.isdisjoint((span.letter, span.label, place) for place in range(span.start, span.end))
    ]
