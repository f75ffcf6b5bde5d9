"""Answers that were typed or spoken -> right, or which known mistake they are; by value, never by string."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hiretool.errors import HiretoolError, NotFoundError
from hiretool.exercise.answers import equal
from hiretool.questions import MISTAKES, Entry

_TYPED = re.compile(r"([-+]?)([0-9][0-9,_ ]*)?(?:\.([0-9]+))?(?:e([-+]?[0-9]{1,3}))? *(%?)", re.IGNORECASE)
_FRACTION = re.compile(r"([-+]?[0-9]{1,30}) */ *([0-9]{1,30})")
FEWEST_DIGITS = 2
"""Digits that a rounded answer needs: 0.4 may be 0.36 or 0.44."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One answer beside the right one."""

    key: str
    given: str
    right: Any
    is_right: bool
    mistakes: tuple[str, ...]
    """Known misconceptions that lead to what was given; for the interviewer, never for the candidate."""


def marked(entry: Entry, params: Mapping[str, Any], given: Mapping[str, str]) -> list[Marked]:
    """What each answer is worth in one variant.

    given: key -> what was said: 3/8, 0.375, 37.5 %, 1,200 or words. A decimal is right within the share that the
    question allows, and where it is the right value rounded to its own places, with two digits or more.
    Raises: HiretoolError if the question has no computed answers; NotFoundError for an unknown key.
    """
    module = entry.variants
    if module is None or not hasattr(module, "answer"):
        raise HiretoolError(f"{entry.question.id} has no computed answers; what is said to it is rated by people.")
    try:
        right = module.answer(params)
        mistakes = module.misconceptions(params) if hasattr(module, "misconceptions") else {}
    except MISTAKES as error:
        raise HiretoolError(f"{entry.question.id}: its answers cannot be computed: {error}") from error
    found = []
    within = entry.question.answer.within if entry.question.answer else 0.0
    for key, said in given.items():
        if key not in right:
            raise NotFoundError(f"answer of {entry.question.id}", key, list(right))
        known = tuple(name for name, values in mistakes.items() if key in values and matches(said, values[key], within))
        is_right = matches(said, right[key], within)
        found.append(Marked(key, said, right[key], is_right, () if is_right else known))
    return found


def matches(said: str, value: Any, within: float = 0.0) -> bool:
    """What was said is that value, as far as its digits go, or within a share of it.

    >>> matches("37.5 %", Fraction(3, 8)), matches("0.38", Fraction(3, 8)), matches("0.4", Fraction(3, 8))
    (True, True, False)
    """
    said = said.strip()
    if isinstance(value, list | tuple):
        parts = [part for part in re.split(r"[;,] *", said.strip("()[] ")) if part]
        return len(parts) == len(value) and all(matches(*pair, within) for pair in zip(parts, value, strict=True))
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction):
        return said.casefold() == str(value).casefold()
    if match := _FRACTION.fullmatch(said):
        return int(match[2]) != 0 and equal(Fraction(int(match[1]), int(match[2])), value)
    match = _TYPED.fullmatch(said)
    if not match or not (match[2] or match[3]):
        return False
    return _near(match, Fraction(value), within)


def _near(match: re.Match[str], value: Fraction, within: float) -> bool:
    whole, places = re.sub(r"[,_ ]", "", match[2] or "0"), match[3] or ""
    shift = int(match[4] or 0) - (2 if match[5] else 0)
    # The last digit that was said stands for so much.
    unit = Fraction(10) ** (shift - len(places))
    typed = (-1 if match[1] == "-" else 1) * int(whole + places) * unit
    digits = len((whole + places).lstrip("0"))
    # 1e-12 is what a float of ours may be off by, at the border of a half.
    exact = abs(typed - value) <= Fraction(1, 10**12) * max(Fraction(1), abs(value))
    # A count is right or not; 201 for 200 is another mistake than 2.01 for 2.
    loose = bool(places or match[5]) or value.denominator != 1
    return (
        exact
        or (loose and abs(typed - value) <= Fraction(within) * abs(value))
        or (digits >= FEWEST_DIGITS and bool(places) and abs(typed - value) <= unit * Fraction(501, 1000))
    )
