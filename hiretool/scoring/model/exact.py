"""The model solved exactly: for data whose crossed effects fit in a dense matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from scipy.linalg import lapack, solve_triangular

from hiretool.scoring.model import priors
from hiretool.scoring.model.blocks import Blocks
from hiretool.scoring.model.coded import Coded, present
from hiretool.scoring.model.columns import FIXED, KNOWN, Columns
from hiretool.scoring.model.posterior import Posterior
from hiretool.scoring.model.reml import Reml, Solution, factored, inverse_of

AT_ONCE = 2_000
"""Blocks whose rows of the target are held in memory together."""
SPREADS_DRAWN = 40
"""Points at which small data are solved, drawn around the mode."""
DEGREES = 6.0
"""Of the t distribution that the points are drawn from: wider than a normal, so that no region is missed."""
WIDEST = 1.5
"""Largest sd of a log sd in these draws."""


@dataclass(frozen=True)
class _Layout:
    """Where the crossed effects lie among the columns: mean, roles, competencies, role:competency, severities."""

    columns: Columns
    n_common: int
    """Columns before those of interviewers."""
    target: np.ndarray
    """(roles, common columns): a candidate's score as a sum of these effects, but for the candidate's own."""
    owner: np.ndarray
    """(columns of interviewers,): whose it is."""
    own: np.ndarray
    """(interviewers,): column of the severity itself, counted from the first one of interviewers."""


class Exact:
    """One data set with its priors.

    weights: (roles, competencies), rows summing to 1. known: (interviewers,) prior mean and sd of the severities that a
    ledger brought, NaN for the others.
    """

    def __init__(
        self,
        data: Coded,
        weights: np.ndarray,
        *,
        medians: Mapping[str, float],
        grand_mean: tuple[float, float],
        known: tuple[np.ndarray, np.ndarray],
    ) -> None:
        self._data, self._weights, self._middle = data, weights, grand_mean[0]
        self._layout = _layout(data, weights, grand_mean[1], known[1])
        self._severity_given = np.nan_to_num(known[0])
        nested = [data.block, _together(data.block, data.competency), data.card]
        centre = np.log([medians[name] for name in priors.TERMS])
        spread = np.array([priors.SPREADS[name] for name in priors.TERMS])
        # What a ledger says of a severity is taken off first; the effect that is left has a prior mean of zero.
        y = data.y - self._middle + self._severity_given[data.interviewer]
        self._model = Reml(y, Blocks(data.starts, nested), self._layout.columns, centre=centre, spread=spread)

    @property
    def n_columns(self) -> int:
        return len(self._layout.columns.factor)

    def mode(self) -> tuple[Solution, np.ndarray, bool]:
        """The most probable log sds, the Hessian there, and whether it was reached."""
        assert self._model.centre is not None
        return self._model.fitted(self._model.centre, tolerance=1e-6)

    def spread_out(
        self, at: Solution, hessian: np.ndarray, generator: np.random.Generator
    ) -> tuple[list[Posterior], np.ndarray]:
        """Posteriors at log sds drawn around the mode, with their importance weights; the mode is the first.

        Few ratings leave it open how large the sds are, and intervals that took them for known would be too narrow.
        """
        values, vectors = np.linalg.eigh(hessian / 2)
        root = vectors / np.sqrt(np.maximum(values, 1 / WIDEST**2))
        count = len(at.log_sd)
        found, weights = [self.posterior(at)], [-at.objective / 2]
        for _ in range(SPREADS_DRAWN - 1):
            normal, chi = generator.normal(size=count), generator.chisquare(DEGREES) / DEGREES
            draw = normal / np.sqrt(chi)
            there = self._model.solved(at.log_sd + root @ draw)
            if there is None:
                continue
            found.append(self.posterior(there))
            weights.append(-there.objective / 2 + (DEGREES + count) / 2 * np.log1p(draw @ draw / DEGREES))
        share = np.exp(np.array(weights) - max(weights))
        return found, share / share.sum()

    def at(self, log_sd: np.ndarray) -> Solution:
        """The model solved at given log sds."""
        there = self._model.solved(log_sd)
        if there is None:
            raise np.linalg.LinAlgError("the coefficient matrix is not positive definite")
        return there

    def posterior(self, at: Solution) -> Posterior:
        """The scores at these log sds.

        Severities come from comparisons within candidates only (each candidate's level is left free in that step), so
        that nobody is called strict for having met weak candidates; the scores are then computed at these severities,
        and their uncertainty is carried over.
        """
        solved = _Solved(self._data, self._weights, self._layout, self._model, at, self._severity_given)
        return solved.posterior(self._middle)


class _Solved:
    def __init__(
        self,
        data: Coded,
        weights: np.ndarray,
        layout: _Layout,
        model: Reml,
        at: Solution,
        given: np.ndarray,
    ) -> None:
        self._data, self._layout, self._given = data, layout, given
        variance = np.exp(2 * at.log_sd)
        nested, residual = variance[:3], float(variance[3])
        common, columns = layout.n_common, layout.columns
        self._scale = scale = at.scale
        # First step: severities, from comparisons within candidates.
        within = model.blocks.inverse(nested, residual, block_free=True)
        factor = _factored(model.gram(within), scale, columns.penalty)
        right = scale * columns.gathered(model.blocks.times(within, model.y))
        effects = lapack.dpotrs(factor, right, lower=0)[0] * scale
        self.left = effects[common:]
        self._spread = inverse_of(factor)[common:, common:] * np.outer(scale[common:], scale[common:])
        # Second step: everything else, at these severities.
        inverse, gram, mine = at.inverse, at.gram, scale[:common]
        self._factor = _factored(gram[:common, :common], mine, columns.penalty[:common])
        y = model.y - columns.spread_out(np.where(np.arange(len(scale)) < common, 0.0, effects))
        right = mine * columns.gathered(model.blocks.times(inverse, y))[:common]
        self.common = lapack.dpotrs(self._factor, right, lower=0)[0] * mine
        across = np.asfortranarray(mine[:, None] * gram[:common, common:])
        self._through = lapack.dpotrs(self._factor, across, lower=0)[0]
        # Target: the candidate's own effects, whose covariance with each rating is `shared`.
        shared = nested[0] + nested[1] * weights[data.role, data.competency]
        self._pulled = model.blocks.times(inverse, shared)
        own = nested[0] + nested[1] * (weights**2).sum(axis=1)[data.role_of]
        self._own = own - np.add.reduceat(shared * self._pulled, data.starts[:-1])
        self._base = np.add.reduceat(self._pulled * y, data.starts[:-1])

    def _taken(self, blocks: np.ndarray) -> np.ndarray:
        """(blocks, columns): what each column's effect takes from the candidate's own part, per unit."""
        starts, ends = self._data.starts[blocks], self._data.starts[blocks + 1]
        sizes = ends - starts
        rows = np.repeat(starts - np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes) + np.arange(sizes.sum())
        width = self._layout.columns.spread.shape[0]
        place = np.repeat(np.arange(len(blocks)), sizes) * width
        found = np.zeros(len(blocks) * width)
        for term in self._layout.columns.finest[rows].T:
            found += np.bincount(place + term, weights=self._pulled[rows], minlength=len(found))
        taken: np.ndarray = found.reshape(len(blocks), width) @ self._layout.columns.spread
        return taken

    def _parts(self, blocks: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(blocks, common) rows of the target; these through the Cholesky factor; (blocks, severities) slopes."""
        common = self._layout.n_common
        taken = self._taken(blocks)
        rows = self._layout.target[self._data.role_of[blocks]] - taken[:, :common]
        scaled = rows * self._scale[:common]
        slopes = -taken[:, common:] - scaled @ self._through
        return rows, solve_triangular(self._factor, scaled.T, trans="T", lower=False).T, slopes

    def posterior(self, middle: float) -> Posterior:
        data, layout = self._data, self._layout
        effects = self.left - self._given[layout.owner] * (np.arange(len(self.left)) == layout.own[layout.owner])
        mean, variance = np.empty(data.n_blocks), self._own.copy()
        correction = np.empty(data.n_blocks)
        card_effect, card_weight = np.empty(len(data.card_starts) - 1), np.empty(len(data.card_starts) - 1)
        card_block = data.card_block
        whose = sp.csr_matrix(
            (np.ones(len(layout.owner)), (np.arange(len(layout.owner)), layout.owner)),
            shape=(len(layout.owner), len(layout.own)),
        )
        for start in range(0, data.n_blocks, AT_ONCE):
            blocks = np.arange(start, min(start + AT_ONCE, data.n_blocks))
            rows, z, slopes = self._parts(blocks)
            mean[blocks] = middle + self._base[blocks] + rows @ self.common
            variance[blocks] += (z**2).sum(axis=1) + ((slopes @ self._spread) * slopes).sum(axis=1)
            each = slopes * effects
            correction[blocks] = each.sum(axis=1)
            cards = slice(*np.searchsorted(card_block, [start, start + len(blocks)]))
            place, who = card_block[cards] - start, data.card_interviewer[cards]
            card_effect[cards] = (each @ whose)[place, who]
            card_weight[cards] = -slopes[place, layout.own[who]]
        prior = self._scale[layout.n_common :][layout.own] ** 2
        return Posterior(
            mean,
            np.maximum(variance, 0),
            correction,
            card_effect,
            card_weight,
            self._given - self.left[layout.own],
            np.diag(self._spread)[layout.own],
            prior,
            lambda: self._expected(middle),
            lambda blocks, count, generator: self._drawn(mean, blocks, count, generator),
        )

    def _expected(self, middle: float) -> np.ndarray:
        effects = np.concatenate([self.common, self.left])
        return middle + self._layout.columns.spread_out(effects) - self._given[self._data.interviewer]

    def _drawn(self, mean: np.ndarray, blocks: np.ndarray, count: int, generator: np.random.Generator) -> np.ndarray:
        _, z, slopes = self._parts(blocks)
        root = np.linalg.cholesky(self._spread + 1e-12 * np.eye(len(self._spread)))
        found = mean[blocks] + generator.normal(size=(count, len(blocks))) * np.sqrt(np.maximum(self._own[blocks], 0))
        found += generator.normal(size=(count, z.shape[1])) @ z.T
        return found + generator.normal(size=(count, len(root))) @ (slopes @ root).T


def _factored(gram: np.ndarray, scale: np.ndarray, penalty: np.ndarray) -> np.ndarray:
    factor = factored(gram, scale, penalty)
    if factor is None:
        raise np.linalg.LinAlgError("the coefficient matrix is not positive definite")
    return factor


def _together(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """One code for each pair of codes that occurs."""
    pair = first.astype(np.int64) * (int(second.max(initial=0)) + 1) + second
    return np.unique(pair, return_inverse=True)[1].astype(np.int64)


def n_columns(data: Coded, weights: np.ndarray) -> int:
    """How many crossed effects the model of these data has."""
    cells = (weights > 0) | _observed(data, weights.shape)
    pairs = present(data.interviewer.astype(np.int64) * len(data.competencies) + data.competency)
    return 1 + weights.shape[0] + weights.shape[1] + int(cells.sum()) + len(data.interviewers) + len(pairs)


def _observed(data: Coded, shape: tuple[int, int]) -> np.ndarray:
    found = np.zeros(shape, dtype=bool)
    found[data.role, data.competency] = True
    return found


def _layout(data: Coded, weights: np.ndarray, mean_sd: float, known_sd: np.ndarray) -> _Layout:
    n_roles, n_competencies = weights.shape
    n_interviewers = len(data.interviewers)
    cells = (weights > 0) | _observed(data, weights.shape)
    cell = np.full(weights.shape, -1)
    cell[cells] = np.arange(cells.sum())
    pair, pair_of = np.unique(data.interviewer.astype(np.int64) * n_competencies + data.competency, return_inverse=True)
    sizes = [1, n_roles, n_competencies, int(cells.sum()), n_interviewers, len(pair)]
    offset = np.concatenate([[0], np.cumsum(sizes)])
    at = np.stack(
        [
            np.zeros(len(data.y), dtype=np.int64),
            offset[1] + data.role,
            offset[2] + data.competency,
            offset[3] + cell[data.role, data.competency],
            offset[4] + data.interviewer,
            offset[5] + pair_of,
        ],
        axis=1,
    )
    factor = np.repeat([FIXED, 0, 1, 2, 3, 4], sizes)
    sd = np.zeros(offset[-1])
    told = np.flatnonzero(~np.isnan(known_sd))
    factor[offset[4] + told], sd[offset[4] + told] = KNOWN, known_sd[told]
    precision = np.zeros(offset[-1])
    precision[0] = 1 / mean_sd**2
    target = np.zeros((n_roles, offset[4]))
    target[:, 0] = 1
    target[np.arange(n_roles), offset[1] + np.arange(n_roles)] = 1
    target[:, offset[2] : offset[3]] = weights
    rows, competencies = np.nonzero(cells)
    target[rows, offset[3] + cell[rows, competencies]] = weights[rows, competencies]
    owner = np.concatenate([np.arange(n_interviewers), pair // n_competencies])
    return _Layout(Columns(at, factor, precision, sd), int(offset[4]), target, owner, np.arange(n_interviewers))
