"""Answers of several assistants to the same questions -> how strong each assistant is."""

from itertools import combinations

import numpy as np


def seated(one, other, seed):
    """The two names in the order in which the judge meets them.

    Drawn by lot, so that nobody has a place by right; a pair draws the same lot each time, so that a run can be repeated.
    """
    pair = sorted([one, other])
    lot = np.random.default_rng([seed, *"/".join(pair).encode()])
    return pair if lot.random() < 0.5 else pair[::-1]


def points(judge, questions, answers, one, other, seed=0):
    """For each question, the share of a point that `one` takes from `other`."""
    first, second = seated(one, other, seed)
    verdicts = np.array([judge.verdict(*row) for row in zip(questions, answers[first], answers[second], strict=True)])
    return verdicts if first == one else 1 - verdicts


def matches(judge, questions, answers, seed=0):
    """{(one, other): points of `one`, by question} for each pair of assistants."""
    return {pair: points(judge, questions, answers, *pair, seed) for pair in combinations(sorted(answers), 2)}


def strengths(names, played, rows=None):
    """Bradley-Terry strength of each name, in logits with mean 0, over the questions `rows` (all if None).

    Half a point against a fictitious average player on either side keeps a strength finite if somebody wins everything.
    """
    place = {name: number for number, name in enumerate(names)}
    won = np.zeros((len(names), len(names)))
    for (one, other), taken in played.items():
        taken = taken if rows is None else taken[rows]
        won[place[one], place[other]] = taken.sum()
        won[place[other], place[one]] = len(taken) - taken.sum()
    games, power = won + won.T, np.ones(len(names))
    for _ in range(100):
        chances = games / (power[:, None] + power)
        power = (won.sum(axis=1) + 0.5) / (chances.sum(axis=1) + 1 / (power + 1))
        power = power / np.exp(np.log(power).mean())
    return dict(zip(names, np.log(power), strict=True))


def table(judge, questions, answers, seed=0):
    """{name: strength}, strongest first."""
    found = strengths(sorted(answers), matches(judge, questions, answers, seed))
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))


def spread(judge, questions, answers, seed=0, draws=100):
    """{name: half of the central 95 % of its strength}, when the questions are drawn again with replacement."""
    played, names = matches(judge, questions, answers, seed), sorted(answers)
    rng = np.random.default_rng(seed)
    again = [
        list(strengths(names, played, rng.integers(0, len(questions), len(questions))).values()) for _ in range(draws)
    ]
    low, high = np.quantile(again, [0.025, 0.975], axis=0)
    return dict(zip(names, (high - low) / 2, strict=True))
