# hiretool-canary-1d508404-00a6-49bd-85a2-870cb1d1629d
"""The same values from tickets: who draws which card and which side of a coin, counted for those who did and who did not."""

from fractions import Fraction
from itertools import product

import numpy as np


def _tickets(params, did):
    """Answers over all equally likely cards and coins."""
    straight, of = params["truth_in"], params["of"]
    return [did if card < straight else coin for card, coin in product(range(of), (True, False))]


def _yes(params, did):
    answers = _tickets(params, did)
    return Fraction(sum(answers), len(answers))


def answer(params):
    """Values from tickets; the straight line between nobody and everybody gives the truth."""
    none, everybody = _yes(params, False), _yes(params, True)
    people, yes = params["people"], params["yes"]
    truth = (yes - people * none) / (people * (everybody - none))
    did = people * truth
    from_did = did * everybody
    # One yes more moves the estimate by so much; one person's answer varies so.
    step = ((yes + 1 - people * none) - (yes - people * none)) / (people * (everybody - none))
    mean = Fraction(yes, people)
    one = mean * (1 - mean) ** 2 + (1 - mean) * mean**2
    asked = truth * (1 - truth) ** 2 + (1 - truth) * truth**2
    # Five answers, each a yes: the most telling of all rows of five.
    row = max(
        (_row(params, True, answers) / _row(params, False, answers) for answers in product((True, False), repeat=5)),
    )
    return {
        "truth": truth,
        "given_yes": from_did / yes,
        "variance": people * step**2 * one,
        "times": people * step**2 * one / (asked / people),
        "ratio": max(everybody / none, (1 - none) / (1 - everybody)),
        "ratio_five": row,
    }


def _row(params, did, answers):
    chance = Fraction(1)
    for said in answers:
        yes = _yes(params, did)
        chance *= yes if said else 1 - yes
    return chance


def drawn(params, seed, times=50_000):
    """Surveys with the true share: the estimate and how it varies."""
    rng = np.random.default_rng(seed)
    straight = params["truth_in"] / params["of"]
    coin = (1 - straight) / 2
    truth = (params["yes"] / params["people"] - coin) / straight
    did = rng.binomial(params["people"], truth, times)
    yes = rng.binomial(did, straight + coin) + rng.binomial(params["people"] - did, coin)
    told = (yes / params["people"] - coin) / straight
    away = (told - truth) ** 2
    return {
        "truth": (told.mean(), told.std() / np.sqrt(times)),
        "variance": (away.mean(), away.std() / np.sqrt(times)),
    }
