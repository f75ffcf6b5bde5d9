"""One rating for everything."""

from __future__ import annotations

from hiretool.scoring.flags import _habit, _words
from hiretool.scoring.flags._case import Case, Flag


def found(case: Case) -> list[Flag]:
    """Interviewers who give one and the same rating to all competencies of a candidate more often than colleagues do.

    Tested: how many of their cards of two ratings and more are flat, against colleagues' cards of the same size about
    candidates of like strength (the chance of so many, cards taken as independent).
    Measured with bench_flags, where one of 20 interviewers rates flat, one nearly so and one in the middle only: the
    first is found in 42 of 100 at six cards, in 75 to 100 at twelve, in all at 25; false for at most 1 of 100.
    """
    cards = _habit.filled(case)
    cards = cards[cards["n"] > 1].reset_index(drop=True)
    tested = _habit.habits(cards, cards["low"] == cards["high"])
    limit = _habit.limit(len(tested))
    return [_flag(case, habit, len(tested)) for habit in tested if habit.p <= limit]


def _flag(case: Case, habit: _habit.Habit, looked_at: int) -> Flag:
    name = habit.interviewer
    text = (
        f"{name} gave one and the same rating to all competencies on {habit.n_marked} of"
        f" {_words.counted(habit.n_cards, 'card')}; on colleagues' cards about candidates of like strength about"
        f" {habit.expected:.0f} would be so. {_words.by_chance(habit.p, looked_at, 'interviewer')} Take each of these"
        f" cards as one impression, and ask {name} what was seen of each competency."
    )
    mine = case.rated["interviewer"] == name
    return Flag("halo", text, (), (name,), habit.p, looked_at, tuple(case.rated.index[mine]))
