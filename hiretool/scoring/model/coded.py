"""Ratings as a frame -> arrays of codes, sorted by candidate, interviewer and competency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from hiretool.errors import HiretoolError, suggestion

if TYPE_CHECKING:
    import pandas as pd

MOST_OF_A_CANDIDATE = 1_000
"""Ratings of one candidate in one role; each needs a figure with each other one."""
NEEDED = ("candidate", "interviewer", "competency", "rating")


@dataclass(frozen=True)
class Coded:
    """Ratings that count, in rows sorted by block, interviewer, competency.

    A block is a candidate of a role: somebody who is in for two roles has two.
    """

    y: np.ndarray
    """(rows,) ratings."""
    order: np.ndarray
    """(rows,) place of each row in the frame that was given."""
    block: np.ndarray
    """(rows,) int32."""
    interviewer: np.ndarray
    competency: np.ndarray
    starts: np.ndarray
    """(blocks + 1,) where each block begins."""
    role_of: np.ndarray
    """(blocks,) the role's number."""
    candidate_of: np.ndarray
    """(blocks,) number in `candidates`."""
    roles: np.ndarray
    candidates: np.ndarray
    interviewers: np.ndarray
    competencies: np.ndarray
    """Names by number."""
    unrated: tuple[tuple[str, str], ...]
    """(role, candidate) of whom nothing was assessed."""

    @property
    def n_blocks(self) -> int:
        return len(self.role_of)

    @cached_property
    def role(self) -> np.ndarray:
        """(rows,) number of the role."""
        return self.role_of[self.block]

    @cached_property
    def card_starts(self) -> np.ndarray:
        """(cards + 1,) where each scorecard begins: what one interviewer said of one candidate."""
        if not len(self.y):
            return np.zeros(1, dtype=np.int64)
        new = (np.diff(self.block) != 0) | (np.diff(self.interviewer) != 0)
        return np.concatenate([[0], np.flatnonzero(new) + 1, [len(self.y)]])

    @cached_property
    def card(self) -> np.ndarray:
        """(rows,) number of the scorecard."""
        return np.repeat(np.arange(len(self.card_starts) - 1, dtype=np.int32), np.diff(self.card_starts))

    @property
    def card_block(self) -> np.ndarray:
        return self.block[self.card_starts[:-1]]

    @property
    def card_interviewer(self) -> np.ndarray:
        return self.interviewer[self.card_starts[:-1]]


