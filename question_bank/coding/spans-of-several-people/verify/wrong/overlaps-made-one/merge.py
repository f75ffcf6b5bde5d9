# hiretool-canary-4e738872-064f-4467-bc16-35a55d4510da
"""One set of names from what several people have marked."""

from collections import Counter, defaultdict
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Agreed:
    letter: str
    start: int
    end: int
    label: str


def agreed(spans, done):
    """Overlapping spans of more than half of those who finished the letter, made one, by letter and place."""
    judges = Counter(letter for letter, _ in done)
    found = []
    in_order = sorted(_counted(spans, done), key=lambda span: (span.letter, span.label, span.start, span.end))
    for span in in_order:
        if found and (found[-1][0], found[-1][1]) == (span.letter, span.label) and span.start < found[-1][3]:
            found[-1][3] = max(found[-1][3], span.end)
            found[-1][4].add(span.person)
        else:
            found.append([span.letter, span.label, span.start, span.end, {span.person}])
    return sorted(
        Agreed(letter, start, end, label)
        for letter, label, start, end, people in found
        if _wins(len(people), judges[letter])
    )


def unsettled(spans, done):
    """Spans of those who finished the letter that share no character with an agreed one of their label."""
    settled = defaultdict(list)
    for one in agreed(spans, done):
        settled[one.letter, one.label].append(one)
    return [
        span
        for span in _counted(spans, done)
        if not any(one.start < span.end and span.start < one.end for one in settled[span.letter, span.label])
    ]


def _counted(spans, done):
    return [span for span in spans if (span.letter, span.person) in done]


def _wins(people, judges):
    return 2 * people > judges
