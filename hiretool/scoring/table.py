"""Ratings -> one score for each candidate, over what was assessed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from hiretool.errors import HiretoolError, suggestion

if TYPE_CHECKING:
    import pandas as pd


def table(
    ratings: pd.DataFrame, *, weights: Mapping[str, float], extra: Literal["error", "ignore"] = "error"
) -> pd.DataFrame:
    """One row for each candidate, the highest score first; equal scores by name.

    ratings: long, with candidate, interviewer, competency and rating (1..4, NaN where not assessed).
    weights: competency -> weight > 0. They are rescaled over what was assessed, so a blank is never a zero.
    Returns: candidate; score, the weighted mean of the competency means, and raw_mean, the plain mean of all ratings,
    both in rating units (NaN if nothing was assessed); n_ratings; n_interviewers (who rated something); sd, the
    standard deviation of the ratings (NaN below two); widest_gap, the largest difference between two ratings of one
    competency; competencies_rated of competencies_required; weight_rated, the share of the weight assessed, 0..1.
    Raises: HiretoolError naming competencies without a weight, unless `extra` is "ignore".
    """
    # Whoever was rated on nothing that is weighed has a row too.
    everyone = ratings[["candidate"]].drop_duplicates().set_index("candidate")
    rated = weighed(ratings, weights, extra).dropna(subset="rating")
    cells = rated.groupby(["candidate", "competency"], sort=False)["rating"].agg(["mean", "min", "max"])
    weight = cells.index.get_level_values("competency").map(dict(weights)).astype(float)
    parts = cells.assign(weight=weight, part=cells["mean"] * weight, gap=cells["max"] - cells["min"])
    sums = parts.groupby("candidate", sort=False)[["weight", "part"]].sum()
    people = rated.groupby("candidate", sort=False)
    found = everyone.join(
        [
            (sums["part"] / sums["weight"]).rename("score"),
            people["rating"].mean().rename("raw_mean"),
            people["rating"].count().rename("n_ratings"),
            people["interviewer"].nunique().rename("n_interviewers"),
            people["rating"].std().rename("sd"),
            parts.groupby("candidate", sort=False)["gap"].max().rename("widest_gap"),
            parts.groupby("candidate", sort=False)["part"].count().rename("competencies_rated"),
            (sums["weight"] / sum(weights.values())).rename("weight_rated"),
        ]
    )
    counts = ["n_ratings", "n_interviewers", "competencies_rated"]
    found[counts] = found[counts].fillna(0).astype(int)
    found["weight_rated"] = found["weight_rated"].fillna(0.0)
    found.insert(len(found.columns) - 1, "competencies_required", len(weights))
    found = found.reset_index()
    # Rounded for the order only, so that equal scores stay equal whatever the order of the sums.
    order = found.assign(rounded=-found["score"].round(9)).sort_values(["rounded", "candidate"], na_position="last")
    return found.loc[order.index].reset_index(drop=True)


def weighed(ratings: pd.DataFrame, weights: Mapping[str, float], extra: str = "error") -> pd.DataFrame:
    """The ratings of competencies that have a weight. Raises: as `table`."""
    known = ratings["competency"].isin(list(weights))
    if extra == "error" and not known.all():
        strange = sorted(set(ratings.loc[~known, "competency"]))
        hints = "; ".join(f"{name!r}: {suggestion(name, list(weights))}" for name in strange[:5])
        raise HiretoolError(
            f"The role does not weigh {', '.join(strange)}. {hints}"
            " Mend the scorecards, weigh it in the role, or pass --extra ignore to leave it out of the score."
        )
    return ratings[known]


def by_competency(ratings: pd.DataFrame) -> pd.DataFrame:
    """Mean, number, lowest and highest rating of each (candidate, competency) that was assessed.

    Returns: indexed by (candidate, competency); mean, n, low, high in rating units.
    """
    rated = ratings.dropna(subset="rating")
    found = rated.groupby(["candidate", "competency"])["rating"].agg(["mean", "count", "min", "max"])
    return found.rename(columns={"count": "n", "min": "low", "max": "high"})


def by_interviewer(ratings: pd.DataFrame) -> pd.Series:
    """Mean rating that each interviewer gave each candidate; indexed by (candidate, interviewer)."""
    return ratings.dropna(subset="rating").groupby(["candidate", "interviewer"])["rating"].mean()


def coverage(ratings: pd.DataFrame, weights: Mapping[str, float]) -> pd.DataFrame:
    """Number of ratings of each weighed competency for each candidate; 0 where it was not assessed.

    Returns: indexed by candidate, a column for each competency in the order of `weights`.
    """
    import pandas as pd

    rated = ratings.dropna(subset="rating")
    counts = pd.crosstab(rated["candidate"], rated["competency"])
    people = sorted(set(ratings["candidate"]))
    return counts.reindex(index=people, columns=list(weights), fill_value=0)
