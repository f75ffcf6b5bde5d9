"""Weight profiles: how much each signal moves a person up the list, in YAML, to be read and changed.

A weight is 0 or more: a signal can speak for a person, and its absence is no evidence against anybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, field_validator

from hiretool import load
from hiretool.errors import NotFoundError, suggestion
from hiretool.sourcing import signals

FOLDER = Path(__file__).with_name("weights")
DEFAULT = "balanced"
"""For roles that no profile names."""

HIGHEST = 10.0
NEVER = {
    "career": "is shown and never weighed: years since the first paper stand close to a person's age",
    "byline": "is a caution, not a merit; the papers it names count in part already",
    "byline_share": "is shown and never weighed: the place in the byline follows the habits of a field and the "
    "seniority of a person",
}
"""Signal -> why it has no weight."""


class Profile(load.Strict):
    """One file of weights."""

    title: str = Field(min_length=1)
    roles: list[str] = []
    """Roles whose people it ranks, unless another is asked for."""
    cannot_show: str = Field(min_length=1)
    """What a list made with it says nothing about; stands in every report."""
    measured: str = ""
    """How well it did on people of whom it is known what became of them, and against what; "" if nobody measured it."""
    weights: Mapping[str, Annotated[float, Field(ge=0, le=HIGHEST)]] = Field(min_length=1)
    """Signal -> weight; a signal that is not there weighs nothing."""

    @field_validator("weights")
    @classmethod
    def _of_signals(cls, weights: Mapping[str, float]) -> Mapping[str, float]:
        known = signals.names()
        for name, weight in weights.items():
            if name not in known:
                raise ValueError(f"{name}: is no signal. {suggestion(name, known)}")
            if weight and name in NEVER:
                raise ValueError(f"{name}: {NEVER[name]}; leave it out")
        if not any(weights.values()):
            raise ValueError("expected a weight above 0, got none: everybody would be equal")
        return weights


def names() -> list[str]:
    """Shipped profiles, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def read(path: Path) -> Profile:
    """The profile in a file of the user's. Raises: Problems, with the line of each."""
    return load.read(path, Profile)


@cache
def get(name: str) -> Profile:
    """The shipped profile of that name. Raises: NotFoundError."""
    if name not in names():
        raise NotFoundError("weight profile", name, names())
    return read(FOLDER / f"{name}.yaml")


def chosen(profile_or_file: str) -> Profile:
    """What `--weights` names: a shipped profile, else a file. Raises: NotFoundError, Problems."""
    if profile_or_file in names():
        return get(profile_or_file)
    path = Path(profile_or_file)
    if path.suffix in {".yaml", ".yml"} or path.exists():
        return read(path)
    raise NotFoundError("weight profile or file", profile_or_file, names())


def profile_for(role: str | None) -> str:
    """Name of the profile whose `roles` hold the role; "balanced" for all others.

    >>> profile_for("ml-researcher"), profile_for("ml-engineer"), profile_for(None)
    ('research', 'engineering', 'balanced')
    """
    return next((name for name in names() if role in get(name).roles), DEFAULT)
