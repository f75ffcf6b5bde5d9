"""A posterior -> the table of candidates, with ranks where so much is known."""

from __future__ import annotations

import numpy as np
import pandas as pd

from hiretool.errors import HiretoolError, NotFoundError
from hiretool.scoring.model import ranks, raw
from hiretool.scoring.model.coded import Coded
from hiretool.scoring.model.posterior import NINETY, Mixture, Posterior


def table(
    data: Coded,
    posterior: Posterior,
    mixture: Mixture,
    weights: np.ndarray,
    bars: np.ndarray,
    panels: np.ndarray,
    scale: tuple[float, float],
) -> pd.DataFrame:
    low, high = scale
    edge = (1 - NINETY) / 2

    def inside(values: np.ndarray) -> np.ndarray:
        return np.clip(values, low, high)

    score = inside(posterior.mean)
    uncorrected = inside(posterior.mean - posterior.correction)
    plain = raw.means(data, weights)
    count = data.n_blocks
    found = pd.DataFrame(
        {
            "candidate": data.candidates[data.candidate_of],
            "role": data.roles[data.role_of],
            "score": score,
            "low": inside(mixture.quantile(edge)),
            "high": inside(mixture.quantile(1 - edge)),
            "sd": np.sqrt(posterior.variance),
            "p_above_bar": 1 - mixture.below(bars[data.role_of]),
            "raw_mean": plain.mean,
            "raw_weighted": plain.weighted,
            "uncorrected": uncorrected,
            "correction": score - uncorrected,
            "with_conflicts": np.full(count, np.nan),
            "n_ratings": np.diff(data.starts),
            "n_interviewers": np.bincount(data.card_block, minlength=count),
            "panel": panels,
        }
    )
    empty = dict.fromkeys(
        ["expected_rank", "rank_low", "rank_high", *(f"p_rank_{place}" for place in range(1, ranks.SHOWN + 1))], np.nan
    )
    found = found.assign(**empty)
    if data.unrated:
        blank = pd.DataFrame(
            {
                "candidate": [name for _, name in data.unrated],
                "role": [role for role, _ in data.unrated],
                "n_ratings": 0,
                "n_interviewers": 0,
                "panel": 0,
            }
        )
        blank = blank.reindex(columns=found.columns)
        found = blank.astype(found.dtypes) if not count else pd.concat([found, blank.astype(found.dtypes)])
    return found.reset_index(drop=True)


def ranked(candidates: pd.DataFrame, data: Coded, posterior: Posterior, seed: int) -> pd.DataFrame:
    """With ranks filled in, role by role."""
    found = candidates.copy()
    for number in range(len(data.roles)):
        blocks = np.flatnonzero(data.role_of == number)
        if len(blocks):
            scores = posterior.draws(blocks, ranks.DRAWS, np.random.default_rng(seed))
            for name, values in ranks.summary(scores).items():
                found.loc[found.index[blocks], name] = values
    return found


def draws(data: Coded, posterior: Posterior, seed: int, role: str | None, count: int) -> tuple[list[str], np.ndarray]:
    names = [str(name) for name in data.roles]
    if role is None and len(names) > 1:
        raise HiretoolError(f"There are several roles ({', '.join(names[:5])}); name one.")
    chosen = names[0] if role is None else role
    if chosen not in names:
        raise NotFoundError("role", chosen, names)
    blocks = np.flatnonzero(data.role_of == names.index(chosen))
    if len(blocks) > ranks.MOST_CANDIDATES:
        raise HiretoolError(
            f"{len(blocks):,} candidates are too many for chances of ranks ({ranks.MOST_CANDIDATES:,})."
        )
    scores = posterior.draws(blocks, count, np.random.default_rng(seed))
    return [str(name) for name in data.candidates[data.candidate_of[blocks]]], scores


def ordered(candidates: pd.DataFrame, data: Coded) -> pd.DataFrame:
    """By role, then the highest score first; equal scores by name."""
    # Rounded for the order only, so that equal scores stand by name whatever the last digits are.
    if not data.unrated:
        # The rows stand by role and name already, and this sort keeps the order of what is equal.
        return candidates.iloc[np.lexsort((-candidates["score"].to_numpy().round(9), data.role_of))].reset_index(
            drop=True
        )
    order = candidates.assign(rounded=-candidates["score"].round(9)).sort_values(
        ["role", "rounded", "candidate"], na_position="last", kind="stable"
    )
    return candidates.loc[order.index].reset_index(drop=True)
