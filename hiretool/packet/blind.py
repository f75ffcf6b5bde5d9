"""Names of candidates -> letters that say nothing, in the ratings and inside the notes.

It keeps a name from moving a reader. It does not keep a secret from somebody who sets out to find it.
"""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import re
import string
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from hiretool.store.changes import Change

# Parts of names that are words of their own in a note, or too short to stand for anybody.
_PARTICLES = frozenset(
    (
        "and",
        "bin",
        "bint",
        "dal",
        "das",
        "del",
        "den",
        "der",
        "des",
        "dos",
        "ibn",
        "las",
        "los",
        "ten",
        "ter",
        "van",
        "von",
    )
)
_SHORTEST = 3
"""Letters of a part of a name that is looked for by itself, in scripts that divide words by blanks."""
_UNDIVIDED = re.compile("[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def letters(role: str, candidates: Sequence[str]) -> dict[str, str]:
    """Candidate -> "Candidate A" and so on, in an order that follows neither scores, nor names, nor the file.

    The same candidates of a role always get the same letters, so that two packets agree.
    """
    order = sorted(set(candidates), key=lambda name: hashlib.sha256(f"{role}\0{name}".encode()).digest())
    return {name: f"Candidate {letter}" for name, letter in zip(order, _alphabet(), strict=False)}


def _alphabet() -> Iterator[str]:
    """A to Z, then AA, AB and so on."""
    for length in itertools.count(1):
        yield from map("".join, itertools.product(string.ascii_uppercase, repeat=length))


def change(change: Change, key: Mapping[str, str]) -> Change:
    """The change with a letter for the name, in its reason too."""
    reason = hidden(change.candidate, change.reason, key)
    return dataclasses.replace(change, candidate=key[change.candidate], reason=reason)


def blinded(ratings: pd.DataFrame, key: Mapping[str, str]) -> pd.DataFrame:
    """The ratings with letters for names: whole names in every note, and parts of a name in notes on that candidate."""
    everywhere, own = _whole(key), {name: _of_parts(name) for name in key}
    notes = [
        own[candidate].sub(key[candidate], _without_names(note, everywhere, key)) if note else note
        for candidate, note in zip(ratings["candidate"], ratings["note"], strict=True)
    ]
    return ratings.assign(candidate=ratings["candidate"].map(dict(key)), note=notes)


def hidden(candidate: str, text: str, key: Mapping[str, str]) -> str:
    """A text on one candidate, without any name."""
    return _of_parts(candidate).sub(key[candidate], _without_names(text, _whole(key), key))


def _without_names(text: str, everywhere: re.Pattern[str], key: Mapping[str, str]) -> str:
    folded = {name.casefold(): letter for name, letter in key.items()}
    return everywhere.sub(lambda found: folded.get(found.group().casefold(), "the candidate"), text)


def _whole(key: Mapping[str, str]) -> re.Pattern[str]:
    return _pattern(list(key), re.IGNORECASE)


def _of_parts(name: str) -> re.Pattern[str]:
    # "May" is a name and "may" is none, unless names are written small anyway.
    return _pattern(_parts(name), re.IGNORECASE if name.islower() else 0)


def _parts(name: str) -> list[str]:
    """What a note may call somebody by: each part of the name that is no particle."""
    parts = [part for part in re.split(r"[\s()/,\"“”„«»]+", name) if part]
    parts += [piece for part in parts if "-" in part for piece in part.split("-")]
    small = name.islower()
    kept = [part for part in parts if part.casefold() not in _PARTICLES and (small or not part[:1].islower())]
    return [part for part in kept if len(part) >= _SHORTEST or (len(part) > 1 and _UNDIVIDED.search(part))]


def _pattern(names: Sequence[str], flags: int) -> re.Pattern[str]:
    """Any of the names as words of their own, the longest first; a pattern that finds nothing where there is none."""
    if not names:
        return re.compile(r"(?!)")
    found = sorted({name for name in names if name}, key=len, reverse=True)
    edged = [re.escape(name) if _UNDIVIDED.search(name) else rf"(?<!\w){re.escape(name)}(?!\w)" for name in found]
    return re.compile("|".join(edged), flags)
