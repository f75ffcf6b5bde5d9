"""Restricted maximum likelihood of variance components, with or without priors, by average-information Newton.

y = W u + nested effects + residual. The nested effects and the residual live inside blocks and are integrated out
exactly (blocks.py); the crossed columns W are dense, so that the cost grows with the cube of their number.
Source: Gilmour, Thompson and Cullis 1995, Biometrics 51:1440 (average information).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.linalg import lapack

from hiretool.scoring.model.blocks import Blocks, Inverse, Pairs
from hiretool.scoring.model.columns import FIXED, KNOWN, Columns

LOWEST = float(np.log(1e-4))
"""Log sd that stands for zero, where y has a sd near 1."""
STEPS = 60


@dataclass(frozen=True, slots=True)
class Solution:
    """The model solved at some standard deviations."""

    log_sd: np.ndarray
    """Nested factors, residual, crossed factors."""
    criterion: float
    """-2 log restricted likelihood, or -2 log marginal likelihood where the fixed effects have priors."""
    objective: float
    """The criterion with the priors' part."""
    scale: np.ndarray
    """(columns,)."""
    effects: np.ndarray
    """(columns,): best linear unbiased predictions, or estimates."""
    factor: np.ndarray
    """Upper Cholesky factor of the scaled coefficient matrix."""
    inverse: Inverse
    gram: np.ndarray
    """(columns, columns): W' V^-1 W."""


