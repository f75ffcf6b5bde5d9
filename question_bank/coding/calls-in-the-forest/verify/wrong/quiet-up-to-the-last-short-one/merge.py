# hiretool-canary-eac1efb6-0641-4891-8600-8a21151393ba
"""Sounds that belong together."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stretch:
    kind: str
    start: int
    end: int
    ids: tuple[str, ...]


def merged(sounds, gap=0):
    """Stretches in which a kind was heard."""
    found = []
    for sound in sorted(sounds, key=lambda sound: (sound.kind, sound.start, sound.end, sound.id)):
        last = found[-1] if found else None
        if last and last.kind == sound.kind and sound.start <= last.end + gap:
            found[-1] = Stretch(sound.kind, last.start, max(last.end, sound.end), (*last.ids, sound.id))
        else:
            found.append(Stretch(sound.kind, sound.start, sound.end, (sound.id,)))
    return sorted(found, key=lambda stretch: (stretch.start, stretch.end, stretch.kind))


def left(start, end, sounds):
    """Where nothing is heard between `start` and `end`."""
    found, since = [], start
    for sound in sorted(sounds, key=lambda sound: sound.start):
        until = min(sound.start, end)
        if until > since:
            found.append((since, until))
        since = sound.end
    if end > since:
        found.append((since, end))
    return found
