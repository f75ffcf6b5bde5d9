"""What flags are looked for in, and what one says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import pandas as pd

from hiretool.scoring.flags import _words

if TYPE_CHECKING:
    from hiretool.scoring.fitted import Fit

CARD = ["candidate", "interviewer", "interview"]


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that a committee does well to look at before it decides. It accuses nobody and moves no score."""

    kind: str
    """Module name of the flag, a stable word for programs: `disagreement`."""
    text: str
    """What, on what it rests, and what to do: one to three plain sentences."""
    candidates: tuple[str, ...] = ()
    interviewers: tuple[str, ...] = ()
    strength: float | None = None
    """p-value: how often as much would come by chance; None where nothing is estimated."""
    looked_at: int | None = None
    """How many candidates or interviewers were tested, beside a strength."""
    rows: tuple[Any, ...] = ()
    """Index of the ratings that it rests on, in the frame that was given."""

    @property
    def about(self) -> str:
        """Whom it concerns, for a table: names, or "all candidates"."""
        return _words.listed([*self.candidates, *self.interviewers], 3) or "all candidates"

    def data(self) -> dict[str, Any]:
        """For JSON: names, text, strength, rows."""
        return {
            "kind": self.kind,
            "candidates": list(self.candidates),
            "interviewers": list(self.interviewers),
            "text": self.text,
            "strength": self.strength,
            "looked_at": self.looked_at,
            "rows": [row.item() if hasattr(row, "item") else row for row in self.rows],
        }


class Looked(Protocol):
    """A module of this folder."""

    __doc__: str

    def found(self, case: Case) -> list[Flag]: ...


class Round(Protocol):
    """One interview of the role's loop, such as a `roles.Round`."""

    @property
    def id(self) -> str: ...
    @property
    def format(self) -> str: ...


@dataclass(frozen=True)
class Case:
    """One role's ratings with what was made of them."""

    ratings: pd.DataFrame
    """The normal form, of one role; its index is unique and that of `fit.expected`."""
    fit: Fit
    weights: Mapping[str, float]
    """Competency -> weight > 0, of any sum."""
    bar: float | None = None
    rounds: Sequence[Round] = ()
    conflicts: Sequence[tuple[str, str]] = ()
    """(candidate, interviewer) pairs that somebody declared. They are never guessed."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Competency -> title, for sentences; the id where there is none."""

    @cached_property
    def given(self) -> pd.DataFrame:
        """The ratings with plain text columns, by candidate, interviewer, interview and competency: the order of
        rows in a file means nothing."""
        texts = [*CARD, "competency", "note", "recommendation"]
        frame = self.ratings.copy()
        for name in texts:
            frame[name] = frame[name].astype(object).fillna("") if name in frame else ""
        return frame.sort_values([*CARD, "competency"], kind="stable")

    @cached_property
    def rated(self) -> pd.DataFrame:
        """The rows that were assessed and that counted in the fit, with `expected` and `residual`."""
        expected = self.fit.expected.reindex(self.given.index).astype(float)
        frame = self.given.assign(expected=expected, residual=self.given["rating"] - expected)
        return frame[frame["residual"].notna()]

    @cached_property
    def scores(self) -> pd.DataFrame:
        """The rows of `fit.candidates` of this role, by candidate; the highest score first."""
        mine = set(self.given["candidate"])
        roles = set(self.given["role"].astype(str)) if "role" in self.given else set()
        table = self.fit.candidates
        table = table[table["candidate"].isin(mine) & (table["role"].astype(str).isin(roles) if roles else True)]
        return table.set_index("candidate")

    @cached_property
    def cards(self) -> pd.DataFrame:
        """A row a card: candidate, interviewer, interview, recommendation, n_ratings, rows (a tuple of the index)."""
        given = self.given
        first = given[CARD].ne(given[CARD].shift()).any(axis=1).to_numpy()
        card = np.cumsum(first) - 1
        found = given.loc[first, CARD].reset_index(drop=True)
        rated = np.bincount(card, given["rating"].notna(), minlength=len(found)).astype(int)
        # The longest text: a recommendation stands on some rows of a card or on all.
        said = given["recommendation"].groupby(card).max()
        index, starts = given.index.to_numpy(), np.flatnonzero(first)
        rows = [tuple(part.tolist()) for part in np.split(index, starts[1:])] if len(found) else []
        return found.assign(n_ratings=rated, recommendation=said, rows=pd.Series(rows, dtype=object))

    def title(self, competency: str) -> str:
        return self.titles.get(competency, competency)


def case(
    ratings: pd.DataFrame,
    fit: Fit,
    role: str,
    *,
    rounds: Sequence[Round] = (),
    conflicts: pd.DataFrame | Iterable[tuple[str, str]] | None = None,
    titles: Mapping[str, str] | None = None,
) -> Case:
    """One role of a fit.

    ratings, conflicts: as they were given to `scoring.fit`. rounds: the loop at the level, `role.loop(level)`; without
    it no round is known to be missing. titles: competency -> title.
    Raises: KeyError if the fit does not have the role.
    """
    if isinstance(conflicts, pd.DataFrame):
        conflicts = zip(conflicts["candidate"].astype(str), conflicts["interviewer"].astype(str), strict=True)
    pairs = tuple(conflicts or ())
    mine = ratings[ratings["role"].astype(str) == role] if "role" in ratings else ratings
    return Case(mine, fit, fit.weights[role], fit.bar[role], tuple(rounds), pairs, titles or {})
