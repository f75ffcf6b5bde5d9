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
    """Runs of characters on which more than half of those who finished the letter agree, by letter and place."""
    judges = Counter(letter for letter, _ in done)
    voices = defaultdict(set)
    for span in _counted(spans, done):
        for place in range(span.start, span.end):
            voices[span.letter, span.label, place].add(span.person)
    won = sorted(key for key, people in voices.items() if _wins(len(people), judges[key[0]]))
    return sorted(Agreed(letter, run[0], run[-1] + 1, label) for letter, label, run in _runs(won))


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


def _runs(keys):
    """Letter, label and the places that follow each other without a gap."""
    before, run = None, []
    for letter, label, place in keys:
        if run and ((letter, label) != before or place != run[-1] + 1):
            yield *before, run
            run = []
        before = letter, label
        run.append(place)
    if run:
        yield *before, run
