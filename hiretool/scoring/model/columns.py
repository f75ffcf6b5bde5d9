"""The crossed part of a model: which column holds 1 for each row in each term."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp

FIXED, KNOWN = -1, -2
"""Kinds of column beside the numbers of crossed factors: a fixed effect; an effect whose prior sd is given."""


@dataclass(frozen=True)
class Columns:
    """Terms that lie inside another one (interviewer in interviewer:competency) need no place of their own: the rows
    are counted by the finest terms, and `spread` says which columns each of their levels adds up to.
    """

    at: np.ndarray
    """(rows, terms): the column that holds 1 in each term."""
    factor: np.ndarray
    """(columns,): number of the crossed factor, FIXED or KNOWN."""
    precision: np.ndarray
    """(columns,): of a FIXED column's prior, 0 for a flat one; unused elsewhere."""
    sd: np.ndarray
    """(columns,): of a KNOWN column's prior; unused elsewhere."""

    @property
    def flat(self) -> int:
        return int(((self.factor == FIXED) & (self.precision == 0)).sum())

    @property
    def n_factors(self) -> int:
        return int(max(self.factor.max(initial=-1) + 1, 0))

    @cached_property
    def penalty(self) -> np.ndarray:
        return np.where(self.factor == FIXED, self.precision, 1.0)

    def scale(self, log_sd: np.ndarray) -> np.ndarray:
        """(columns,): the sd of each column's effect; 1 for fixed ones."""
        found = np.ones(len(self.factor))
        random, known = self.factor >= 0, self.factor == KNOWN
        found[random] = np.exp(log_sd)[self.factor[random]]
        found[known] = self.sd[known]
        return found

    @cached_property
    def _finest(self) -> tuple[np.ndarray, sp.csr_matrix]:
        terms = sorted(range(self.at.shape[1]), key=lambda term: -len(np.unique(self.at[:, term])))
        groups: list[list[int]] = []
        for term in terms:
            home = next((group for group in groups if _inside(self.at[:, group[0]], self.at[:, term])), None)
            if home is None:
                groups.append([term])
            else:
                home.append(term)
        places, rows, columns, offset = [], [], [], 0
        for group in groups:
            levels, first, place = np.unique(self.at[:, group[0]], return_index=True, return_inverse=True)
            places.append(offset + place.ravel())
            for term in group:
                rows.append(offset + np.arange(len(levels)))
                columns.append(self.at[first, term])
            offset += len(levels)
        row, column = np.concatenate(rows), np.concatenate(columns)
        spread = sp.csr_matrix((np.ones(len(row)), (row, column)), shape=(offset, len(self.factor)))
        return np.stack(places, axis=1), spread

    @property
    def finest(self) -> np.ndarray:
        """(rows, finest terms): place of each row."""
        return self._finest[0]

    @property
    def spread(self) -> sp.csr_matrix:
        """(places, columns): 1 where the level of a finest term belongs to the column."""
        return self._finest[1]

    @cached_property
    def _gathered(self) -> sp.csr_matrix:
        return self.spread.T.tocsr()

    def gathered(self, values: np.ndarray) -> np.ndarray:
        """W' values; values: (rows,) or (rows, n)."""
        wide = values[:, None] if values.ndim == 1 else values
        size = self.spread.shape[0]
        sums = np.zeros((size, wide.shape[1]))
        for place in self.finest.T:
            for number in range(wide.shape[1]):
                sums[:, number] += np.bincount(place, weights=wide[:, number], minlength=size)
        found: np.ndarray = self._gathered @ sums
        return found[:, 0] if values.ndim == 1 else found

    def spread_out(self, effects: np.ndarray) -> np.ndarray:
        """W effects; effects: (columns,)."""
        each = self.spread @ effects
        return np.asarray(sum(each[place] for place in self.finest.T))

    def folded(self, gram: np.ndarray) -> np.ndarray:
        """(places, places) -> (columns, columns)."""
        found: np.ndarray = self._gathered @ (self._gathered @ gram).T
        return found

    def unfolded(self, matrix: np.ndarray) -> np.ndarray:
        """(columns, columns) -> (places, places)."""
        found: np.ndarray = self.spread @ (self.spread @ matrix).T
        return found


def _inside(fine: np.ndarray, coarse: np.ndarray) -> bool:
    """Each level of the fine term lies in one level of the coarse term."""
    first = np.zeros(int(fine.max(initial=0)) + 1, dtype=np.int64)
    first[fine] = coarse
    return bool((first[fine] == coarse).all())
