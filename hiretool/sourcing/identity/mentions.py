"""A frame of mentions -> arrays in one order, whatever order the rows came in."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from hiretool.errors import HiretoolError
from hiretool.sourcing.identity.spelled import Codes, Ints, Spelled, read_names

COLUMNS = ("paper", "position", "name")


@dataclass(frozen=True)
class Mentions:
    """Author mentions sorted by paper id, position and name. A mention is a number from 0 in that order."""

    rows: Ints
    """Mention -> row of the frame, from 0."""
    paper: Codes
    """Mention -> number of its paper; papers are numbered in the order of their ids as text."""
    papers: list[str]
    """Paper number -> id as text."""
    starts: Ints
    """Paper number -> its first mention; one more at the end."""
    name: Codes
    """Mention -> number of its name."""
    names: list[str]
    """Name number -> as it is written."""
    spelled: Spelled
    """The names taken apart."""
    bucket: Codes
    """Mention -> number of its first, middle and last name, folded: what is one person or several."""
    again: Codes
    """Mention -> how many mentions of the same name stand before it on the paper: 0, but for namesakes who wrote
    a paper together."""

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def sizes(self) -> Ints:
        """Paper number -> mentions on it."""
        return np.diff(self.starts)

    @property
    def key(self) -> Codes:
        """Bucket -> number of its first and last name."""
        return self.spelled.key


def read(frame: pd.DataFrame) -> Mentions:
    """The mentions in a frame with columns paper, position, name.

    A name that is not text is a name that is not known.
    Raises: HiretoolError if a column is missing, a row has no paper, or positions are no numbers.
    """
    if missing := [name for name in COLUMNS if name not in frame.columns]:
        raise HiretoolError(f"mentions: no column {missing[0]!r}; expected columns {', '.join(COLUMNS)}")
    paper, papers = _papers(frame["paper"])
    name, names = _names(frame["name"])
    rows = _order(paper, _positions(frame["position"]), name, names)
    paper, name = paper[rows], name[rows]
    starts = np.searchsorted(paper, np.arange(len(papers) + 1)).astype(np.int64)
    spelled = read_names(names)
    bucket = spelled.bucket[name] if len(name) else name
    return Mentions(rows, paper, papers, starts, name, names, spelled, bucket, _again(paper, bucket))


def _papers(column: pd.Series[Any]) -> tuple[Codes, list[str]]:
    """Codes in the order of the ids as text, and those texts."""
    codes, values = pd.factorize(column)
    if (codes < 0).any():
        raise HiretoolError(f"mentions: column 'paper': row {int(np.argmin(codes)) + 1} has none")
    ids = [value if type(value) is str else paper_id(value) for value in values.tolist()]
    if all(one < other for one, other in pairwise(ids)):
        return codes.astype(np.int32), ids
    order = sorted(range(len(ids)), key=ids.__getitem__)
    ids = [ids[number] for number in order]
    # Two values of one text, such as 7 and "7", are one paper.
    rank = np.empty(len(order), np.int32)
    rank[order] = np.cumsum([False, *(one != other for one, other in pairwise(ids))], dtype=np.int32)
    return rank[codes], list(dict.fromkeys(ids))


def paper_id(value: Hashable) -> str:
    """A paper's id as text: 7, 7.0 read from a table with gaps, and "7" are one paper."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)


def _names(column: pd.Series[Any]) -> tuple[Codes, list[str]]:
    codes, values = pd.factorize(column, use_na_sentinel=False)
    return codes.astype(np.int32), [value if isinstance(value, str) else "" for value in values.tolist()]


def _positions(column: pd.Series[Any]) -> npt.NDArray[np.float64]:
    try:
        return pd.to_numeric(column).to_numpy(np.float64, na_value=np.inf)
    except (ValueError, TypeError) as error:
        problem = "expected numbers, the smallest of a paper for the name listed first"
        raise HiretoolError(f"mentions: column 'position': {problem}") from error


def _order(paper: Codes, position: npt.NDArray[np.float64], name: Codes, names: list[str]) -> Ints:
    """Rows by paper, position, name; of rows that agree in all three the order does not matter."""
    step = np.diff(paper)
    if not len(paper) or ((step > 0) | ((step == 0) & (np.diff(position) > 0))).all():
        return np.arange(len(paper), dtype=np.int64)
    rows = np.lexsort((position, paper))
    paper, position = paper[rows], position[rows]
    if not ((paper[1:] == paper[:-1]) & ~(position[1:] > position[:-1])).any():
        return rows
    rank = np.empty(len(names), np.int64)
    rank[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
    return rows[np.lexsort((rank[name[rows]], position, paper))]


def _again(paper: Codes, bucket: Codes) -> Codes:
    pair = paper.astype(np.int64) * (int(bucket.max(initial=0)) + 1) + bucket
    order = np.argsort(pair, kind="stable")
    ordered = pair[order]
    new = np.r_[True, ordered[1:] != ordered[:-1]][: len(ordered)]
    place = np.arange(len(ordered))
    again = np.zeros(len(pair), np.int32)
    again[order] = place - np.maximum.accumulate(np.where(new, place, 0)) if len(pair) else 0
    return again
