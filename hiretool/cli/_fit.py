"""What the commands that fit the model share: the bar, conflicts of interest, and what a workspace knows of people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from hiretool.cli._options import actor, input_file, opened_store, say
from hiretool.model import RATINGS

if TYPE_CHECKING:
    import pandas as pd

    from hiretool.roles import Role
    from hiretool.scoring import Fit
    from hiretool.store.severities import Evidence

bar_option = click.option(
    "--bar",
    type=click.FloatRange(RATINGS[0], RATINGS[-1]),
    help="Rating units that the chance to lie above is given for. It decides nothing.  [default: the role's, else 3]",
)
conflicts_option = click.option(
    "--conflicts",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="CSV of candidate, interviewer: pairs whose ratings do not count; scores are shown with them too.",
)
seed_option = click.option(
    "--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Of the draws for ranks and small data."
)


def fitted(
    ratings: pd.DataFrame,
    role: Role,
    weights: Mapping[str, float],
    *,
    bar: float | None,
    conflicts: Path | None,
    seed: int,
    in_workspace: bool,
) -> Fit:
    """The calibrated fit of one role's ratings.

    in_workspace: the ratings came from there, so what it remembers of interviewers from other roles is used.
    """
    from hiretool import scoring
    from hiretool.scoring import conflicts as pairs

    return scoring.fit(
        ratings,
        weights=weights,
        bar=role.scoring.bar if bar is None else bar,
        priors=role.scoring.spread,
        ledger=ledger(role.id) if in_workspace else None,
        conflicts=pairs.read(*input_file(conflicts)) if conflicts else None,
        seed=seed,
    )


def remember(ratings: pd.DataFrame, role: Role, weights: Mapping[str, float], *, conflicts: Path | None) -> None:
    """Keep in the workspace what this role's ratings say of interviewers, for the scores of other roles.

    They are fitted once more without what is known from those, so that nothing is counted twice.
    """
    import datetime

    store = opened_store(needed="--remember")
    fit = fitted(ratings, role, weights, bar=None, conflicts=conflicts, seed=0, in_workspace=False)
    rows = cast("Iterable[Evidence]", fit.evidence().itertuples())
    kept = store.remember_severities(role.id, rows, actor=actor(), today=datetime.date.today())
    say(f"Workspace: what {role.id} says of {kept} interviewers is kept for other roles.")


def ledger(role: str) -> pd.DataFrame | None:
    """What the workspace remembers of interviewers from other roles; None where it remembers nothing."""
    import datetime

    import pandas as pd

    from hiretool import scoring

    rows = opened_store(needed="the ledger").severities(besides=role)
    if not rows:
        return None
    return scoring.ledger.prior(pd.DataFrame([row._asdict() for row in rows]), today=datetime.date.today())
