"""Groups whose names are almost the same -> what to look at: `Female` and `female` may be one group typed twice."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

ALMOST = 0.9
"""Likeness of a misspelling: `Femal` and `Female` 0.91; `Male` and `Female` 0.8 are two groups."""
_DIGITS = re.compile(r"\d+")


def alike(values: Iterable[str]) -> list[tuple[str, ...]]:
    """Groups whose names differ in capitals, marks or a letter, those that belong together at one place.

    They are told and never merged.

    >>> alike(["Female", "Male", "female", "30-39", "40-49"])
    [('Female', 'female')]
    """
    found: list[list[str]] = []
    for value in sorted(set(values) - {""}):
        near = [names for names in found if any(_are_alike(value, name) for name in names)]
        found = [names for names in found if names not in near] + [[*itertools.chain(*near), value]]
    return sorted(tuple(sorted(names)) for names in found if len(names) > 1)


def _are_alike(one: str, other: str) -> bool:
    if _letters(one) == _letters(other):
        return True
    # Group 11 and Group 12 are no misspelling of one another.
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    matcher = SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False)
    return matcher.quick_ratio() >= ALMOST and matcher.ratio() >= ALMOST


def _letters(text: str) -> str:
    """Letters and digits alone, without capitals; the text where there are none."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum()) or plain
