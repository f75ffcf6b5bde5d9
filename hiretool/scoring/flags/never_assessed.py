"""Competencies never assessed."""

from __future__ import annotations

from hiretool.scoring.flags import _words
from hiretool.scoring.flags._case import Case, Flag


def found(case: Case) -> list[Flag]:
    """Competencies that the role weighs and nobody rated: for every candidate at once, then candidate by candidate."""
    seen = case.rated.groupby("candidate")["competency"].agg(set).to_dict()
    ever = set().union(*seen.values()) if seen else set()
    # Of somebody who was not rated at all, `too_little_data` speaks.
    holes = [name for name in case.weights if name not in ever] if len(seen) > 1 else []
    flags = [_for_all(case, holes, len(seen))] if holes else []
    for candidate, competencies in seen.items():
        missing = [name for name in case.weights if name not in competencies and name not in holes]
        if missing:
            flags.append(_for_one(case, str(candidate), missing))
    return flags


def _for_all(case: Case, missing: list[str], candidates: int) -> Flag:
    text = (
        f"No candidate was assessed on {_named(case, missing)}. {_weight(case, missing)} rests on nothing for all"
        f" {candidates}: give it to a round of the loop, or take it out of the role's weights."
    )
    return Flag("never_assessed", text)


def _for_one(case: Case, candidate: str, missing: list[str]) -> Flag:
    text = (
        f"{candidate} was never assessed on {_named(case, missing)}. {_weight(case, missing)} is missing from the"
        " score, which is not a low rating: ask for it in a further round, or decide knowing that it is not known."
    )
    return Flag("never_assessed", text, (candidate,))


def _named(case: Case, missing: list[str]) -> str:
    return _words.listed([case.title(name) for name in missing])


def _weight(case: Case, missing: list[str]) -> str:
    share = sum(case.weights[name] for name in missing) / sum(case.weights.values())
    return f"{_words.percent(share)} of the weight"
