"""Each correction of a score in a sentence."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from hiretool.errors import HiretoolError, NotFoundError
from hiretool.scoring.fitted import SHOWN_FROM

if TYPE_CHECKING:
    import pandas as pd

    from hiretool.scoring.fitted import Fit

WORTH = 0.005
"""A smaller effect on a score does not show in two decimals."""
TOLD = 0.05
"""A smaller correction of an interviewer's ratings is not told one by one."""


def explained(fit: Fit, candidate: str, role: str | None) -> list[str]:
    """As `Fit.explain`."""
    row = _row(fit.candidates, candidate, role)
    if row["n_ratings"] == 0:
        return [f"Nothing was assessed of {candidate}, so there is no score."]
    weights = fit.weights[str(row["role"])]
    return [
        _summary(row),
        *_interviewers(fit, row),
        *_rest(row, weights),
        *_conflicts(row),
    ]


def _row(candidates: pd.DataFrame, candidate: str, role: str | None) -> dict[str, Any]:
    found = candidates[candidates["candidate"] == candidate]
    if role is not None:
        found = found[found["role"] == role]
    if found.empty:
        raise NotFoundError("candidate", candidate, [str(name) for name in candidates["candidate"]])
    if len(found) > 1:
        roles = ", ".join(map(str, found["role"]))
        raise HiretoolError(f"{candidate} was rated for several roles ({roles}); name one.")
    return {str(name): value for name, value in found.iloc[0].items()}


def _summary(row: dict[str, Any]) -> str:
    ratings, people = counted(int(row["n_ratings"]), "rating"), counted(int(row["n_interviewers"]), "interviewer")
    return (
        f"Score {row['score']:.2f}, and with a chance of 90 % it lies between {row['low']:.2f} and {row['high']:.2f};"
        f" the plain mean of {ratings} by {people} is {row['raw_mean']:.2f}."
    )


def counted(number: int, noun: str) -> str:
    """
    >>> counted(1, "rating"), counted(2, "rating")
    ('1 rating', '2 ratings')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def signed(value: float) -> str:
    """`+0.10`, or `0.00` whatever its sign."""
    return f"{value:+.2f}" if abs(value) >= WORTH else "0.00"


def _interviewers(fit: Fit, row: dict[str, Any]) -> Iterator[str]:
    frame = fit.corrections
    mine = frame[(frame["candidate"] == row["candidate"]) & (frame["role"] == row["role"])]
    unknown = mine[mine["n_shared"] < SHOWN_FROM]
    known = mine[mine["n_shared"] >= SHOWN_FROM]
    # What shows in two decimals: "3.09 instead of 3.09" would say nothing.
    shows = (row["score"] - known["effect"]).round(2) != round(row["score"], 2)
    told = known[(known["severity"].abs() >= TOLD) & shows]
    for card in told.sort_values("effect", key=abs, ascending=False, kind="stable").to_dict("records"):
        yield _one(card, row["score"])
    if len(told):
        yield (
            f"All corrections for interviewers together: {signed(row['correction'])};"
            f" without them the score would be {row['uncorrected']:.2f}."
        )
    elif len(known):
        yield (
            "Nobody who is known to be strict or lenient rated here; all corrections together come to"
            f" {signed(row['correction'])}."
        )
    if len(unknown):
        names = ", ".join(map(str, unknown["interviewer"]))
        yield (
            f"The strictness of {names} is not yet known: fewer than {SHOWN_FROM}"
            f" candidates rated together with somebody else. What little is known moves the score by"
            f" {signed(unknown['effect'].sum())}."
        )


def _one(card: dict[str, Any], score: float) -> str:
    """What, compared with whom, on how many, how much was applied, and what the score would be without."""
    severity, gap, count = card["severity"], card["gap"], int(card["n_shared"])
    applied = f"ratings here were {'raised' if severity > 0 else 'lowered'} by {abs(severity):.2f}"
    without = f"without it the score would be {score - card['effect']:.2f} instead of {score:.2f}."
    if math.isnan(gap) or gap * severity <= 0 or abs(severity) > 1.05 * abs(gap):
        return (
            f"{card['interviewer']} is known from {count} candidates rated together with others to rate"
            f" {'lower' if severity > 0 else 'higher'} than most, allowing for whom they met, so the {applied};"
            f" {without}"
        )
    share = severity / gap
    partly = f" ({share:.0%} of that, because {count} is not many)" if share < 0.95 else ""
    return (
        f"{card['interviewer']} rated the same candidates {abs(gap):.2f} {'lower' if gap > 0 else 'higher'} than"
        f" colleagues did (over {count} shared candidates), so the {applied}{partly}; {without}"
    )


def _rest(row: dict[str, Any], weights: Any) -> Iterator[str]:
    """What moves the score beside interviewers: few ratings, and competencies that nobody assessed."""
    if math.isnan(row["raw_weighted"]):
        yield f"None of the {len(weights)} competencies that count was assessed."
        return
    pulled = row["uncorrected"] - row["raw_weighted"]
    if abs(pulled) >= WORTH:
        yield (
            f"{counted(int(row['n_ratings']), 'rating')} cannot settle it, so the score stands {abs(pulled):.2f}"
            f" {'above' if pulled > 0 else 'below'} the weighted mean of what was assessed ({row['raw_weighted']:.2f}),"
            " nearer to what is usual in this role."
        )


def _conflicts(row: dict[str, Any]) -> Iterator[str]:
    with_them = row["with_conflicts"]
    if not math.isnan(with_them) and abs(with_them - row["score"]) >= WORTH:
        yield (
            f"Ratings by people with a conflict of interest do not count; with them the score would be {with_them:.2f}."
        )
