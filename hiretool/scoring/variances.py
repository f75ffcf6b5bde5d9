"""Variance components as a document, and the terms that no data can tell apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from hiretool.document import Block, Cell, Column, Document, Facts, Table, bullets, cells, inline
from hiretool.errors import HiretoolError

if TYPE_CHECKING:
    import pandas as pd

    from hiretool.scoring.fitted import Components

RESIDUAL = "residual"


def check(frame: pd.DataFrame, terms: Sequence[str], fixed: Sequence[str]) -> None:
    """Raises: HiretoolError naming terms that cannot be told apart: from each other, from the mean, from the residual.

    frame: the rows that have a value. terms, fixed: columns, or columns joined by a colon.
    """
    if not terms:
        raise HiretoolError("There is no term. Name columns, such as --terms candidate,interviewer.")
    groups = {name: _groups(frame, name) for name in dict.fromkeys([*terms, *fixed])}
    for name in terms:
        levels = int(groups[name].max()) + 1
        if levels <= 1:
            raise HiretoolError(f"The term {name!r} has one level only, so it cannot be told apart from the mean.")
        if levels == len(frame):
            raise HiretoolError(
                f"The term {name!r} has a level of its own for each of the {levels:,} rows, so it cannot be told apart"
                " from the residual. Leave it out."
            )
    for one, other in combinations(terms, 2):
        if _inside(groups[one], groups[other]) and _inside(groups[other], groups[one]):
            raise HiretoolError(
                f"The terms {one!r} and {other!r} divide the rows in the same way, so they cannot be told apart."
                " Leave one out."
            )
    for name in fixed:
        for term in terms:
            if _inside(groups[name], groups[term]):
                raise HiretoolError(
                    f"The term {term!r} follows from the fixed {name!r}, so it cannot be told apart from it."
                    " Leave one out."
                )


def _groups(frame: pd.DataFrame, name: str) -> pd.Series:
    parts = name.split(":")
    return frame.groupby(parts, sort=False, dropna=False).ngroup()


def _inside(fine: pd.Series, coarse: pd.Series) -> bool:
    """Whether each group of one lies inside one group of the other."""
    return bool((coarse.groupby(fine).nunique() == 1).all())


def page(found: Components, frame: pd.DataFrame, *, response: str, fixed: Sequence[str], title: str) -> Document:
    """The components as a document. frame: the rows that had a value."""
    whole = sum(found.variance.values())
    levels = {name: int(_groups(frame, name).max()) + 1 for name in found.variance if name != RESIDUAL}
    rows: list[dict[str, Any]] = [
        {
            "term": name,
            "variance": variance,
            "sd": variance**0.5,
            "share": variance / whole if whole else None,
            "levels": levels.get(name),
        }
        for name, variance in found.variance.items()
    ]
    effects = {_named(name, frame, fixed): value for name, value in found.fixed.items()}
    data: dict[str, Any] = {
        "response": response,
        "n": len(frame),
        "variance": dict(found.variance),
        "sd": found.sd,
        "share": {row["term"]: row["share"] for row in rows},
        "levels": levels,
        "criterion": found.criterion,
        "fixed": effects,
        "method": found.method,
        "converged": found.converged,
    }
    parts: dict[str, Block] = {"facts": _facts(found, len(frame), response), "table": _table(rows)}
    if len(effects) > 1:
        parts["fixed"] = _effects(effects, [f"{name}={min(frame[name])}" for name in fixed if name in frame.columns])
    if notes := _notes(found, frame, [*levels, *fixed]):
        parts["notes"] = bullets(notes)
    return Document("components", title, data, parts, rows=rows, foot=title)


def _named(effect: str, frame: pd.DataFrame, fixed: Sequence[str]) -> str:
    """The name of a fixed effect with its level as it stands in the file: of y and n, `service[1]` is `service=y`."""
    name, _, number = effect.removesuffix("]").rpartition("[")
    if name not in fixed or name not in frame.columns:
        return effect
    return f"{name}={sorted(frame[name].unique())[int(number)]}"


def _facts(found: Components, n: int, response: str) -> Facts:
    items = [("Rows", f"{n:,}"), ("Of", response)]
    if list(found.fixed) == ["(mean)"]:
        items.append(("Mean", f"{found.fixed['(mean)']:.4f}"))
    if found.criterion is not None:
        items.append(("REML criterion", f"{found.criterion:.4f}"))
    return Facts(tuple((term, inline(text)) for term, text in items))


def _table(rows: Sequence[dict[str, Any]]) -> Table:
    return Table(
        (
            Column("Term", width=3),
            Column("Levels", "right", 1),
            Column("Variance", "right", 1.4),
            Column("sd", "right", 1.2),
            Column("Share", "right", 0.8),
        ),
        tuple(
            cells(
                Cell(inline(row["term"]), "head"),
                "" if row["levels"] is None else f"{row['levels']:,}",
                f"{row['variance']:.5g}",
                f"{row['sd']:.4g}",
                "none" if row["share"] is None else f"{row['share']:.1%}",
            )
            for row in rows
        ),
    )


def _effects(effects: dict[str, float], first: Sequence[str]) -> Table:
    """first: the levels that the mean is of; the others are told as differences from it."""
    names = {"(mean)": f"mean of {', '.join(first)}" if first else "(mean)"}
    return Table(
        (Column("Fixed", width=3), Column("Estimate", "right", 1)),
        tuple(cells(Cell(inline(names.get(name, name)), "head"), f"{value:z.4f}") for name, value in effects.items()),
    )


def _notes(found: Components, frame: pd.DataFrame, terms: Sequence[str]) -> list[str]:
    notes = []
    if not sum(found.variance.values()):
        notes.append("All values are equal, or there are fewer than three: there is no variance to divide.")
    elif not found.converged:
        notes.append("The search for the best fit did not come to rest; do not rely on these figures.")
    zero = [name for name, value in found.variance.items() if value == 0]
    if zero and sum(found.variance.values()):
        names = ", ".join(zero)
        notes.append(f"Exactly 0: {names}. The data show no more spread there than the other terms bring about.")
    for name in dict.fromkeys(part for term in terms for part in term.split(":")):
        if blank := int((frame[name] == "").sum()):
            notes.append(f"{blank:,} rows have nothing in {name}; they are taken for a level of their own.")
    return notes
