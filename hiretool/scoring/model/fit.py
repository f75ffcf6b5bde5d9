"""Ratings -> Fit: which way is taken, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd

from hiretool.errors import HiretoolError, NotFoundError
from hiretool.scoring.fitted import SHOWN_FROM, Components, Fit, Warned
from hiretool.scoring.model import colleagues, large, priors, ranks, raw, sample
from hiretool.scoring.model.coded import Coded, coded, weights_by_role
from hiretool.scoring.model.exact import Exact, n_columns
from hiretool.scoring.model.posterior import NINETY, Mixture, Posterior, mixed
from hiretool.scoring.model.sentences import counted

SMALL = 500
"""Below so many ratings the sds themselves are too uncertain to be taken for known."""
MOST_COLUMNS, MOST_RATINGS = 6_000, 200_000
"""Up to here the scores are solved exactly; above, by moments and conjugate gradients."""
QUICK_COLUMNS = 1_000
"""Up to here the sds are estimated from all ratings, which takes the cube of the columns some ten times."""
MANY = 20_000
"""From so many ratings on, moments tell the sds as well (measured: scores differ by less than their last digit)."""
FEW_INTERVIEWERS, FEW_RATINGS = 2, 3
"""Fewer than these bear no order of candidates."""
RANKED = 2_000
"""Candidates in all, up to which the chances of ranks are computed for everybody at once."""


def fitted(
    ratings: pd.DataFrame,
    *,
    weights: Mapping[str, float] | Mapping[str, Mapping[str, float]],
    bar: float | Mapping[str, float],
    ledger: pd.DataFrame | None,
    conflicts: pd.DataFrame | Iterable[tuple[str, str]] | None,
    seed: int,
    scale: tuple[float, float],
    medians: Mapping[str, float] | None,
) -> Fit:
    """As `scoring.fit`."""
    spread = priors.medians(medians, scale)
    dropped = _dropped(ratings, conflicts)
    data = coded(ratings, scale, dropped)
    by_role = weights_by_role(weights, data)
    bars = _bars(bar, data, scale)
    known = _known(ledger, data)
    fit = _fit(data, by_role, bars, known, spread, seed, scale, rows=len(ratings), index=ratings.index)
    if dropped is not None and dropped.any():
        whole = coded(ratings, scale)
        other = _fit(
            whole, by_role, bars, _known(ledger, whole), spread, seed, scale, rows=len(ratings), index=ratings.index
        )
        key = ["role", "candidate"]
        told = other.candidates.set_index(key)["score"].reindex(pd.MultiIndex.from_frame(fit.candidates[key]))
        fit.candidates["with_conflicts"] = told.to_numpy()
        cards = len(ratings.loc[dropped, ["candidate", "interviewer"]].drop_duplicates())
        text = (
            f"{counted(int(dropped.sum()), 'rating')} on {counted(cards, 'card')} of people with a conflict of interest"
            " count neither for scores nor for how strict somebody is; the scores with them stand beside."
        )
        fit = replace(fit, warnings=(*fit.warnings, Warned("conflicts-left-out", text)))
    return fit


def _fit(
    data: Coded,
    by_role: Mapping[str, Mapping[str, float]],
    bars: np.ndarray,
    known: tuple[np.ndarray, np.ndarray, np.ndarray],
    spread: Mapping[str, float],
    seed: int,
    scale: tuple[float, float],
    *,
    rows: int,
    index: pd.Index,
) -> Fit:
    table = _weight_table(data, by_role)
    generator = np.random.default_rng(seed)
    warnings: list[Warned] = []
    if not len(data.y):
        parts, shares = [_nothing(data)], np.ones(1)
        found = Components({name: value**2 for name, value in spread.items()}, None, "map", converged=False)
    elif _is_large(len(data.y), n_columns(data, table)):
        posterior, found = large.solved(data, table, spread, priors.grand_mean(scale), known)
        parts, shares = [posterior], np.ones(1)
    else:
        exact = Exact(data, table, medians=spread, grand_mean=priors.grand_mean(scale), known=known[:2])
        if exact.n_columns > QUICK_COLUMNS:
            variance = sample.components(data, table, spread, priors.grand_mean(scale))
            found = Components(_ordered_terms(variance), None, "map")
            log_sd = np.log([variance[name] for name in priors.TERMS]) / 2
            parts, shares = [exact.posterior(exact.at(log_sd))], np.ones(1)
        else:
            mode, hessian, converged = exact.mode()
            variance = dict(zip(priors.TERMS, np.exp(2 * mode.log_sd).tolist(), strict=True))
            found = Components(_ordered_terms(variance), mode.criterion, "map", converged=converged)
            if len(data.y) < SMALL:
                parts, shares = exact.spread_out(mode, hessian, generator)
            else:
                parts, shares = [exact.posterior(mode)], np.ones(1)
    posterior = parts[0] if len(parts) == 1 else mixed(parts, shares)
    mixture = Mixture(
        np.stack([part.mean for part in parts]),
        np.sqrt(np.stack([np.maximum(part.variance, 1e-18) for part in parts])),
        shares,
    )
    told = Told(data, posterior, known)
    candidates = _candidates(data, posterior, mixture, table, bars, scale)
    if len(data.interviewers) < FEW_INTERVIEWERS or len(data.y) < FEW_RATINGS:
        warnings.append(
            Warned(
                "too-little-data",
                f"{counted(len(data.y), 'rating')} by {counted(len(data.interviewers), 'interviewer')}: the intervals"
                " rest mostly on what is usual elsewhere, and no order of candidates is given.",
            )
        )
    elif data.n_blocks <= RANKED:
        _rank(candidates, data, posterior, seed)
    warnings += told.warnings(candidates)
    return Fit(
        candidates=_ordered(candidates),
        interviewers=told.interviewers(),
        components=found,
        warnings=tuple(warnings),
        weights=by_role,
        bar=dict(zip(map(str, data.roles), bars.tolist(), strict=True)),
        scale=scale,
        _interviewers=told.inner(),
        _expected=lambda: _expected(data, posterior, rows, index),
        _corrections=told.corrections,
        _draws=partial(_draws, data, posterior, seed),
    )


class Told:
    """What is said of interviewers, and of what was taken from each candidate's score for them."""

    def __init__(self, data: Coded, posterior: Posterior, known: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
        self._data, self._posterior, self._known = data, posterior, known
        self._here = colleagues.shared(data)
        self._shared = self._here + known[2].astype(int)
        self._gaps = colleagues.gaps(data) if len(data.y) else np.full(len(data.interviewers), np.nan)

    def interviewers(self) -> pd.DataFrame:
        shown = self._shared >= SHOWN_FROM
        candidates, ratings = colleagues.seen(self._data)
        return pd.DataFrame(
            {
                "interviewer": self._data.interviewers,
                "severity": np.where(shown, self._posterior.severity, np.nan),
                "sd": np.where(shown, np.sqrt(self._posterior.severity_variance), np.nan),
                "gap": np.where(shown, self._gaps, np.nan),
                "n_shared": self._shared,
                "n_candidates": candidates,
                "n_ratings": ratings,
            }
        )

    def inner(self) -> pd.DataFrame:
        """What a ledger is made from, whether or not it is shown."""
        return pd.DataFrame(
            {
                "interviewer": self._data.interviewers,
                "_severity": self._posterior.severity,
                "_variance": self._posterior.severity_variance,
                "_prior_severity": np.nan_to_num(self._known[0]),
                "_prior_variance": self._posterior.prior_severity_variance,
                "_shared_here": self._here,
            }
        )

    def corrections(self) -> pd.DataFrame:
        data, posterior = self._data, self._posterior
        block, who = data.card_block, data.card_interviewer
        return pd.DataFrame(
            {
                "role": data.roles[data.role_of[block]],
                "candidate": data.candidates[data.candidate_of[block]],
                "interviewer": data.interviewers[who],
                "severity": posterior.severity[who],
                "weight": posterior.card_weight,
                "effect": posterior.card_effect,
                "n_shared": self._shared[who],
                "gap": self._gaps[who],
            }
        )

    def warnings(self, candidates: pd.DataFrame) -> list[Warned]:
        found = []
        for role in self._data.roles.tolist():
            mine = candidates.loc[(candidates["role"] == role) & candidates["score"].notna(), "panel"]
            if (count := mine.nunique()) > 1:
                of = f" of {role}" if role else ""
                found.append(
                    Warned(
                        "never-compared",
                        f"{count} groups of interviewers{of} never rated the same candidate: between these groups the"
                        " scores are compared as if they were equally strict.",
                    )
                )
        _, rated = colleagues.seen(self._data)
        people, few = int((rated > 0).sum()), int(((self._shared < SHOWN_FROM) & (rated > 0)).sum())
        if few:
            who = "the one interviewer" if people == 1 else f"{few} of {people} interviewers"
            found.append(
                Warned(
                    "few-shared",
                    f"The strictness of {who} is not yet known: fewer than {SHOWN_FROM} candidates rated together with"
                    " somebody else.",
                )
            )
        return found


def _dropped(ratings: pd.DataFrame, conflicts: pd.DataFrame | Iterable[tuple[str, str]] | None) -> np.ndarray | None:
    """(rows,) True where the candidate and the interviewer are a flagged pair."""
    if conflicts is None:
        return None
    if isinstance(conflicts, pd.DataFrame):
        if absent := [name for name in ("candidate", "interviewer") if name not in conflicts.columns]:
            raise HiretoolError(f"The conflicts lack the column {absent[0]!r}; expected candidate and interviewer.")
        pairs = set(zip(conflicts["candidate"], conflicts["interviewer"], strict=True))
    else:
        pairs = {(candidate, interviewer) for candidate, interviewer in conflicts}
    mine = zip(ratings["candidate"], ratings["interviewer"], strict=True)
    return np.fromiter((pair in pairs for pair in mine), dtype=bool, count=len(ratings)) if pairs else None


def _bars(bar: float | Mapping[str, float], data: Coded, scale: tuple[float, float]) -> np.ndarray:
    found = []
    for role in map(str, data.roles):
        value = bar.get(role) if isinstance(bar, Mapping) else bar
        if value is None or not scale[0] <= float(value) <= scale[1]:
            raise HiretoolError(
                f"The bar{f' of {role}' if role else ''}: expected {scale[0]:g} to {scale[1]:g}, got {value}."
            )
        found.append(float(value))
    return np.array(found)


def _known(ledger: pd.DataFrame | None, data: Coded) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(interviewers,) severity, sd and shared candidates that a ledger tells of; NaN, NaN and 0 for the others."""
    count = len(data.interviewers)
    severity, sd, n_shared = np.full(count, np.nan), np.full(count, np.nan), np.zeros(count)
    if ledger is None or not len(ledger):
        return severity, sd, n_shared
    if absent := [name for name in ("interviewer", "severity", "sd") if name not in ledger.columns]:
        raise HiretoolError(f"The ledger lacks the column {absent[0]!r}; expected interviewer, severity, sd.")
    if ledger["interviewer"].duplicated().any():
        twice = ledger.loc[ledger["interviewer"].duplicated(), "interviewer"].iloc[0]
        raise HiretoolError(f"The ledger names {twice!r} twice; combine its rows with scoring.ledger.prior first.")
    mine = ledger.set_index("interviewer").reindex(data.interviewers)
    there = mine["severity"].notna().to_numpy() & (mine["sd"].to_numpy(dtype=float) > 0)
    severity[there] = mine["severity"].to_numpy(dtype=float)[there]
    sd[there] = mine["sd"].to_numpy(dtype=float)[there]
    if "n_shared" in mine.columns:
        n_shared[there] = mine["n_shared"].fillna(0).to_numpy(dtype=float)[there]
    return severity, sd, n_shared


def _weight_table(data: Coded, by_role: Mapping[str, Mapping[str, float]]) -> np.ndarray:
    """(roles, competencies). A competency that nobody rated has a column too, so that the interval grows by it."""
    names = {str(name): number for number, name in enumerate(data.competencies)}
    extra = sorted({name for mine in by_role.values() for name, value in mine.items() if value > 0} - set(names))
    names |= {name: len(names) + number for number, name in enumerate(extra)}
    found = np.zeros((len(data.roles), len(names)))
    for number, role in enumerate(map(str, data.roles)):
        for name, value in by_role[role].items():
            if name in names:
                found[number, names[name]] = value
    return found


def _is_large(ratings: int, columns: int) -> bool:
    return columns > MOST_COLUMNS or ratings > MOST_RATINGS or (columns > QUICK_COLUMNS and ratings >= MANY)


def _ordered_terms(variance: Mapping[str, float]) -> dict[str, float]:
    return {name: variance[name] for name in (*(term for term in priors.TERMS if term != "residual"), "residual")}


def _nothing(data: Coded) -> Posterior:
    none, people = np.zeros(0), np.zeros(len(data.interviewers))
    return Posterior(
        none,
        none,
        none,
        none,
        none,
        people,
        people,
        people,
        lambda: none,
        lambda blocks, n, _: np.zeros((n, len(blocks))),
    )


def _candidates(
    data: Coded, posterior: Posterior, mixture: Mixture, table: np.ndarray, bars: np.ndarray, scale: tuple[float, float]
) -> pd.DataFrame:
    low, high = scale
    edge = (1 - NINETY) / 2

    def inside(values: np.ndarray) -> np.ndarray:
        return np.clip(values, low, high)

    score = inside(posterior.mean)
    uncorrected = inside(posterior.mean - posterior.correction)
    plain = raw.means(data, table)
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
            "panel": colleagues.panels(data) if count else np.zeros(0, np.int32),
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


def _rank(candidates: pd.DataFrame, data: Coded, posterior: Posterior, seed: int) -> None:
    for number in range(len(data.roles)):
        blocks = np.flatnonzero(data.role_of == number)
        if len(blocks):
            scores = posterior.draws(blocks, ranks.DRAWS, np.random.default_rng(seed))
            for name, values in ranks.summary(scores).items():
                candidates.loc[candidates.index[blocks], name] = values


def _draws(data: Coded, posterior: Posterior, seed: int, role: str | None, count: int) -> tuple[list[str], np.ndarray]:
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


def _expected(data: Coded, posterior: Posterior, rows: int, index: pd.Index) -> pd.Series:
    found = np.full(rows, np.nan)
    found[data.order] = posterior.expected()
    return pd.Series(found, index=index, name="expected")


def _ordered(candidates: pd.DataFrame) -> pd.DataFrame:
    # Rounded for the order only, so that equal scores stand by name whatever the last digits are.
    order = candidates.assign(rounded=-candidates["score"].round(9)).sort_values(
        ["role", "rounded", "candidate"], na_position="last", kind="stable"
    )
    return candidates.loc[order.index].reset_index(drop=True)
