"""The model on data that are too large for a dense matrix: moments, conjugate gradients, and small systems by role.

Everything is a few passes over the ratings. How sure a severity is comes from the diagonal of its equations alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from hiretool.scoring.fitted import Components
from hiretool.scoring.model import moments, priors, sample
from hiretool.scoring.model.coded import Coded
from hiretool.scoring.model.posterior import Posterior
from hiretool.scoring.model.stacks import Stacks

VAGUE = 0.5
"""Prior sd of a role's and a competency's level, in rating units on 1 to 4: with so many ratings it hardly matters."""
TOLERANCE, ITERATIONS = 1e-3, 200
AT_ONCE = 100_000
"""Blocks that are worked on together."""

Known = tuple[np.ndarray, np.ndarray, np.ndarray]


def solved(
    data: Coded, weights: np.ndarray, medians: Mapping[str, float], grand_mean: tuple[float, float], known: Known
) -> tuple[Posterior, Components]:
    """The posterior, and the components that it rests on.

    weights: (roles, competencies), rows summing to 1. known: as Exact takes it, with the numbers of shared candidates.
    """
    width = weights.shape[1]
    cell = data.role * np.int32(width) + data.competency
    rest = _centred(data.y, cell)
    variance = moments.components(data, rest)
    method = "moments"
    if not all(value > 0 for value in variance.values()):
        variance, method = sample.components(data, weights, medians, grand_mean), "map"
    vague = VAGUE * medians["candidate"] / priors.MEDIANS["candidate"]
    severities = _severities(data, cell, rest, variance, vague, weights.size, known)
    scored = _Scored(data, weights, cell, variance, vague, severities)
    components = scored.components(variance, method)
    return scored.posterior(), components


def _centred(values: np.ndarray, key: np.ndarray) -> np.ndarray:
    n, total = np.bincount(key), np.bincount(key, weights=values)
    found: np.ndarray = (values - (total / np.maximum(n, 1))[key]).astype(np.float32)
    return found


@dataclass(frozen=True, slots=True)
class _Severities:
    """Effects of interviewers on ratings: negative for who rates low."""

    own: np.ndarray
    """(interviewers,)."""
    own_variance: np.ndarray
    prior_variance: np.ndarray
    leaning: np.ndarray
    """(interviewers x competencies,)."""
    leaning_variance: np.ndarray
    pair: np.ndarray
    """(rows,) place in `leaning`."""


def _severities(
    data: Coded,
    cell: np.ndarray,
    rest: np.ndarray,
    variance: Mapping[str, float],
    vague: float,
    cells: int,
    known: Known,
) -> _Severities:
    """From comparisons within candidates only, by preconditioned conjugate gradients."""
    width, people = cells // len(data.roles), len(data.interviewers)
    pair = data.interviewer * np.int32(width) + data.competency
    given = np.nan_to_num(known[0]).astype(np.float32)
    own_sd = np.where(np.isnan(known[1]), variance["interviewer"] ** 0.5, known[1]).astype(np.float32)
    scale = np.concatenate(
        [
            np.full(cells, vague, np.float32),
            own_sd,
            np.full(people * width, variance["interviewer:competency"] ** 0.5, np.float32),
        ]
    )
    stacks = Stacks(data, variance, block_free=True)
    owner = np.repeat(np.arange(people), width)

    def spread(effects: np.ndarray) -> np.ndarray:
        """W effects."""
        by_pair = effects[cells + people :] + effects[cells : cells + people][owner]
        found: np.ndarray = effects[:cells][cell] + by_pair[pair]
        return found

    def gathered(values: np.ndarray) -> np.ndarray:
        """W' values."""
        by_cell = np.bincount(cell, weights=values, minlength=cells)
        by_pair = np.bincount(pair, weights=values, minlength=people * width)
        return np.concatenate([by_cell, by_pair.reshape(people, width).sum(axis=1), by_pair]).astype(np.float32)

    def times(effects: np.ndarray) -> np.ndarray:
        found: np.ndarray = scale * gathered(stacks.times(spread(scale * effects))) + effects
        return found

    by_row = stacks.diagonals()
    diagonal = 1 + scale**2 * np.concatenate(
        [
            np.bincount(cell, weights=by_row["competency"], minlength=cells),
            np.bincount(data.interviewer, weights=by_row["card"], minlength=people),
            np.bincount(pair, weights=by_row["both"], minlength=people * width),
        ]
    ).astype(np.float32)
    right = scale * gathered(stacks.times(rest + given[data.interviewer]))
    effects = scale * _conjugate_gradients(times, right, diagonal)
    spread_of = scale**2 / diagonal
    return _Severities(
        effects[cells : cells + people] - given,
        spread_of[cells : cells + people].astype(float),
        own_sd.astype(float) ** 2,
        effects[cells + people :],
        spread_of[cells + people :].astype(float),
        pair,
    )


def _conjugate_gradients(
    times: Callable[[np.ndarray], np.ndarray], right: np.ndarray, diagonal: np.ndarray
) -> np.ndarray:
    """The solution of times(x) = right, to a relative TOLERANCE in the norm of the preconditioner.

    Source: Hestenes and Stiefel 1952, J. Res. NBS 49:409; preconditioned by the diagonal.
    """
    found, left = np.zeros_like(right), right.copy()
    near = left / diagonal
    direction, size = near.copy(), float(left @ near)
    goal = TOLERANCE**2 * size
    for _ in range(ITERATIONS):
        if size <= goal:
            break
        image = times(direction)
        length = size / float(direction @ image)
        found += np.float32(length) * direction
        left -= np.float32(length) * image
        near = left / diagonal
        following = float(left @ near)
        direction = near + np.float32(following / size) * direction
        size = following
    return found


