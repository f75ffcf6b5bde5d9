"""Conflict of interest."""

from __future__ import annotations

import math

from hiretool.scoring.flags import _words
from hiretool.scoring.flags._case import Case, Flag


def found(case: Case) -> list[Flag]:
    """Candidates with ratings by somebody who was declared to have an interest, with the score with and without them.

    Who has an interest is told in a file; it is never guessed from names or from ratings.
    """
    declared: dict[str, set[str]] = {}
    for candidate, interviewer in case.conflicts:
        declared.setdefault(candidate, set()).add(interviewer)
    return [flag for candidate in sorted(declared) if (flag := _flag(case, candidate, declared[candidate]))]


def _flag(case: Case, candidate: str, interviewers: set[str]) -> Flag | None:
    given = case.given
    rows = given[(given["candidate"] == candidate) & given["interviewer"].isin(interviewers) & given["rating"].notna()]
    if rows.empty:
        return None
    names = sorted(set(rows["interviewer"]))
    text = (
        f"{_words.listed(names)} {'has' if len(names) == 1 else 'have'} a declared interest about {candidate}, so"
        f" {_words.counted(len(rows), 'rating')} did not count, neither for the score nor for how strict anybody is."
        f"{_scores(case, candidate)} Let {'this person' if len(names) == 1 else 'them'} leave the room when this"
        " candidate is decided on."
    )
    return Flag("conflict", text, (candidate,), tuple(names), rows=tuple(rows.index))


def _scores(case: Case, candidate: str) -> str:
    if candidate not in case.scores.index:
        return ""
    score, counted = (float(case.scores[name].get(candidate, float("nan"))) for name in ("score", "with_conflicts"))
    if math.isnan(score) or math.isnan(counted):
        return ""
    return f" The score is {score:.1f}; it would be {counted:.1f} with them."
