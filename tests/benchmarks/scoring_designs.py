"""Simulated hiring: latent ability, severity and halo -> ratings of 1 to 4, and the score that each candidate deserves.

What is true is the universe score: the weighted mean of the ratings that a candidate would get if every interviewer of
the pool rated every competency many times.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

Floats = NDArray[np.floating]
Integers = NDArray[np.integer]

BAR = 2.9
WEIGHTS = (0.3, 0.25, 0.2, 0.15, 0.1)
COMPETENCIES = (
    "coding",
    "debugging",
    "experiment-design",
    "ml-systems",
    "data-work",
    "reading",
    "statistics",
    "speaking",
)
"""A role has as many as there are weights; several roles draw theirs from all of these."""

SHARES = (0.08, 0.27, 0.45, 0.20)
"""Of the ratings 1, 2, 3, 4 over all candidates."""
GENEROUS = (0.03, 0.12, 0.30, 0.55)
"""More than half of the ratings are the highest."""
FIVE = (0.05, 0.15, 0.30, 0.33, 0.17)
"""A scale of five."""


@dataclass(frozen=True, slots=True)
class Sds:
    """Latent standard deviations; the candidates' is the unit."""

    candidate: float = 1.0
    candidate_competency: float = 0.5
    scorecard: float = 0.4
    residual: float = 0.8
    severity: float = 0.4
    interviewer_competency: float = 0.2
    role: float = 0.2
    competency: float = 0.25

    @property
    def rating_noise(self) -> float:
        """Sd of one rating of one candidate and competency, over interviewers and occasions."""
        return float(np.sqrt(self.severity**2 + self.interviewer_competency**2 + self.scorecard**2 + self.residual**2))

    @property
    def total(self) -> float:
        people = self.candidate**2 + self.candidate_competency**2 + self.role**2 + self.competency**2
        return float(np.sqrt(people + self.rating_noise**2))


@dataclass(frozen=True, slots=True)
class Panels:
    """Two panels in one role, of which one gets the stronger candidates."""

    rho: float
    """Correlation of a candidate's ability with what decides the panel."""
    overlap: float
    """Chance that a candidate's interviewer comes from the other panel."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Who rates whom on what."""

    candidates: int = 50
    interviewers: int = 20
    per_candidate: int = 5
    """Interviewers of a candidate."""
    per_interviewer: int = 2
    """Competencies that an interviewer rates in a candidate."""
    sds: Sds = field(default_factory=Sds)
    spread: float = 0.0
    """Sd of the log of an interviewer's stretch: who has more uses the ends of the scale more."""
    shares: tuple[float, ...] = SHARES
    roles: int = 1
    visiting: float = 0.1
    """Chance that an interviewer is drawn from all roles; the others are of the candidate's own role."""
    panels: Panels | None = None
    cut_sds: Sds | None = None
    """The sds for which `shares` hold, where they are not those of the data."""

    @property
    def ratings(self) -> int:
        return self.candidates * self.per_candidate * self.per_interviewer


@dataclass(frozen=True, slots=True)
class Design:
    """Simulated ratings and what was true."""

    ratings: pd.DataFrame
    """The normal form: role, candidate, interviewer, interview, competency, rating, label, note, recommendation,
    submitted_at, by candidate. Names are categorical."""
    truth: pd.Series
    """Universe score by candidate, in rating units."""
    role_of: pd.Series
    """Role by candidate."""
    weights: Mapping[str, Mapping[str, float]]
    """Role -> competency -> weight."""
    bar: float
    severity: pd.Series
    """Latent severity by interviewer."""
    scale: tuple[float, float]


