"""At the bar."""

from __future__ import annotations

from hiretool.scoring.flags import _words
from hiretool.scoring.flags._case import Case, Flag

OPEN = (0.25, 0.75)
"""Between these chances of lying above the bar, the ratings do not settle on which side a candidate is."""

NAMED = 40


def found(case: Case) -> list[Flag]:
    """Candidates whose score lies so near the bar that it settles nothing.

    Measured with bench_flags: 9 of 50 are listed, of whom 43 in 100 truly lie above the bar; of the others 96 in 100
    lie on the side where their score is.
    """
    scores = case.scores
    if case.bar is None or scores.empty:
        return []
    # Rounded, so that nobody comes and goes with the order of sums.
    above = scores["p_above_bar"].astype(float).round(6)
    near = (
        above[above.between(*OPEN) & (scores["n_ratings"] > 0)].sort_index().sort_values(ascending=False, kind="stable")
    )
    if near.empty:
        return []
    names = [f"{name} ({_words.percent(chance)})" for name, chance in near.items()]
    scores_decide = "This score decides" if len(near) == 1 else "These scores decide"
    text = (
        f"{_words.listed(names, NAMED)} may lie on either side of the bar of {case.bar:.1f}; the chance of lying"
        f" above it stands in brackets. {scores_decide} nothing: decide on the evidence, or get one more interview"
        " on what is least known."
    )
    return [Flag("at_the_bar", text, tuple(map(str, near.index)))]
