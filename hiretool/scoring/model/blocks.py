"""Rows grouped in blocks, one a candidate: the inverse of each block's covariance, computed once a pattern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

MOST_IN_A_BLOCK = 1_000
"""A block of n rows needs n x n figures."""
KEPT = 30_000_000
"""Places of pairs that are kept in memory; more are worked out each time."""


@dataclass(frozen=True, slots=True)
class _Stack:
    """The blocks of one size k, by pattern: which rows of a block share a level. Few patterns serve many blocks."""

    rows: np.ndarray
    """(blocks, k): numbers of the rows."""
    count: np.ndarray
    """(patterns,): how many blocks have it, one after another."""
    shared: tuple[np.ndarray, ...]
    """For each nested factor (patterns, k, k): 1 where two rows share its level."""

    @property
    def k(self) -> int:
        return self.rows.shape[1]

    def by_block(self, by_pattern: np.ndarray) -> np.ndarray:
        return by_pattern if len(self.count) == len(self.rows) else np.repeat(by_pattern, self.count, axis=0)

    def by_pattern(self, by_block: np.ndarray) -> np.ndarray:
        """Sums over the blocks of each pattern."""
        if len(self.count) == len(self.rows):
            return by_block
        starts = np.concatenate([[0], np.cumsum(self.count)[:-1]])
        return np.add.reduceat(by_block, starts, axis=0)


@dataclass(frozen=True, slots=True)
class Inverse:
    """The inverses of all blocks' covariances at some variances."""

    by_stack: tuple[np.ndarray, ...]
    """For each stack (patterns, k, k)."""
    log_determinant: float
    """Of the covariance."""


class Blocks:
    """Rows sorted by block, with nested factors, whose levels do not reach over a block's edge.

    starts: (blocks + 1,), where each block begins. nested: for each factor the codes of the rows; the first is the
    block itself.
    """

    def __init__(self, starts: np.ndarray, nested: Sequence[np.ndarray]) -> None:
        self.starts, self.nested = starts, list(nested)
        sizes = np.diff(starts)
        self.stacks = [self._stack(int(k), np.flatnonzero(sizes == k)) for k in np.unique(sizes) if k]

    def _stack(self, k: int, blocks: np.ndarray) -> _Stack:
        rows = self.starts[blocks][:, None] + np.arange(k)
        first = [_first_alike(codes[rows]) for codes in self.nested[1:]]
        if first and k > 1:
            key = np.ascontiguousarray(np.concatenate(first, axis=1))
            _, at, pattern, count = np.unique(
                key.view(np.dtype((np.void, key.dtype.itemsize * key.shape[1]))).ravel(),
                return_index=True,
                return_inverse=True,
                return_counts=True,
            )
            rows = rows[np.argsort(pattern, kind="stable")]
        else:
            at, count = np.zeros(1, int), np.array([len(blocks)])
        shared = [np.ones((len(at), k, k))]
        shared += [(one[at][:, :, None] == one[at][:, None, :]).astype(float) for one in first]
        return _Stack(rows, count, tuple(shared))

    def inverse(self, nested: np.ndarray, residual: float, *, block_free: bool = False) -> Inverse:
        """nested: the variance of each nested factor; residual: that of the rest.

        block_free: let the first factor have any value, so that only comparisons within a block count; its variance is
        then of no account, and the log determinant means nothing.
        """
        found, log_determinant = [], 0.0
        for stack in self.stacks:
            covariance = np.zeros((len(stack.count), stack.k, stack.k))
            covariance[:, np.arange(stack.k), np.arange(stack.k)] = residual
            for number, (variance, shared) in enumerate(zip(nested, stack.shared, strict=True)):
                if not (block_free and number == 0):
                    covariance += variance * shared
            if not block_free:
                log_determinant += float(stack.count @ np.linalg.slogdet(covariance)[1])
            inverse = np.linalg.inv(covariance)
            if block_free:
                sums = inverse.sum(axis=2)
                inverse -= sums[:, :, None] * sums[:, None, :] / sums.sum(axis=1)[:, None, None]
            found.append(inverse)
        return Inverse(tuple(found), log_determinant)

    def times(self, inverse: Inverse, values: np.ndarray) -> np.ndarray:
        """Inverse covariance x values; values: (rows,) or (rows, columns)."""
        wide = values[:, None] if values.ndim == 1 else values
        found = np.empty(wide.shape)
        for stack, one in zip(self.stacks, inverse.by_stack, strict=True):
            mine = wide[stack.rows]
            found[stack.rows] = one[0] @ mine if len(one) == 1 else stack.by_block(one) @ mine
        return found[:, 0] if values.ndim == 1 else found

    def trace(self, inverse: Inverse, factor: int) -> float:
        """Trace of inverse x (which rows share a level of the factor)."""
        return sum(
            float(stack.count @ (one * stack.shared[factor]).sum(axis=(1, 2)))
            for stack, one in zip(self.stacks, inverse.by_stack, strict=True)
        )


