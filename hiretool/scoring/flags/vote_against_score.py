"""A recommendation against the ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from hiretool.model import RECOMMENDATION_WORDS
from hiretool.scoring.flags import _words
from hiretool.scoring.flags._case import Case, Flag

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pandas as pd

APART = 0.5
"""Rating points between the mean of a card and the bar that are not a matter of rounding: two 3s against a bar of 2.9
and a "no" are none, a 3 and a 4 are."""
SURE = 0.95
"""Chance of a score on one side of the bar from which votes for the other side are worth a question."""
FOR = ("yes", "strong_yes")
AGAINST = ("no", "strong_no")


def found(case: Case) -> list[Flag]:
    """Cards whose recommendation and ratings point to different sides of the bar, and candidates whose votes do.

    A recommendation may well rest on something that no competency holds; then it is to be said aloud. Measured with
    bench_flags, where votes follow each card's own mean with a noise of sd 0.2 or 0.4: 0.2 and 1.7 of 100 cards, and
    0.3 and 0.9 candidates of 50, are asked about.
    """
    if case.bar is None:
        return []
    voted = case.cards[case.cards["recommendation"].isin([*FOR, *AGAINST])]
    return [*_cards(case, voted, case.bar), *_candidates(case, voted, case.bar)]


def _cards(case: Case, voted: pd.DataFrame, bar: float) -> list[Flag]:
    weighed = case.given.assign(weight=case.given["competency"].map(dict(case.weights)).astype(float))
    weighed = weighed[weighed["rating"].notna() & weighed["weight"].notna()]
    keys = [weighed[name] for name in ("candidate", "interviewer", "interview")]
    parts = (weighed["rating"] * weighed["weight"]).groupby(keys).sum() / weighed["weight"].groupby(keys).sum()
    # Rounded, so that a sum in another order does not carry a mean over the edge.
    means = parts.round(9).to_dict()
    flags = []
    for card in voted.to_dict("records"):
        mean = means.get((card["candidate"], card["interviewer"], card["interview"]))
        if mean is None:
            continue
        if (mean <= bar - APART and card["recommendation"] in FOR) or (
            mean >= bar + APART and card["recommendation"] in AGAINST
        ):
            flags.append(_card(card, mean, bar))
    return flags


def _card(card: dict[Hashable, Any], mean: float, bar: float) -> Flag:
    who, whom = str(card["interviewer"]), str(card["candidate"])
    where = f" ({card['interview']})" if card["interview"] else ""
    text = (
        f'{who} recommends "{_word(card["recommendation"])}" for {whom}{where}, with ratings of {mean:.1f} on weighted'
        f" average, {'below' if mean < bar else 'above'} the bar of {bar:.1f}. Ask {who} which observation outweighs"
        " the ratings, and have it written down."
    )
    return Flag("vote_against_score", text, (whom,), (who,), rows=tuple(card["rows"]))


def _candidates(case: Case, voted: pd.DataFrame, bar: float) -> list[Flag]:
    flags = []
    for candidate, cards in voted.groupby("candidate"):
        if candidate not in case.scores.index:
            continue
        above = float(np.float64(case.scores["p_above_bar"].get(candidate)))
        pro = sorted(set(cards["interviewer"][cards["recommendation"].isin(FOR)]))
        contra = sorted(set(cards["interviewer"][cards["recommendation"].isin(AGAINST)]))
        # One vote is that person's; here it is most of those who voted.
        if above <= 1 - SURE and len(pro) > max(len(contra), 1):
            flags.append(_candidate(case, str(candidate), pro, len(pro) + len(contra), "for"))
        elif above >= SURE and len(contra) > max(len(pro), 1):
            flags.append(_candidate(case, str(candidate), contra, len(pro) + len(contra), "against"))
    return flags


def _candidate(case: Case, candidate: str, voters: list[str], votes: int, side: str) -> Flag:
    above = float(case.scores["p_above_bar"][candidate])
    score, chance = float(case.scores["score"][candidate]), above if side == "against" else 1 - above
    text = (
        f"{len(voters)} of {votes} recommend {side} {candidate} ({_words.listed(voters)}), and the score of {score:.1f}"
        f" lies {'above' if side == 'against' else 'below'} the bar with a chance of {_words.percent(chance)}. Votes"
        " and ratings rest on the same interviews: ask what the votes hold that no competency does, and whether all"
        " mean the same bar."
    )
    return Flag("vote_against_score", text, (candidate,), tuple(voters))


def _word(recommendation: str) -> str:
    return RECOMMENDATION_WORDS[recommendation].lower()
