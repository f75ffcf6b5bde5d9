"""Everything that is commonly said of how far raters agree, of one frame."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hiretool.scoring.agreement.alpha import krippendorff
from hiretool.scoring.agreement.coded import coded
from hiretool.scoring.agreement.estimate import Estimate
from hiretool.scoring.agreement.icc import Intraclass, intraclass
from hiretool.scoring.agreement.kappa import Pairs, cohen, fleiss

if TYPE_CHECKING:
    import pandas as pd

    from hiretool.scoring.agreement.coded import Coded

CEILING = 0.8
"""Share of all ratings that are one value, from which the statistics are said to tell little."""


@dataclass(frozen=True, slots=True)
class Plain:
    """Agreement without any correction for chance, over pairs of ratings of one unit; m raters count as m - 1 pairs."""

    same: float
    """Share that are the same, 0..1."""
    within_one: float | None
    """Share that differ by 1 at most; None for words."""
    commonest: str
    """The value given most often."""
    commonest_share: float
    """Its share of all compared ratings."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far raters agree. A statistic that is not defined has the value None and a sentence."""

    coded: Coded
    plain: Plain | None
    """None where no unit was rated by two."""
    krippendorff: dict[str, Estimate]
    """nominal, ordinal, interval, ratio."""
    cohen: dict[str, Estimate]
    """Weights none, linear, squared; the mean over pairs of raters."""
    pairs: Pairs | None
    fleiss: Estimate
    icc: Intraclass
    notes: tuple[str, ...]
    """What was left out, and what the figures cannot tell here; sentences."""


def statistics(
    frame: pd.DataFrame,
    *,
    unit: str | Sequence[str],
    rater: str,
    value: str,
    cluster: str | Sequence[str] = (),
    seed: int = 0,
) -> Agreement:
    """All statistics of agreement of a frame.

    frame: long, one row a rating, gaps and different numbers of raters allowed. unit: the column, or the columns
    together, that tell what was rated; rater: who rated it; value: numbers, or words (then only nominal statistics are
    defined), blank where nothing was rated. cluster: the columns that tell which units hang together, such as the
    candidate where units are a candidate's competencies: intervals of alpha and kappa are then made of candidates, and
    wider. seed: of the samples that intervals are made of.
    Raises: HiretoolError for an unknown column, a rating of nobody or of nothing, or a value that is no finite number.

    >>> import pandas as pd
    >>> rows = [("a", "x", 1), ("a", "y", 1), ("b", "x", 3), ("b", "y", 3), ("c", "x", 2), ("c", "y", 3)]
    >>> found = statistics(pd.DataFrame(rows, columns=["who", "by", "n"]), unit="who", rater="by", value="n")
    >>> round(found.krippendorff["nominal"].value, 3)
    0.545
    """
    codes = coded(frame, unit=unit, rater=rater, value=value, cluster=cluster)
    plain = _plain(codes) if codes.n_compared else None
    by_pair, pairs = cohen(codes)
    return Agreement(
        coded=codes,
        plain=plain,
        krippendorff=krippendorff(codes, seed=seed),
        cohen=by_pair,
        pairs=pairs,
        fleiss=fleiss(codes, seed=seed),
        icc=intraclass(codes),
        notes=tuple(_notes(codes, plain)),
    )


def _plain(codes: Coded) -> Plain:
    sizes = codes.sizes.astype(float)
    width = len(codes.labels)
    times = np.bincount(codes.value, minlength=width)
    most = int(times.argmax())
    return Plain(
        same=_close(codes, codes.value.astype(float), sizes, 0),
        within_one=None if codes.values is None else _close(codes, codes.values[codes.value], sizes, 1),
        commonest=codes.labels[most],
        commonest_share=float(times[most] / times.sum()),
    )


def _close(codes: Coded, values: np.ndarray, sizes: np.ndarray, apart: float) -> float:
    """Share of pairs of ratings of a unit that differ by `apart` at most; a large panel does not outweigh the rest."""
    order = np.lexsort((values, codes.unit))
    unit, values = codes.unit[order], values[order]
    # Sorted by unit and value, the ratings that are close enough above one are the next ones in its row.
    key = unit * (np.ptp(values) + 2 * apart + 1) + (values - values.min())
    upper = np.searchsorted(key, key + apart + 1e-9, side="right")
    pairs = np.bincount(unit, upper - np.arange(len(unit)) - 1)
    return float((2 * pairs / sizes).sum() / (sizes - 1).sum())


def _notes(codes: Coded, plain: Plain | None) -> list[str]:
    found = []
    if codes.n_left_out:
        found.append(
            f"{_count(codes.n_left_out, 'unit was', 'units were')} rated by one person only and could not be compared."
        )
    if codes.n_repeated:
        found.append(
            f"{_count(codes.n_repeated, 'rating was', 'ratings were')} left out because the same person had rated the"
            " same unit before: the first counts."
        )
    if codes.n_blank:
        found.append(f"{_count(codes.n_blank, 'row is', 'rows are')} blank (not assessed) and took no part.")
    if codes.values is None and codes.n_compared:
        comma = re.fullmatch(r"-?\d+,\d+", codes.no_number)
        found.append(
            f"Values such as {codes.no_number[:40]!r} are words, so only the nominal statistics are given."
            + (" Write decimals with a point." if comma else " If it is a slip in a column of numbers, mend it.")
        )
    if plain and CEILING <= plain.commonest_share < 1:
        found.append(
            f"{plain.commonest_share:.0%} of the ratings are {plain.commonest}, and {plain.same:.0%} of the pairs are"
            " equal. Alpha, kappa and ICC compare units with each other: where nearly all get the same value, they can"
            " be near 0 although almost everybody agrees. They then say that the ratings do not tell units apart, not"
            " that the raters are at odds."
        )
    return found


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
