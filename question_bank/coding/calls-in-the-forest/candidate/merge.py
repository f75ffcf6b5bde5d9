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
    for sound in sorted(sounds, key=lambda sound: (sound.kind, sound.start)):
        last = found[-1] if found else None
        if last and last.kind == sound.kind and sound.start < last.end:
            found[-1] = Stretch(sound.kind, last.start, sound.end, (*last.ids, sound.id))
        else:
            found.append(Stretch(sound.kind, sound.start, sound.end, (sound.id,)))
    return sorted(found, key=lambda stretch: stretch.start)


def left(start, end, sounds):
    """Where nothing is heard between `start` and `end`."""
    raise NotImplementedError