def coded(ratings: pd.DataFrame, scale: tuple[float, float], dropped: np.ndarray | None = None) -> Coded:
    """The ratings that count.

    dropped: (rows,) True where a rating is left out (a conflict of interest).
    Raises: HiretoolError for a column that is missing, or a rating that is off the scale.
    """
    import pandas as pd

    if absent := [name for name in NEEDED if name not in ratings.columns]:
        known = [str(name) for name in ratings.columns]
        raise HiretoolError(f"The ratings lack the column {absent[0]!r}. {suggestion(absent[0], known)}")
    y = pd.to_numeric(ratings["rating"], errors="coerce").to_numpy(dtype=np.float64)
    low, high = scale
    counts = ~np.isnan(y)
    if not counts.all() and (strange := ratings["rating"][~counts].dropna()).size:
        raise HiretoolError(
            f"The ratings hold {strange.iloc[0]!r}, which is no number; leave blanks where not assessed."
        )
    off = counts & ((y < low) | (y > high))
    if off.any():
        place = int(np.flatnonzero(off)[0])
        raise HiretoolError(f"Rating {place + 1} is {y[place]:g}; expected {low:g} to {high:g}, or none.")
    candidate, candidates = _codes(ratings["candidate"])
    role, roles = _codes(ratings["role"]) if "role" in ratings.columns else _one(len(y))
    interviewer, interviewers = _codes(ratings["interviewer"])
    competency, competencies = _codes(ratings["competency"])
    if dropped is not None:
        counts &= ~dropped
    whole = role.astype(np.int64) * len(candidates) + candidate
    key = (whole * len(interviewers) + interviewer) * len(competencies) + competency
    order = np.flatnonzero(counts)
    key = key[order] if len(order) < len(key) else key
    if (np.diff(key) < 0).any():
        # Equal keys are one cell rated twice: by rating, so that the order of the rows makes no difference.
        sort = np.argsort(key, kind="stable")
        if (np.diff(key[sort]) == 0).any():
            sort = np.lexsort((y[order], key))
        order = order[sort]
    mine = whole[order]
    first = np.concatenate([[True], np.diff(mine) != 0]) if len(mine) else np.zeros(0, bool)
    starts = np.concatenate([np.flatnonzero(first), [len(mine)]])
    blocks = mine[first]
    _refuse_what_is_no_candidate(np.diff(starts), candidates[blocks % len(candidates)] if len(blocks) else candidates)
    unrated = _unrated(whole, set(blocks.tolist()), roles, candidates) if len(order) < len(whole) else ()
    return Coded(
        y=y[order],
        order=order,
        block=np.repeat(np.arange(len(blocks), dtype=np.int32), np.diff(starts)),
        interviewer=interviewer[order],
        competency=competency[order],
        starts=starts,
        role_of=(blocks // len(candidates)).astype(np.int32) if len(candidates) else blocks.astype(np.int32),
        candidate_of=(blocks % len(candidates)).astype(np.int32) if len(candidates) else blocks.astype(np.int32),
        roles=roles,
        candidates=candidates,
        interviewers=interviewers,
        competencies=competencies,
        unrated=unrated,
    )


def _refuse_what_is_no_candidate(sizes: np.ndarray, names: np.ndarray) -> None:
    if len(sizes) and sizes.max() > MOST_OF_A_CANDIDATE:
        name, count = names[int(sizes.argmax())], int(sizes.max())
        raise HiretoolError(
            f"{name!r} has {count:,} ratings, more than one candidate gets ({MOST_OF_A_CANDIDATE:,});"
            " does another column hold the candidates?"
        )


def _unrated(whole: np.ndarray, rated: set[int], roles: np.ndarray, names: np.ndarray) -> tuple[tuple[str, str], ...]:
    blank = [number for number in np.unique(whole).tolist() if number not in rated]
    return tuple((str(roles[number // len(names)]), str(names[number % len(names)])) for number in blank)


def _codes(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Numbers of the names, and the names in their order, so that the order of the rows makes no difference."""
    import pandas as pd

    if isinstance(column.dtype, pd.CategoricalDtype):
        column = column.cat.remove_unused_categories()
        codes, names = column.cat.codes.to_numpy(), column.cat.categories.to_numpy()
        if not column.cat.categories.is_monotonic_increasing:
            place = np.argsort(names, kind="stable")
            moved = np.empty(len(names), dtype=np.int32)
            moved[place] = np.arange(len(names))
            codes, names = moved[codes], names[place]
        blank = (column.cat.codes < 0).any()
    else:
        codes, levels = pd.factorize(column, sort=True)
        names, blank = np.asarray(levels), (codes < 0).any()
    if blank:
        raise HiretoolError(f"The column {column.name!r} has a blank; each rating needs one.")
    return codes.astype(np.int32), names


def _one(rows: int) -> tuple[np.ndarray, np.ndarray]:
    return np.zeros(rows, dtype=np.int32), np.array([""], dtype=object)


def present(codes: np.ndarray) -> np.ndarray:
    """The codes that occur, in their order; faster than a sort where there are few of them."""
    seen = np.zeros(int(codes.max(initial=-1)) + 1, dtype=bool)
    seen[codes] = True
    return np.flatnonzero(seen)


def weights_by_role(
    weights: Mapping[str, float] | Mapping[str, Mapping[str, float]], data: Coded
) -> dict[str, dict[str, float]]:
    """Role -> competency -> weight, summing to 1. Raises: HiretoolError for what has no weight, or a weight below 0."""
    nested = any(isinstance(value, Mapping) for value in weights.values())
    found: dict[str, dict[str, float]] = {}
    for role in map(str, data.roles):
        mine: Any = weights.get(role) if nested else weights
        if not isinstance(mine, Mapping):
            raise HiretoolError(f"There are no weights for the role {role!r}.")
        values = {str(name): float(value) for name, value in mine.items()}
        total = sum(values.values())
        if not 0 < total < float("inf") or any(value < 0 for value in values.values()):
            raise HiretoolError(f"The weights must be 0 or more, and one above 0; got {values}.")
        found[role] = {name: value / total for name, value in values.items()}
    for pair in present(data.role.astype(np.int64) * len(data.competencies) + data.competency).tolist():
        role, name = (
            str(data.roles[pair // len(data.competencies)]),
            str(data.competencies[pair % len(data.competencies)]),
        )
        if name not in found[role]:
            raise HiretoolError(f"The role {role!r} does not weigh {name!r}. {suggestion(name, list(found[role]))}")
    return found
