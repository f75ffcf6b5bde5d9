"""Only middle ratings."""

from __future__ import annotations

from hiretool.scoring.flags import _habit, _words
from hiretool.scoring.flags._case import Case, Flag

RARE = 0.1
"""Ends on more of an interviewer's cards than this share is not "only middle ratings", however unlikely by chance."""


def found(case: Case) -> list[Flag]:
    """Interviewers whose cards hold no lowest and no highest rating, more often than colleagues' cards do.

    Tested: how many of their cards are without an end of the scale, against colleagues' cards of the same size about
    candidates of like strength (the chance of so many, cards taken as independent).
    Measured with bench_flags, where one of 20 interviewers avoids the ends and two rate flat: found in 25 of 100 at six
    cards, in 75 to 100 at twelve, in all at 25; false for at most 0.5 of 100 interviewers, and for 2.5 where they truly
    differ in spread.
    """
    cards = _habit.filled(case)
    low, high = case.fit.scale
    tested = _habit.habits(cards, (cards["low"] > low) & (cards["high"] < high))
    limit = _habit.limit(len(tested))
    return [
        _flag(case, habit, len(tested))
        for habit in tested
        if habit.p <= limit and habit.n_cards - habit.n_marked <= RARE * habit.n_cards
    ]


def _flag(case: Case, habit: _habit.Habit, looked_at: int) -> Flag:
    name, (low, high) = habit.interviewer, case.fit.scale
    ends = habit.n_cards - habit.n_marked
    colleagues = habit.n_cards - habit.expected
    text = (
        f"{name} gave a {low:g} or a {high:g} on {ends or 'none'} of {_words.counted(habit.n_cards, 'card')}; on"
        f" colleagues' cards about candidates of like strength about {colleagues:.0f} would hold one."
        f" {_words.by_chance(habit.p, looked_at, 'interviewer')} These ratings tell candidates apart less than others'"
        f" do: read {name}'s notes for what the figures leave out, and go through the anchors for {low:g} and {high:g}"
        " together before the next interviews."
    )
    mine = case.rated["interviewer"] == name
    return Flag("central_tendency", text, (), (name,), habit.p, looked_at, tuple(case.rated.index[mine]))