class _Scored:
    """Scores at given severities: each role's levels from a small system of its own, then each candidate."""

    def __init__(
        self,
        data: Coded,
        weights: np.ndarray,
        cell: np.ndarray,
        variance: Mapping[str, float],
        vague: float,
        severities: _Severities,
    ) -> None:
        self._data, self._weights, self._cell, self._severities = data, weights, cell, severities
        self._variance = variance
        effect = severities.own.astype(np.float32)[data.interviewer] + severities.leaning[severities.pair]
        self._effect = effect
        y = data.y - effect
        self._middle = float(y.mean())
        y = (y - self._middle).astype(np.float32)
        stacks = Stacks(data, variance)
        self._levels, self._spread = self._roles(stacks, y, vague)
        share = weights[data.role, data.competency].astype(np.float32)
        shared = np.float32(variance["candidate"]) + np.float32(variance["candidate:competency"]) * share
        self._pulled = stacks.times(shared)
        starts = data.starts[:-1]
        own = variance["candidate"] + variance["candidate:competency"] * (weights**2).sum(axis=1)[data.role_of]
        self._own = own - np.add.reduceat(shared * self._pulled, starts)
        left = y - self._levels.ravel().astype(np.float32)[cell]
        target = (weights * self._levels).sum(axis=1)
        self._mean = self._middle + target[data.role_of] + np.add.reduceat(self._pulled * left, starts)

    def _roles(self, stacks: Stacks, y: np.ndarray, vague: float) -> tuple[np.ndarray, np.ndarray]:
        """(roles, competencies) levels, and (roles, competencies, competencies) their covariance."""
        roles, width = self._weights.shape
        gram = stacks.by_role(self._data.role_of, self._data.competency, roles, width)
        right = np.bincount(self._cell, weights=stacks.times(y), minlength=roles * width).reshape(roles, width)
        prior = vague**2 * (np.ones((width, width)) + np.eye(width))
        spread = np.linalg.inv(gram + np.linalg.inv(prior))
        return np.einsum("rkl,rl->rk", spread, right), spread

    def posterior(self) -> Posterior:
        data, severities = self._data, self._severities
        mean, variance = self._mean, self._own + self._of_roles() + self._of_severities()
        cards = data.card_starts[:-1]
        card_weight = np.add.reduceat(self._pulled, cards).astype(float)
        card_effect = -np.add.reduceat(self._pulled * self._effect, cards).astype(float)
        deviation = np.sqrt(np.maximum(variance, 0))
        return Posterior(
            mean,
            np.maximum(variance, 0),
            np.bincount(data.card_block, weights=card_effect, minlength=data.n_blocks),
            card_effect,
            card_weight,
            -severities.own.astype(float),
            severities.own_variance,
            severities.prior_variance,
            lambda: self._middle + self._levels.ravel()[self._cell] + self._effect,
            lambda blocks, n, dice: mean[blocks] + dice.normal(size=(n, len(blocks))) * deviation[blocks],
        )

    def _of_roles(self) -> np.ndarray:
        """(blocks,) what the uncertainty of a role's levels adds."""
        data, width = self._data, self._weights.shape[1]
        found = np.empty(data.n_blocks)
        for start in range(0, data.n_blocks, AT_ONCE):
            end = min(start + AT_ONCE, data.n_blocks)
            rows = slice(data.starts[start], data.starts[end])
            place = (data.block[rows].astype(np.int64) - start) * width + data.competency[rows]
            taken = np.bincount(place, weights=self._pulled[rows], minlength=(end - start) * width)
            role = data.role_of[start:end]
            target = self._weights[role] - taken.reshape(-1, width)
            found[start:end] = np.einsum("bk,bkl,bl->b", target, self._spread[role], target, optimize=True)
        return found

    def _of_severities(self) -> np.ndarray:
        data, severities = self._data, self._severities
        by_card = np.add.reduceat(self._pulled, data.card_starts[:-1]).astype(float)
        own = by_card**2 * severities.own_variance[data.card_interviewer]
        leaning = self._pulled.astype(float) ** 2 * severities.leaning_variance[severities.pair]
        found = np.bincount(data.card_block, weights=own, minlength=data.n_blocks)
        return found + np.add.reduceat(leaning, data.starts[:-1])

    def components(self, variance: Mapping[str, float], method: str) -> Components:
        """With the spread of the levels themselves, as estimated, for roles and competencies."""
        seen = np.zeros(self._weights.shape, bool)
        seen.ravel()[self._cell] = True
        levels = np.where(seen, self._levels, np.nan)
        role, competency = np.nanmean(levels, axis=1), np.array([_mean(column) for column in levels.T])
        left = levels - role[:, None] - competency + np.nanmean(levels)
        more = {
            "role": float(np.var(role)),
            "competency": float(np.nanvar(competency)),
            "role:competency": float(np.nanvar(left)),
        }
        order = [name for name in priors.TERMS if name != "residual"]
        return Components(
            {name: more.get(name, variance.get(name, 0.0)) for name in (*order, "residual")}, None, method
        )


def _mean(values: np.ndarray) -> float:
    """NaN where nothing is known."""
    return float(np.nanmean(values)) if (~np.isnan(values)).any() else float("nan")
