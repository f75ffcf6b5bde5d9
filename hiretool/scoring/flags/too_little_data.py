"""Too little data."""

from __future__ import annotations

from hiretool.scoring.flags import _words
from hiretool.scoring.flags._case import Case, Flag

RATINGS = 4
INTERVIEWERS = 2
"""What one interviewer finds, another confirms by half: .44 over 125 coefficients. Source: Huffcutt et al. 2013."""


def found(case: Case) -> list[Flag]:
    """Candidates who were rated by one interviewer only, or with fewer than four ratings, or not at all."""
    rows = case.rated.groupby("candidate").groups
    people = case.rated.groupby("candidate")["interviewer"].unique().to_dict()
    flags = []
    for candidate in sorted(set(case.given["candidate"])):
        theirs = sorted(people.get(candidate, ()))
        mine = tuple(rows.get(candidate, ()))
        if len(mine) < RATINGS or len(theirs) < INTERVIEWERS:
            flags.append(_flag(case, candidate, theirs, mine))
    return flags


def _flag(case: Case, candidate: str, interviewers: list[str], rows: tuple[object, ...]) -> Flag:
    if not rows:
        text = f"Nothing was rated for {candidate}. Get cards before anybody is compared with {candidate}."
        return Flag("too_little_data", text, (candidate,))
    advice = "Have somebody else interview" if len(interviewers) < INTERVIEWERS else "Get further ratings"
    text = (
        f"The score of {candidate} rests on {_words.counted(len(rows), 'rating')} by {_words.listed(interviewers)}"
        f"{_interval(case, candidate)}. {advice} before anybody is compared with {candidate}."
    )
    return Flag("too_little_data", text, (candidate,), tuple(interviewers), rows=rows)


def _interval(case: Case, candidate: str) -> str:
    if candidate not in case.scores.index:
        return ""
    low, high = (float(case.scores[name].get(candidate, float("nan"))) for name in ("low", "high"))
    return f" and may lie anywhere from {low:.1f} to {high:.1f}" if low <= high else ""
