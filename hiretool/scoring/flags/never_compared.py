"""Panels never compared."""

from __future__ import annotations

from hiretool.scoring.flags import _words
from hiretool.scoring.flags._case import Case, Flag

NAMED = 3


def found(case: Case) -> list[Flag]:
    """Groups of interviewers who share no candidate, directly or through others: nobody knows which is stricter."""
    scores = case.scores
    scores = scores[(scores["n_ratings"] > 0) & scores["panel"].notna()]
    panels = sorted(sorted(map(str, names)) for names in scores.groupby("panel").groups.values())
    if len(panels) < 2:
        return []
    counted = case.rated.groupby("candidate")["interviewer"].agg(set).to_dict()
    people = [sorted(set().union(*(counted.get(name, set()) for name in panel))) for panel in panels]
    sides = [
        f"{_words.listed(names, NAMED)} (rated by {_words.listed(interviewers, NAMED)})"
        for names, interviewers in zip(panels, people, strict=True)
    ]
    text = (
        f"{len(panels)} groups of interviewers were never compared on the same candidate: {'; '.join(sides[:NAMED])}"
        f"{f'; and {len(sides) - NAMED} more' if len(sides) > NAMED else ''}. A difference between candidates of two"
        " groups may be one between their interviewers. Compare within a group, and let one interviewer of each"
        " meet a candidate of the other."
    )
    everyone = tuple(name for panel in panels for name in panel)
    return [Flag("never_compared", text, everyone, tuple(sorted({name for panel in people for name in panel})))]