class Pairs:
    """Pairs of rows in one block, by the columns that they stand in: what W' V^-1 W is summed from.

    at: (rows, terms), the column of each row in each term. width: number of columns.
    """

    def __init__(self, blocks: Blocks, at: np.ndarray, width: int) -> None:
        self._blocks, self._at, self._width = blocks, at, width
        terms = range(at.shape[1])
        # The other half of two terms is the transpose of this one.
        self._terms = [(one, other) for one in terms for other in terms if one <= other]
        size = sum(stack.rows.size * stack.k for stack in blocks.stacks) * len(self._terms)
        self._kept = [self._worked_out(*both) for both in self._terms] if size <= KEPT else None

    def _worked_out(self, one: int, other: int) -> list[np.ndarray]:
        """For each stack (blocks x k x k,) places in a flat (width, width) matrix."""
        rows = [(self._at[stack.rows, one], self._at[stack.rows, other]) for stack in self._blocks.stacks]
        return [(first[:, :, None] * self._width + second[:, None, :]).ravel() for first, second in rows]

    def _places(self) -> Iterator[tuple[bool, list[np.ndarray]]]:
        """Whether the two terms are one, and the places of each stack."""
        for number, (one, other) in enumerate(self._terms):
            yield one == other, self._kept[number] if self._kept else self._worked_out(one, other)

    def gram(self, inverse: Inverse) -> np.ndarray:
        """(width, width): W' V^-1 W."""
        stacks = zip(self._blocks.stacks, inverse.by_stack, strict=True)
        weights = np.concatenate([stack.by_block(one).ravel() for stack, one in stacks])
        found = np.zeros((self._width, self._width))
        for same, places in self._places():
            flat = np.bincount(np.concatenate(places), weights=weights, minlength=self._width**2)
            part = flat.reshape(self._width, self._width)
            found += part if same else part + part.T
        return found

    def pulled(self, matrix: np.ndarray) -> list[np.ndarray]:
        """For each stack (patterns, k, k): sums over blocks of W matrix W', matrix being symmetric."""
        flat = matrix.ravel()
        found = [np.zeros((len(stack.count), stack.k, stack.k)) for stack in self._blocks.stacks]
        for same, places in self._places():
            for total, stack, place in zip(found, self._blocks.stacks, places, strict=True):
                part = stack.by_pattern(flat[place].reshape(len(stack.rows), stack.k, stack.k))
                np.add(total, part if same else part + part.swapaxes(1, 2), out=total)
        return found


def _first_alike(codes: np.ndarray) -> np.ndarray:
    """(blocks, k) codes -> for each row of a block the first row that has its code."""
    k = codes.shape[1]
    found = np.empty(codes.shape, dtype=np.int16)
    at_once = max(1, 20_000_000 // (k * k))
    for start in range(0, len(codes), at_once):
        part = codes[start : start + at_once]
        found[start : start + at_once] = (part[:, :, None] == part[:, None, :]).argmax(axis=2)
    return found
