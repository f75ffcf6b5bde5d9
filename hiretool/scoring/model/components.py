"""Named columns of a frame -> variance components."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hiretool.errors import HiretoolError, suggestion
from hiretool.scoring.fitted import Components
from hiretool.scoring.model import threads
from hiretool.scoring.model.blocks import MOST_IN_A_BLOCK, Blocks
from hiretool.scoring.model.columns import FIXED, KNOWN, Columns
from hiretool.scoring.model.reml import LOWEST, Reml

if TYPE_CHECKING:
    import pandas as pd

MOST_COLUMNS = 8_000
"""Crossed columns that a dense matrix is made of; 8,000 take 0.5 GB."""
SPREAD = 0.6
"""Sd of the log-normal priors on the sds, where their medians are given."""
RESIDUAL = "residual"


@dataclass(frozen=True, slots=True)
class _Term:
    name: str
    codes: np.ndarray
    levels: int


def estimated(
    frame: pd.DataFrame,
    response: str,
    terms: Sequence[str],
    *,
    fixed: Sequence[str],
    prior: Mapping[str, float] | None,
) -> Components:
    """As `scoring.components`."""
    known = frame.dropna(subset=[_column(frame, response)])
    try:
        y = known[response].to_numpy(dtype=float)
    except (TypeError, ValueError) as error:
        raise HiretoolError(f"The column {response!r} holds words; a response needs numbers.") from error
    if not len(y):
        raise HiretoolError(f"The column {response!r} has no value.")
    random = [_term(known, name) for name in terms]
    for term in random:
        if term.levels == len(y):
            raise HiretoolError(f"The term {term.name} has a level for each row, so it is the residual; leave it out.")
        if term.levels == 1:
            raise HiretoolError(f"The term {term.name} has one level, which cannot vary; leave it out.")
    middle, size = float(y.mean()), float(y.std())
    if len(y) < 3 or size == 0:
        zero = dict.fromkeys([*terms, RESIDUAL], 0.0)
        return Components(zero, None, "reml" if prior is None else "map", {"(mean)": middle}, converged=False)
    block = _block(random, len(y))
    order = np.argsort(block.codes, kind="stable")
    nested = [block, *(term for term in random if term is not block and _is_nested(term, block))]
    crossed = [term for term in random if not any(term is inner for inner in nested)]
    starts = np.concatenate([[0], np.cumsum(np.bincount(block.codes, minlength=block.levels))])
    _refuse_what_is_too_large(np.diff(starts), block, crossed)
    columns, names = _columns([_term(known, name) for name in fixed], crossed, order)
    places = [*(term.name for term in nested), RESIDUAL, *(term.name for term in crossed)]
    without_block = block.name == ""
    centre = spread = None
    if prior is not None:
        if absent := [name for name in places if name and name not in prior]:
            raise HiretoolError(f"The prior has no sd for {', '.join(absent)}.")
        centre = np.log([prior.get(name, 1e-4) / size for name in places])
        spread = np.full(len(places), SPREAD)
    model = Reml(
        ((y - middle) / size)[order],
        Blocks(starts, [term.codes[order] for term in nested]),
        columns,
        centre=centre,
        spread=spread,
    )
    start = np.full(len(places), -0.5 * np.log(len(places))) if centre is None else centre
    if without_block:
        start[0] = LOWEST
    with threads.suited(len(columns.factor)):
        at, _, converged = model.fitted(start, tolerance=1e-9)
    variance = np.where(at.log_sd <= LOWEST + 1e-9, 0.0, np.exp(2 * at.log_sd) * size**2)
    found = {name: float(value) for name, value in zip(places, variance, strict=True) if name}
    degrees = len(y) - columns.flat
    effects = dict(zip(names, (at.effects[: len(names)] * size).tolist(), strict=True))
    effects["(mean)"] += middle
    return Components(
        {name: found[name] for name in (*terms, RESIDUAL)},
        at.criterion + 2 * degrees * float(np.log(size)),
        "reml" if prior is None else "map",
        effects,
        converged,
    )


def _column(frame: pd.DataFrame, name: str) -> str:
    if name not in frame.columns:
        known = [str(column) for column in frame.columns]
        raise HiretoolError(f"There is no column {name!r}. {suggestion(name, known)}")
    return name


def _term(frame: pd.DataFrame, name: str) -> _Term:
    """A column's levels, or those of several columns together (`a:b`); blanks are a level of their own."""
    import pandas as pd

    codes = np.zeros(len(frame), dtype=np.int64)
    for part in name.split(":"):
        found, levels = pd.factorize(frame[_column(frame, part)], sort=True, use_na_sentinel=True)
        found = np.where(found < 0, len(levels), found)
        codes = codes * (len(levels) + 1) + found
    together, pairs = pd.factorize(codes, sort=True)
    return _Term(name, together.astype(np.int64), len(pairs))


def _block(random: Sequence[_Term], rows: int) -> _Term:
    """The term that leaves the fewest levels crossed, when it and all that lies inside it are integrated out."""
    if not random:
        return _Term("", np.arange(rows), rows)

    def crossed(block: _Term) -> int:
        return sum(term.levels for term in random if term is not block and not _is_nested(term, block))

    fit = [term for term in random if np.bincount(term.codes).max() <= MOST_IN_A_BLOCK]
    return min(fit or random, key=crossed)


def _is_nested(term: _Term, block: _Term) -> bool:
    """Each level of the term lies inside one level of the block."""
    first = np.zeros(term.levels, dtype=np.int64)
    first[term.codes] = block.codes
    return bool((first[term.codes] == block.codes).all())


def _refuse_what_is_too_large(sizes: np.ndarray, block: _Term, crossed: Sequence[_Term]) -> None:
    count = sum(term.levels for term in crossed)
    if count > MOST_COLUMNS:
        names = ", ".join(f"{term.name} ({term.levels:,})" for term in crossed)
        raise HiretoolError(f"Crossed terms have {count:,} levels, more than {MOST_COLUMNS:,}: {names}.")
    if sizes.max() > MOST_IN_A_BLOCK:
        raise HiretoolError(f"A level of {block.name} has {sizes.max():,} rows, more than {MOST_IN_A_BLOCK:,}.")


def _columns(fixed: Sequence[_Term], crossed: Sequence[_Term], order: np.ndarray) -> tuple[Columns, list[str]]:
    """Fixed effects first: the mean, then each fixed term's levels but the first, which has a column of zero weight."""
    width = len(order)
    at = [np.zeros(width, dtype=np.int64)]
    names, factor = ["(mean)"], [np.array([FIXED])]
    offset = 1
    absorbed = []
    for term in fixed:
        # The first level's effect is part of the mean; its column is one that is held at zero.
        absorbed.append((len(at), term))
        at.append(offset + term.codes[order] - 1)
        names += [f"{term.name}[{level}]" for level in range(1, term.levels)]
        factor.append(np.full(term.levels - 1, FIXED))
        offset += term.levels - 1
    for number, term in enumerate(crossed):
        at.append(offset + term.codes[order])
        factor.append(np.full(term.levels, number))
        offset += term.levels
    if absorbed:
        for place, term in absorbed:
            at[place] = np.where(term.codes[order] == 0, offset, at[place])
        factor.append(np.array([KNOWN]))
        offset += 1
    kinds = np.concatenate(factor)
    zero = np.zeros(offset)
    return Columns(np.stack(at, axis=1), kinds, zero, zero), names