class Reml:
    """One model of one data set.

    centre, spread: of the normal priors on the log sds (nested, residual, crossed), or None for plain REML.
    """

    def __init__(
        self,
        y: np.ndarray,
        blocks: Blocks,
        columns: Columns,
        *,
        centre: np.ndarray | None = None,
        spread: np.ndarray | None = None,
    ) -> None:
        self.y, self.blocks, self.columns = y, blocks, columns
        self.centre, self.spread = centre, spread
        self.n_nested, self.n_crossed = len(blocks.nested), columns.n_factors
        self.pairs = Pairs(blocks, columns.finest, columns.spread.shape[0])

    @property
    def n_parameters(self) -> int:
        return self.n_nested + 1 + self.n_crossed

    def gram(self, inverse: Inverse) -> np.ndarray:
        """W' V^-1 W."""
        return self.columns.folded(self.pairs.gram(inverse))

    def solved(self, log_sd: np.ndarray) -> Solution | None:
        """None where the coefficient matrix is not positive definite."""
        variance = np.exp(2 * log_sd)
        inverse = self.blocks.inverse(variance[: self.n_nested], float(variance[self.n_nested]))
        scale = self.columns.scale(log_sd[self.n_nested + 1 :])
        gram = self.gram(inverse)
        factor = factored(gram, scale, self.columns.penalty)
        if factor is None:
            return None
        weighted = self.blocks.times(inverse, self.y)
        right = scale * self.columns.gathered(weighted)
        spherical = lapack.dpotrs(factor, right, lower=0)[0]
        criterion = inverse.log_determinant + 2 * np.log(np.diag(factor)).sum() + self.y @ weighted - right @ spherical
        proper = self.columns.precision[(self.columns.factor == FIXED) & (self.columns.precision > 0)]
        criterion += (len(self.y) - self.columns.flat) * np.log(2 * np.pi) - np.log(proper).sum()
        prior = 0.0 if self.centre is None else (((log_sd - self.centre) / self.spread) ** 2).sum()
        return Solution(
            log_sd,
            float(criterion),
            float(criterion + prior),
            scale,
            scale * spherical,
            factor,
            inverse,
            gram,
        )

    def slopes(self, at: Solution) -> tuple[np.ndarray, np.ndarray]:
        """Gradient of the objective by the log sds (exact), and its Hessian (average information)."""
        variance = np.exp(2 * at.log_sd)
        residuals = self.blocks.times(at.inverse, self.y - self.columns.spread_out(at.effects))
        traces, squares, working = self._pieces(at, variance, residuals)
        gradient = 2 * variance * (traces - squares)
        through = self.blocks.times(at.inverse, working)
        right = self.columns.gathered(through) * at.scale[:, None]
        solved = lapack.dpotrs(at.factor, np.asfortranarray(right), lower=0)[0]
        information = working.T @ through - right.T @ solved
        hessian = information * np.outer(2 * variance, 2 * variance)
        if self.centre is not None and self.spread is not None:
            # The curvature of exp: it matters where the priors hold the likelihood away from its own mode.
            hessian = hessian + np.diag(2 * gradient + 2 / self.spread**2)
            gradient = gradient + 2 * (at.log_sd - self.centre) / self.spread**2
        return gradient, hessian

    def _pieces(
        self, at: Solution, variance: np.ndarray, residuals: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """For each component (parameters,) trace of P K and y'P K P y, and (rows, parameters) K P y."""
        spherical = inverse_of(at.factor)
        pulled = self.pairs.pulled(self.columns.unfolded(spherical * np.outer(at.scale, at.scale)))
        traces, squares = np.empty(self.n_parameters), np.empty(self.n_parameters)
        working = np.empty((len(self.y), self.n_parameters))
        for number, codes in enumerate(self.blocks.nested):
            traces[number] = self.blocks.trace(at.inverse, number) - sum(
                float(((one @ stack.shared[number] @ one) * mine).sum())
                for stack, one, mine in zip(self.blocks.stacks, at.inverse.by_stack, pulled, strict=True)
            )
            sums = np.bincount(codes, weights=residuals)
            squares[number] = sums @ sums
            working[:, number] = sums[codes]
        diagonal, factor = np.diag(spherical), self.columns.factor
        gathered = self.columns.gathered(residuals)
        for number in range(self.n_crossed):
            place, mine = self.n_nested + 1 + number, factor == number
            traces[place] = (mine.sum() - diagonal[mine].sum()) / max(variance[place], 1e-300)
            squares[place] = gathered[mine] @ gathered[mine]
            working[:, place] = self.columns.spread_out(gathered * mine)
        rest = self.n_nested
        traces[rest], squares[rest], working[:, rest] = 0.0, residuals @ residuals, residuals
        # The trace of P V is the number of rows less what the fixed effects take: so that of the residual is known.
        taken = (1 - self.columns.penalty * diagonal)[factor == FIXED].sum()
        known = (1 - diagonal)[factor == KNOWN].sum()
        traces[rest] = (len(self.y) - taken - known - traces @ variance) / variance[rest]
        return traces, squares, working

    def fitted(self, start: np.ndarray, *, tolerance: float) -> tuple[Solution, np.ndarray, bool]:
        """The mode, the Hessian there, and whether the last step promised less than `tolerance` of the objective."""
        at = self.solved(start)
        if at is None:
            raise np.linalg.LinAlgError("the start has no positive definite coefficient matrix")
        gradient, hessian = self.slopes(at)
        for _ in range(STEPS):
            if self.centre is None and (nearer := self._dropped(at, gradient)) is not None:
                at = nearer
                gradient, hessian = self.slopes(at)
            step = _step(gradient, hessian, (at.log_sd > LOWEST + 1e-9) | (gradient < 0))
            promised = -gradient @ step
            following = self._shortened(at, step) if promised >= tolerance else None
            if following is None:
                return at, hessian, bool(promised < max(tolerance, 1e-4))
            at = following
            gradient, hessian = self.slopes(at)
        return at, hessian, False

    def _shortened(self, at: Solution, step: np.ndarray) -> Solution | None:
        """The first point along the step, halved as often as needed, where the objective is not higher."""
        share = 1.0
        while share > 1e-4:
            there = self.solved(np.maximum(at.log_sd + share * step, LOWEST))
            if there is not None and there.objective <= at.objective + 1e-10:
                return there
            share /= 2
        return None

    def _dropped(self, at: Solution, gradient: np.ndarray) -> Solution | None:
        """With a small component that wants to be smaller set to zero, where that is no worse.

        On the log scale Newton's steps would creep towards it for ever.
        """
        small = (at.log_sd < np.log(0.1)) & (at.log_sd > LOWEST) & (gradient > 0)
        small[self.n_nested] = False
        if not small.any():
            return None
        there = self.solved(np.where(small, LOWEST, at.log_sd))
        return there if there is not None and there.objective <= at.objective + 1e-10 else None


def factored(gram: np.ndarray, scale: np.ndarray, penalty: np.ndarray) -> np.ndarray | None:
    """Upper Cholesky factor of the mixed-model equations for effects of unit variance; None if there is none."""
    matrix = gram * scale[:, None]
    matrix *= scale
    matrix.flat[:: len(matrix) + 1] += penalty
    # The transpose of a symmetric matrix in C order is the same matrix in the order that LAPACK works in.
    factor, info = lapack.dpotrf(matrix.T, lower=0, overwrite_a=1, clean=1)
    return None if info else factor


def inverse_of(factor: np.ndarray) -> np.ndarray:
    """The symmetric inverse from an upper Cholesky factor."""
    found: np.ndarray = np.triu(lapack.dpotri(factor, lower=0)[0])
    found += np.triu(found, 1).T
    return found


def _step(gradient: np.ndarray, hessian: np.ndarray, free: np.ndarray) -> np.ndarray:
    """A Newton step of at most 1 in each free parameter, downhill whatever the Hessian's signs."""
    step = np.zeros(len(gradient))
    if free.any():
        values, vectors = np.linalg.eigh(hessian[np.ix_(free, free)])
        values = np.maximum(np.abs(values), 1e-6 * max(float(values.max()), 1e-6) + 1e-6)
        step[free] = -vectors @ ((vectors.T @ gradient[free]) / values)
    # Shortened as a whole: clipped one by one, the parts might no longer lead downhill.
    return step / max(1.0, float(np.abs(step).max()))