def simulated(seed: int, shape: Shape) -> Design:
    """One set of ratings; the same for the same seed and shape.

    Source of the figures: the simulations of which the results stand in tests/benchmarks/scoring_reference.py.
    """
    dice = np.random.default_rng(seed)
    sds, count, width = shape.sds, len(WEIGHTS), _width(shape)
    asked = np.stack([np.sort(dice.choice(width, count, replace=False)) for _ in range(shape.roles)]).astype(np.int32)
    role = dice.integers(shape.roles, size=shape.candidates, dtype=np.int32)
    ability = _normal(dice, sds.candidate, shape.candidates)
    panel = _panel(dice, shape, ability)
    interviewer = _drawn(dice, shape, role, panel)
    place = _rotated(shape)
    competency = asked[role[:, None, None], place]
    particular = _normal(dice, sds.candidate_competency, shape.candidates, width)
    severity = _normal(dice, sds.severity, shape.interviewers)
    leaning = _normal(dice, sds.interviewer_competency, shape.interviewers, width)
    stretch = np.exp(_normal(dice, shape.spread, shape.interviewers))
    level = _normal(dice, sds.role, shape.roles)[:, None] + _normal(dice, sds.competency, width)
    who = np.arange(shape.candidates)[:, None, None]
    latent = ability[who] + particular[who, competency]
    latent += _normal(dice, sds.scorecard, shape.candidates, shape.per_candidate, 1)
    latent += _normal(dice, sds.residual, *latent.shape)
    latent *= stretch[interviewer][:, :, None]
    latent += level[role[:, None, None], competency]
    latent -= severity[interviewer][:, :, None] + leaning[interviewer[:, :, None], competency]
    cuts = ndtri(np.cumsum(shape.shares)[:-1]) * (shape.cut_sds or sds).total
    rating = 1 + np.searchsorted(cuts.astype(latent.dtype), latent.ravel())
    truth = np.zeros(shape.candidates)
    for rank, weight in enumerate(WEIGHTS):
        mine = asked[role, rank]
        truth += weight * _expected(level[role, mine], ability + particular[np.arange(len(role)), mine], cuts, shape)
    return _design(shape, role, interviewer, competency, rating, truth, asked, severity)


def many(shape: Shape, replicates: int, *, first: int = 0) -> Sequence[Design]:
    """Replicates of a shape, by consecutive seeds."""
    return [simulated(first + number, shape) for number in range(replicates)]


def tiny(candidates: int, seed: int) -> Design:
    """Few candidates, four interviewers of two competencies each; sds are drawn at random for each second seed."""
    shape = Shape(candidates=candidates, interviewers=6, per_candidate=4)
    if seed % 2:
        drawn = _random_sds(np.random.default_rng([seed, candidates]))
        shape = replace(shape, sds=drawn, cut_sds=Sds())
    return simulated(seed, shape)


def big(candidates: int, interviewers: int, roles: int, seed: int = 1) -> Design:
    """Ten ratings a candidate, interviewers mostly of the candidate's role."""
    return simulated(seed, Shape(candidates=candidates, interviewers=interviewers, roles=roles))


# Published priors on a scale of 1 to 4: centre, and sd of its log. Source: the defaults of hiretool.scoring.
_PRIORS = {
    "candidate": (0.45, 0.5),
    "candidate_competency": (0.30, 0.6),
    "scorecard": (0.28, 0.6),
    "residual": (0.45, 0.35),
    "severity": (0.22, 0.6),
    "interviewer_competency": (0.13, 0.6),
}
_RATING_SD = 0.57
"""Of a latent unit, in rating units: the sd of ratings with SHARES is .87, that of what lies behind them 1.54."""


def _random_sds(dice: np.random.Generator) -> Sds:
    """True sds as likely as the priors say."""
    drawn = {name: centre * np.exp(dice.normal(0, sd)) / _RATING_SD for name, (centre, sd) in _PRIORS.items()}
    return Sds(**drawn)


def _width(shape: Shape) -> int:
    """Competencies of all roles."""
    return len(WEIGHTS) if shape.roles == 1 else len(COMPETENCIES)


def _normal(dice: np.random.Generator, sd: float, *size: int) -> Floats:
    drawn = dice.standard_normal(size, dtype=np.float32)
    drawn *= np.float32(sd)
    return drawn


def _rotated(shape: Shape) -> Integers:
    """Places of competencies in the role: candidate x interviewer x competency; all are rated equally often.

    Each candidate begins elsewhere, so that a competency is not one interviewer's.
    """
    candidate = np.arange(shape.candidates)[:, None, None]
    interviewer = np.arange(shape.per_candidate)[None, :, None]
    each = np.arange(shape.per_interviewer)[None, None, :]
    places: Integers = ((candidate + interviewer * shape.per_interviewer + each) % len(WEIGHTS)).astype(np.int32)
    return places


