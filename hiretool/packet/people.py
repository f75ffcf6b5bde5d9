"""What interviewers say beside the scores: how far they differ, and what they recommend."""

from __future__ import annotations

from collections.abc import Mapping

from hiretool import charts
from hiretool.document import Block, Cell, Column, Paragraph, Span, Table, cells, inline
from hiretool.model import RECOMMENDATION_WORDS
from hiretool.packet.cards import Rating
from hiretool.packet.summary import Candidate
from hiretool.packet.told import Told
from hiretool.packet.words import kept, one

STRIP = 420
"""Units across the strip."""
MOST_NAMED = 20
"""Candidates up to whom circles hold initials; of more, a page should show as many as it can."""
MOST_GAPS = 25
"""Pairs of ratings that the overview tells."""


def disagreement(told: Told) -> Block:
    """Each interviewer's own mean, a row a candidate."""
    compared = [candidate for candidate in told.candidates if len(candidate.by_interviewer) > 1]
    rows = [_strip(candidate, told.short, named=len(compared) <= MOST_NAMED) for candidate in compared]
    if not rows:
        return Paragraph(inline("No candidate was rated by two interviewers, so nothing can be compared."))
    columns = (
        Column("Candidate", width=2.9),
        Column("Apart", "right", 0.8),
        Column("Each interviewer's own mean, from 1 to 4", width=7.6, picture=charts.axis(width=STRIP)),
    )
    caption = (
        "Each circle is one interviewer's mean over the competencies that they rated; apart: from the lowest to the"
        " highest. They rated different competencies, which explains a part of it."
    )
    return Table(columns, tuple(rows), caption, "chart")


def _strip(candidate: Candidate, short: Mapping[str, str], *, named: bool) -> tuple[Cell, ...]:
    means = sorted(((short[name], mean) for name, mean in candidate.by_interviewer), key=lambda entry: entry[1])
    alt = "Interviewers' means: " + "; ".join(f"{name} {mean:.1f}" for name, mean in means) + "."
    return (
        Cell(inline(candidate.name), "head"),
        Cell(inline(one(means[-1][1] - means[0][1])), "strong"),
        Cell((), picture=charts.people(means, width=STRIP, alt=alt, named=named)),
    )


def gaps(told: Told) -> list[Block]:
    """Ratings of one competency that lie two points or more apart, with who gave them."""
    rows = [
        cells(Cell(inline(candidate.name), "head"), told.title(name), "; ".join(_said(rating) for rating in rated))
        for candidate in told.candidates
        for name, rated in candidate.gaps()
    ]
    if not rows:
        return [Paragraph(inline("No two ratings of one competency lie two points or more apart."))]
    columns = (Column("Candidate", width=1.4), Column("Competency", width=1.4), Column("Who rated what", width=3))
    caption = "Two points or more apart. Read both notes before the numbers: they may have seen different things."
    table = Table(columns, tuple(rows[:MOST_GAPS]), caption)
    more = f"{len(rows) - MOST_GAPS} more; the candidates' own pages show who rated what."
    return [table, Paragraph(inline(more), "note")] if len(rows) > MOST_GAPS else [table]


def _said(rating: Rating) -> str:
    return f"{kept(rating.interviewer)} {rating.shown} ({rating.interview or 'interview not named'})"


def recommendations(told: Told) -> Table:
    rows = tuple(
        (Cell(inline(candidate.name), "head"), *_votes(candidate, told.short)) for candidate in told.candidates
    )
    caption = "What each interviewer recommends, counted and never averaged into a score; with initials."
    votes = (Column(word, "center") for word in RECOMMENDATION_WORDS.values())
    return Table((Column("Candidate", width=1.8), *votes), rows, caption)


def _votes(candidate: Candidate, short: Mapping[str, str]) -> tuple[Cell, ...]:
    """How many recommend what, with their initials."""
    return tuple(
        Cell((Span(str(len(who)), strong=True), Span(" " + " ".join(kept(short[name]) for name in who))))
        if who
        else Cell(inline("0"), "muted")
        for who in candidate.recommendations().values()
    )


def people(short: Mapping[str, str]) -> Paragraph:
    named = "; ".join(f"{kept(initial)} {kept(name)}" for name, initial in short.items())
    return Paragraph(inline(f"Initials: {named}." if named else "Nobody has handed in a card."), "note")
