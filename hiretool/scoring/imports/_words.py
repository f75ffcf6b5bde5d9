"""What systems and forms call a rating, or a recommendation -> ours."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any

from hiretool.model import MIXED, RATINGS, RECOMMENDATIONS

Meant = tuple[float | None, str | None]
"""A rating, 1..4 or None for not assessed, and its label where it is `mixed`."""

# Overall, Greenhouse v1 says definitely_not where v3 says strong_no; for attributes both say definitely_not.
# Source: grnhse/greenhouse-api-docs, _scorecards.md; Harvest v3 scorecards and scorecard_candidate_attributes.
_RATED = {
    "definitely not": 1,
    "strong no": 1,
    "no": 2,
    "yes": 3,
    "strong yes": 4,
    "strong no hire": 1,
    "no hire": 2,
    "hire": 3,
    "strong hire": 4,
}
# Nobody said anything about it; that is no 0 and no 1.
_MISSING = {
    *(
        "",
        "?",
        "-",
        "no decision",
        "n/a",
        "na",
        "none",
        "null",
        "not assessed",
        "not rated",
        "not asked",
        "not covered",
    ),
    *("did not assess", "unable to assess", "not applicable", "no opinion", "no signal"),
}
_RECOMMENDED = {
    "definitely not": "strong_no",
    "definitely no": "strong_no",
    "strong no": "strong_no",
    "strong no hire": "strong_no",
    "strong do not hire": "strong_no",
    "no": "no",
    "no hire": "no",
    "do not hire": "no",
    "yes": "yes",
    "hire": "yes",
    "strong yes": "strong_yes",
    "strong hire": "strong_yes",
    "no decision": "no_decision",
}
# The four points of a verdict, from the lowest. Source: Lever, "4 - Strong Hire, 3 - Hire, 2 - No Hire, ...".
_BY_POINT = ("strong_no", "no", "yes", "strong_yes")
# `3 - Meets`, `3 (meets the bar)`, `3: solid`; not `3/4` and not `3 - 4`, which could be anything.
_POINT = re.compile(r"([1-4])(?:\.0)?\s*(?:[-–—:.)=]|(?=\())\s*([^\W\d_(].*|\(.*)", re.DOTALL)
_NUMBER = re.compile(r"([1-4])(?:\.0)?\Z")
_NOTE = re.compile(
    r"\bnotes?\b|\bcomments?\b|\bevidence\b|\bwhy\b|\breasons?\b|\bjustif|\bexplain|\bfeedback\b|\bexamples?\b",
    re.IGNORECASE,
)
_VERDICT = re.compile(r"\boverall\b|\brecommend|\bverdict\b|\bhir(?:e|ing) decision\b|\bdecision\b", re.IGNORECASE)


# The same few words stand on all the cards.
@functools.lru_cache(maxsize=4096)
def spoken(text: str) -> str:
    """Small letters, single blanks, no underscores: `Strong_Yes` and `strong yes` are one word."""
    return " ".join(text.replace("_", " ").replace("’", "'").casefold().split())


def rating(value: Any, own: Mapping[str, float | str | None]) -> Meant | None:
    """What a value means as a rating; None if that is not to be known.

    own: words of the mapping file, by `spoken`, with the rating, "mixed" or None.
    """
    word = _word(value)
    if word is None:
        return None
    if word in own:
        meant = own[word]
        return (MIXED, "mixed") if meant == "mixed" else (None if meant is None else float(meant), None)
    if word in _MISSING:
        return None, None
    if word in ("mixed", f"{MIXED}"):
        return MIXED, "mixed"
    if word in _RATED:
        return float(_RATED[word]), None
    point = _NUMBER.match(word) or _POINT.fullmatch(word)
    return (float(point[1]), None) if point else None


def recommendation(value: Any, own: Mapping[str, str | None]) -> str | None:
    """One of RECOMMENDATIONS, or blank where nothing was said; None if what was said is not to be known."""
    word = _word(value)
    if word is None:
        return None
    if word in own:
        return own[word] or ""
    return _RECOMMENDED.get(word) or ("" if word in _MISSING else _by_point(word))


def _by_point(word: str) -> str | None:
    """The verdict of `4`, or of `4 - strong hire`, whose number has to agree with its words."""
    if number := _NUMBER.match(word):
        return _BY_POINT[int(number[1]) - 1]
    point = _POINT.fullmatch(word)
    named = _RECOMMENDED.get(point[2].strip("() ")) if point else None
    return named if point and named == _BY_POINT[int(point[1]) - 1] else None


def is_verdict(title: str) -> bool:
    """The field's name says that it is about the whole and not about one competency."""
    return bool(_VERDICT.search(title.replace("_", " ")))


def is_note(title: str) -> bool:
    """The field's name says that it explains a rating, and asks nothing of its own."""
    return bool(_NOTE.search(title))


def says_hire(label: str) -> bool:
    """The label is one that only a verdict has."""
    return "hire" in spoken(label).split() and recommendation(label, {}) in RECOMMENDATIONS


def looks_rated(text: str) -> bool:
    """A cell that a column of ratings could hold; blank is none."""
    return bool(text.strip()) and rating(text, {}) is not None


def _word(value: Any) -> str | None:
    if value is None:
        return ""
    if isinstance(value, str):
        return spoken(value) if len(value) <= 200 else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return str(int(value)) if value in RATINGS or value == 0 else f"{value}"