def _panel(dice: np.random.Generator, shape: Shape, ability: Floats) -> NDArray[np.bool_] | None:
    """Whose panel is the first: those whose noisy ability is in the upper half."""
    if shape.panels is None:
        return None
    rho = shape.panels.rho
    seen = rho * ability / shape.sds.candidate + np.sqrt(1 - rho**2) * dice.standard_normal(len(ability))
    first: NDArray[np.bool_] = seen > np.median(seen)
    return first


def _drawn(dice: np.random.Generator, shape: Shape, role: Integers, panel: NDArray[np.bool_] | None) -> Integers:
    """Interviewers of each candidate: candidate x interviewer, no one twice."""
    chosen = np.empty((shape.candidates, shape.per_candidate), np.int32)
    again = np.arange(shape.candidates)
    while len(again):
        chosen[again] = _draw(dice, shape, role[again], None if panel is None else panel[again])
        ordered = np.sort(chosen[again], axis=1)
        again = again[(ordered[:, 1:] == ordered[:, :-1]).any(axis=1)]
    return chosen


def _draw(dice: np.random.Generator, shape: Shape, role: Integers, panel: NDArray[np.bool_] | None) -> Integers:
    size, pool = (len(role), shape.per_candidate), shape.interviewers
    if panel is not None:
        assert shape.panels is not None
        other = dice.random(size) < shape.panels.overlap
        of_first = panel[:, None] ^ other
        half = pool // 2
        return np.where(of_first, dice.integers(half, size=size), half + dice.integers(pool - half, size=size))
    if shape.roles == 1:
        return dice.integers(pool, size=size, dtype=np.int32)
    # An interviewer's home is their number modulo the number of roles.
    own = role[:, None] + shape.roles * dice.integers(pool // shape.roles, size=size, dtype=np.int32)
    return np.where(dice.random(size) < shape.visiting, dice.integers(pool, size=size, dtype=np.int32), own)


def _expected(level: Floats, able: Floats, cuts: Floats, shape: Shape) -> Floats:
    """Mean rating over the pool and occasions, of candidates in a competency."""
    sds = shape.sds
    nodes, weights = np.polynomial.hermite_e.hermegauss(9) if shape.spread else (np.zeros(1), np.ones(1))
    mean = np.ones(len(able))
    for node, weight in zip(nodes, weights / weights.sum(), strict=True):
        stretch = np.exp(shape.spread * node)
        fixed = sds.severity**2 + sds.interviewer_competency**2
        noise = np.sqrt(fixed + stretch**2 * (sds.scorecard**2 + sds.residual**2))
        for cut in cuts:
            mean += weight * ndtr((level + stretch * able - cut) / noise)
    return mean


def _design(
    shape: Shape,
    role: Integers,
    interviewer: Integers,
    competency: Integers,
    rating: Integers,
    truth: Floats,
    asked: Integers,
    severity: Floats,
) -> Design:
    roles = [f"role {number + 1}" for number in range(shape.roles)]
    candidates = [f"candidate {number + 1}" for number in range(shape.candidates)]
    interviewers = [f"interviewer {number + 1}" for number in range(shape.interviewers)]
    competencies = list(COMPETENCIES[: _width(shape)])
    per = shape.per_candidate * shape.per_interviewer
    blank = _categorical(np.zeros(shape.ratings, np.int8), [""])
    ratings = pd.DataFrame(
        {
            "role": _categorical(np.repeat(role, per), roles),
            "candidate": _categorical(np.repeat(np.arange(shape.candidates, dtype=np.int32), per), candidates),
            "interviewer": _categorical(np.repeat(interviewer.ravel(), shape.per_interviewer), interviewers),
            "interview": blank,
            "competency": _categorical(competency.ravel(), competencies),
            "rating": rating.astype(float),
            "label": None if shape.ratings < 100_000 else blank,
            "note": blank,
            "recommendation": blank,
            "submitted_at": blank,
        },
        copy=False,
    )
    weights = {
        name: {competencies[place]: weight for place, weight in zip(places, WEIGHTS, strict=True)}
        for name, places in zip(roles, asked, strict=True)
    }
    return Design(
        ratings,
        pd.Series(truth, candidates),
        pd.Series(_categorical(role, roles), candidates),
        weights,
        BAR,
        pd.Series(severity, interviewers),
        (1.0, float(len(shape.shares))),
    )


def _categorical(codes: Integers, names: list[str]) -> pd.Categorical[Any]:
    return pd.Categorical.from_codes(codes, pd.Index(names))
