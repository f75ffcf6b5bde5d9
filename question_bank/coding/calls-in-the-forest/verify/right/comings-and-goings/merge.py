# hiretool-canary-eac1efb6-0641-4891-8600-8a21151393ba
"""Sounds that belong together."""

from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True)
class Stretch:
    kind: str
    start: int
    end: int
    ids: tuple[str, ...]


def merged(sounds, gap=0):
    by_kind = defaultdict(list)
    for sound in sounds:
        by_kind[sound.kind].append(sound)
    found = [stretch for kind in by_kind for stretch in _of_one_kind(kind, by_kind[kind], gap)]
    return sorted(found, key=lambda stretch: (stretch.start, stretch.end, stretch.kind))


def _of_one_kind(kind, sounds, gap):
    """Counts how many are going on, each made longer by the gap; comings stand before goings of the same time."""
    events = [(sound.start, 0, sound) for sound in sounds] + [(sound.end + gap, 1, sound) for sound in sounds]
    going, here = 0, []
    for _, goes, sound in sorted(events, key=lambda event: event[:2]):
        if not goes:
            here.append(sound)
        going += -1 if goes else 1
        if going == 0:
            here.sort(key=lambda one: (one.start, one.end, one.id))
            yield Stretch(kind, here[0].start, max(one.end for one in here), tuple(one.id for one in here))
            here = []


def left(start, end, sounds):
    loud = [(start, start), *sorted((sound.start, sound.end) for sound in sounds), (end, end)]
    loud = [(min(max(first, start), end), min(max(last, start), end)) for first, last in loud]
    heard, found = start, []
    for first, last in loud:
        if first > heard:
            found.append((heard, first))
        heard = max(heard, last)
    return found
