"""Many names -> their parts as arrays of numbers, one number a distinct part."""

from __future__ import annotations

from array import array
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
    (first, firsts), (middle, middles), (last, lasts) = _split(names)
    ends = first * len(lasts) + last
    bucket, distinct = pd.factorize(ends * len(middles) + middle)
    ends, middle = np.divmod(distinct, len(middles)) if len(distinct) else (distinct, distinct)
    key, pairs = pd.factorize(ends)
    first, last = np.divmod(pairs, len(lasts)) if len(pairs) else (pairs, pairs)
    one, two, three, four, five = _codes(bucket, first[key], middle, last[key], key)
    return Spelled(one, two, three, four, firsts, middles, lasts, five)


def _codes(*columns: Ints) -> list[Codes]:
    return [column.astype(np.int32) for column in columns]


def _split(names: Sequence[str]) -> list[tuple[Ints, list[str]]]:
    """Number of each first, middle and last part, in order of first sight, and the distinct parts."""
    numbers: tuple[dict[str, int], ...] = ({}, {}, {})
    codes = [array("i"), array("i"), array("i")]
    for name in names:
        for part, known, column in zip(parts(name), numbers, codes, strict=True):
            column.append(known.setdefault(part, len(known)))
    return [(np.array(column, np.int64), list(known)) for known, column in zip(numbers, codes, strict=True)]


def _lengths(texts: list[str]) -> Ints:
    return np.fromiter(map(len, texts), np.int64, len(texts))
