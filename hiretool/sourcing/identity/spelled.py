"""Many names -> their parts as arrays of numbers, one number a distinct part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from hiretool.sourcing.identity.spelling import Spelling, parts

Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Spelled:
    """Distinct names, folded and taken apart. A bucket is a number of a first, middle and last part together."""

    bucket: Codes
    """Name as it is written -> bucket."""
    first: Codes
    """Bucket -> number of its first part; likewise the two below."""
    middle: Codes
    last: Codes
    firsts: list[str]
    """Number -> first part; likewise the two below. The empty text is among them where a part is missing."""
    middles: list[str]
    lasts: list[str]
    key: Codes
    """Bucket -> number of its first and last part together."""

    def __len__(self) -> int:
        return len(self.first)

    @cached_property
    def keys(self) -> int:
        """How many distinct first and last parts there are."""
        return int(self.key.max(initial=-1)) + 1

    @cached_property
    def named(self) -> Bools:
        """Bucket -> whether there is a name at all."""
        return _lengths(self.firsts)[self.first] > 0

    @cached_property
    def has_middle(self) -> Bools:
        """Bucket -> whether there is a middle part."""
        return _lengths(self.middles)[self.middle] > 0

    def spelling(self, bucket: int) -> Spelling:
        """The parts of a bucket as text."""
        return Spelling(
            self.firsts[self.first[bucket]], self.middles[self.middle[bucket]], self.lasts[self.last[bucket]]
        )


def read_names(names: Sequence[str]) -> Spelled:
    """Names, each of them once, taken apart."""
    split = [parts(name) for name in names]
    first, firsts = _numbered([part[0] for part in split])
    middle, middles = _numbered([part[1] for part in split])
    last, lasts = _numbered([part[2] for part in split])
    ends = first * len(lasts) + last
    bucket, distinct = pd.factorize(ends * len(middles) + middle)
    ends, middle = np.divmod(distinct, len(middles)) if len(distinct) else (distinct, distinct)
    key, pairs = pd.factorize(ends)
    first, last = np.divmod(pairs, len(lasts)) if len(pairs) else (pairs, pairs)
    one, two, three, four, five = _codes(bucket, first[key], middle, last[key], key)
    return Spelled(one, two, three, four, firsts, middles, lasts, five)


def _codes(*columns: Ints) -> list[Codes]:
    return [column.astype(np.int32) for column in columns]


def _numbered(texts: list[str]) -> tuple[Ints, list[str]]:
    """Number of each text, in order of first sight, and the distinct texts."""
    codes, distinct = pd.factorize(np.array(texts, object))
    return codes.astype(np.int64), list(distinct)


def _lengths(texts: list[str]) -> Ints:
    return np.fromiter(map(len, texts), np.int64, len(texts))
