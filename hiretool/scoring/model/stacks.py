"""Blocks of ratings in single precision, for data where a figure for each pair of a block's ratings is too much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from hiretool.scoring.model.coded import Coded

AT_ONCE = 50_000
"""Blocks or patterns that are worked on together."""
FEW = 256
"""Up to so many patterns are gone through one by one; more are multiplied all at once."""


@dataclass(frozen=True, slots=True)
class _Stack:
    """The blocks of one size, ordered by pattern."""

    blocks: np.ndarray
    rows: np.ndarray
    """(blocks, k) int32."""
    count: np.ndarray
    """(patterns,)."""
    inverse: np.ndarray
    """(patterns, k, k) float32."""
    same_competency: np.ndarray
    """(patterns, k, k) bool."""
    same_card: np.ndarray

    def parts(self) -> Iterator[tuple[slice, np.ndarray]]:
        """Runs of blocks, and the inverse of each run: (k, k), or one for each block."""
        if len(self.count) <= FEW:
            ends = np.cumsum(self.count)
            for end, count, inverse in zip(ends, self.count, self.inverse, strict=True):
                yield slice(end - count, end), inverse
            return
        pattern = np.repeat(np.arange(len(self.count)), self.count)
        for start in range(0, len(self.rows), AT_ONCE):
            part = slice(start, min(start + AT_ONCE, len(self.rows)))
            yield part, self.inverse[pattern[part]]


class Stacks:
    """The inverse covariance of ratings, block by block.

    block_free: let the candidates' levels have any value, so that only comparisons within a block count.
    """

    def __init__(self, data: Coded, variance: Mapping[str, float], *, block_free: bool = False) -> None:
        self._rows = len(data.y)
        sizes = np.diff(data.starts)
        self._stacks = [
            _stack(data, int(k), np.flatnonzero(sizes == k), variance, block_free) for k in np.unique(sizes)
        ]

    def times(self, values: np.ndarray) -> np.ndarray:
        """(rows,) float32."""
        found = np.empty(self._rows, np.float32)
        values = values.astype(np.float32, copy=False)
        for stack in self._stacks:
            for part, inverse in stack.parts():
                rows = stack.rows[part]
                mine = values[rows]
                found[rows] = mine @ inverse if inverse.ndim == 2 else np.matmul(inverse, mine[:, :, None])[:, :, 0]
        return found

    def diagonals(self) -> dict[str, np.ndarray]:
        """(rows,) what each rating adds to the diagonal of W' V^-1 W for effects of competency, card, or both."""
        found = {name: np.empty(self._rows, np.float32) for name in ("competency", "card", "both")}
        for stack in self._stacks:
            masks = {
                "competency": stack.same_competency,
                "card": stack.same_card,
                "both": stack.same_card & stack.same_competency,
            }
            for name, mask in masks.items():
                sums = np.repeat((stack.inverse * mask).sum(axis=2), stack.count, axis=0)
                found[name][stack.rows] = sums
        return found

    def by_role(self, role_of: np.ndarray, competency: np.ndarray, roles: int, width: int) -> np.ndarray:
        """(roles, width, width): the sums of the inverse over the candidates of a role, by two competencies."""
        found = np.zeros(roles * width * width)
        for stack in self._stacks:
            for part, inverse in stack.parts():
                for start in range(part.start, part.stop, AT_ONCE):
                    some = slice(start, min(start + AT_ONCE, part.stop))
                    place = competency[stack.rows[some]].astype(np.int64)
                    first = (role_of[stack.blocks[some]].astype(np.int64)[:, None] * width + place) * width
                    both = first[:, :, None] + place[:, None, :]
                    mine = inverse if inverse.ndim == 2 else inverse[start - part.start : some.stop - part.start]
                    weight = np.broadcast_to(mine, both.shape)
                    found += np.bincount(both.ravel(), weights=weight.ravel(), minlength=len(found))
        return found.reshape(roles, width, width)


def _stack(data: Coded, k: int, blocks: np.ndarray, variance: Mapping[str, float], block_free: bool) -> _Stack:
    rows = (data.starts[blocks][:, None] + np.arange(k)).astype(np.int32)
    competency, card = _first_alike(data.competency, rows), _first_alike(data.card, rows)
    _, at, pattern, count = np.unique(
        _fingerprint(competency, card), return_index=True, return_inverse=True, return_counts=True
    )
    order = np.argsort(pattern, kind="stable")
    same_competency = competency[at][:, :, None] == competency[at][:, None, :]
    same_card = card[at][:, :, None] == card[at][:, None, :]
    inverse = np.empty((len(at), k, k), np.float32)
    for start in range(0, len(at), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        covariance = variance["residual"] * np.eye(k) + variance["candidate:competency"] * same_competency[part]
        covariance += variance["scorecard"] * same_card[part]
        if not block_free:
            covariance += variance["candidate"]
        found = np.linalg.inv(covariance)
        if block_free:
            sums = found.sum(axis=2)
            found -= sums[:, :, None] * sums[:, None, :] / sums.sum(axis=1)[:, None, None]
        inverse[part] = found
    return _Stack(blocks[order], rows[order], count, inverse, same_competency, same_card)


def _first_alike(codes: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """(blocks, k): for each rating of a block the first one that has its code."""
    found = np.empty(rows.shape, np.int16)
    for start in range(0, len(rows), AT_ONCE):
        mine = codes[rows[start : start + AT_ONCE]]
        found[start : start + AT_ONCE] = (mine[:, :, None] == mine[:, None, :]).argmax(axis=2)
    return found


def _fingerprint(*parts: np.ndarray) -> np.ndarray:
    """(blocks,) one number a pattern: two patterns in a million share one with a chance below 1 in 10 million."""
    dice = np.random.default_rng(0)
    found = np.zeros(len(parts[0]), np.uint64)
    for part in parts:
        for column in part.T:
            found = (
                found * np.uint64(0x9E3779B97F4A7C15)
                + dice.integers(1 << 63, size=int(column.max()) + 1, dtype=np.uint64)[column]
            )
    return found
