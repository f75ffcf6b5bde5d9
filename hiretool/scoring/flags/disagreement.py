"""Interviewers far apart."""

from __future__ import annotations

import numpy as np

from hiretool.scoring.flags import _habit, _within, _words
from hiretool.scoring.flags._case import Case, Flag


def found(case: Case) -> list[Flag]:
    """Candidates about whom interviewers differ more than ratings of one candidate differ anyway.

    Measured with bench_flags: 0.1 to 0.5 false alarms in a committee of 50, over seven designs (0.8 in another run of
    the one where most ratings are the highest). Where one of five cards of two ratings is turned upside down, it is
    found in 40 of 100; where one of two is, in 12 of 100. Among three candidates nothing is found or falsely said.
    """
    compared = _within.compared(case)
    limit = _habit.limit(len(compared))
    return [_flag(case, entry, len(compared)) for entry in compared if entry.p <= limit]


def _flag(case: Case, entry: _within.Compared, looked_at: int) -> Flag:
    # Equal but for rounding: the first by name, whatever the order of sums.
    most = int(np.argmax(np.abs(np.round(entry.z, 6))))
    name, shift = entry.interviewers[most], entry.shift[most]
    others = [other for other in entry.interviewers if other != name]
    mine = case.rated["candidate"] == entry.candidate
    rated = case.rated[mine]
    own = rated["rating"][rated["interviewer"] == name].mean()
    rest = rated["rating"][rated["interviewer"] != name].mean()
    text = (
        f"{name} rated {entry.candidate} {abs(shift):.1f} {'higher' if shift > 0 else 'lower'} than"
        f" {_words.listed(others)}, with how strict each is and the competencies taken out ({own:.1f} and {rest:.1f} on"
        f" average as given). {_words.by_chance(entry.p, looked_at, 'candidate')} Read their notes side by side before"
        " the scores: they may have seen different things, and either may be right."
    )
    return Flag("disagreement", text, (entry.candidate,), entry.interviewers, entry.p, looked_at, tuple(rated.index))
