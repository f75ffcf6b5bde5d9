"""Figures as a packet writes them: one decimal, whole percents, no two people with the same initials."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
SURE, LIKELY = 0.95, 0.75
"""Chances from which a score is said to be surely, or probably, above the bar; below it alike."""


def one(value: float | None) -> str:
    """One decimal: intervals are wide, so a second one would be false precision.

    >>> one(2.96), one(None)
    ('3.0', 'none')
    """
    return "none" if value is None else f"{value:.1f}"


def between(low: float, high: float) -> str:
    return f"{low:.1f} to {high:.1f}"


def chance(p: float) -> str:
    """A chance in whole percents, and never certain.

    >>> chance(0.873), chance(0.999), chance(0.0001)
    ('87%', '>99%', '<1%')
    """
    return ">99%" if p > 0.995 else "<1%" if p < 0.005 else f"{p:.0%}"


def standing(p_above_bar: float, bar: float) -> str:
    """How a score stands to the bar, in words that a chance bears out."""
    if 1 - LIKELY < p_above_bar < LIKELY:
        return f"Cannot be told from the bar of {bar:.1f}"
    side = "above" if p_above_bar >= LIKELY else "below"
    if max(p_above_bar, 1 - p_above_bar) >= SURE:
        return f"Very likely {side} the bar of {bar:.1f}"
    return f"Probably {side} the bar of {bar:.1f}, but not clearly"


def counted(number: int, one_of_it: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "card"), counted(2, "person", "people")
    ('1 card', '2 people')
    """
    return f"{number:,} {one_of_it if number == 1 else many or one_of_it + 's'}"


def kept(text: str) -> str:
    """A name or a note that cannot turn the sentence around it, though it be written from the right.

    The mark before it is for readers that go by the first letter of a text.
    Source: Unicode Standard Annex 9, first strong isolate and left-to-right mark.
    """
    return f"\u200e\u2068{text}\u2069" if _FROM_RIGHT.search(text) else text


def listed(names: Sequence[str], most: int = 8) -> str:
    """Names with commas and an "and"; beyond `most`, how many more.

    >>> listed(["Ada", "Bo"]), listed(["Ada", "Bo", "Cy", "Di"], 2)
    ('Ada and Bo', 'Ada, Bo and 2 more')
    """
    shown = [*map(kept, names[:most]), *([f"{len(names) - most} more"] if len(names) > most else [])]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def initials(names: Sequence[str]) -> dict[str, str]:
    """Name -> initials, no two the same; a number in a name (`interviewer-07`) is kept whole."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        parts = [part for part in name.replace("-", " ").split() if part[:1].isalnum()]
        ends = parts if len(parts) < 3 else [parts[0], parts[-1]]
        base = "".join(part if part.isdigit() else part[0] for part in ends).upper() or "?"
        more = (f"{base}{'.' if base[-1].isdigit() else ''}{number}" for number in itertools.count(2))
        found[name] = next(short for short in itertools.chain([base], more) if short not in taken)
        taken.add(found[name])
    return found
