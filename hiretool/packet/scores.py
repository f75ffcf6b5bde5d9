"""Scores with their intervals, one row a candidate: the chart that a packet opens with."""

from __future__ import annotations

from hiretool import charts
from hiretool.document import Cell, Column, Table, inline
from hiretool.packet.summary import Candidate
from hiretool.packet.told import Told, linked
from hiretool.packet.words import between, chance, one


def table(told: Told) -> Table:
    """All candidates on one scale."""
    rows = tuple(
        (Cell(linked(candidate.name, place), "head"), *_figures(candidate, told))
        for place, candidate in enumerate(told.candidates, start=1)
    )
    caption = (
        "Score: the rating we would expect if every interviewer in the pool had rated every competency. Interval: holds"
        " it with a chance of 90%. Raw mean: of the ratings as they were given. In the chart: dot = score, line ="
        f" interval, tick below = raw mean, upright line = the bar of {told.bar:.1f}."
    )
    return Table((Column("Candidate", width=2.9), *_columns(told)), rows, caption, "chart")


def strip(candidate: Candidate, told: Told) -> Table:
    """The same row for the candidate's own page."""
    return Table(_columns(told), (_figures(candidate, told),), role="chart")


def said(candidate: Candidate, bar: float) -> str:
    """A row's figures in a sentence."""
    row = candidate.row
    return (
        f"Score {one(row['score'])}, 90% interval {between(row['low'], row['high'])}, raw mean {one(row['raw_mean'])};"
        f" above the bar of {bar:.1f} with a chance of {chance(row['p_above_bar'])}."
    )


def _columns(told: Told) -> tuple[Column, ...]:
    return (
        Column("Score", "right", 0.9),
        Column("90% interval", "right", 1.4),
        Column("Above the bar", "right", 0.95),
        Column("Raw mean", "right", 0.9),
        Column("Ratings", "right", 1.15, "by people"),
        Column("Score on the scale from 1 to 4", width=4.3, picture=charts.axis(told.bar)),
    )


def _figures(candidate: Candidate, told: Told) -> tuple[Cell, ...]:
    row = candidate.row
    if candidate.score is None:
        none = Cell(inline("none"), "missing")
        return none, none, none, none, Cell(inline("0")), Cell((), picture=charts.blank(told.bar))
    drawn = charts.interval(
        row["score"], row["low"], row["high"], raw=row["raw_mean"], bar=told.bar, alt=said(candidate, told.bar)
    )
    return (
        Cell(inline(one(row["score"])), "strong"),
        Cell(inline(between(row["low"], row["high"])), "muted"),
        Cell(inline(chance(row["p_above_bar"])), "strong"),
        Cell(inline(one(row["raw_mean"])), "muted"),
        Cell(inline(f"{row['n_ratings']} by {row['n_interviewers']}")),
        Cell((), picture=drawn),
    )
