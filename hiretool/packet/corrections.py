"""What was taken out of the scores, compared with whom, and what each score would be without it."""

from __future__ import annotations

import math
from typing import Any

from hiretool import charts, scoring
from hiretool.document import Block, Bullets, Cell, Column, Paragraph, Span, Table, bullets, inline
from hiretool.packet.summary import Candidate
from hiretool.packet.told import Told
from hiretool.packet.words import kept, one
from hiretool.scoring.fitted import SHOWN_FROM

SHOWN = 0.05
"""A correction below this changes no figure that a packet prints."""
MOST = 7
"""Candidates whose sentences stand in the overview; their own pages have them in any case."""
_WIDE = 1.645
"""Standard deviations to each side that hold 90 % of a normal distribution."""


def overview(told: Told) -> list[Block]:
    """Interviewers against their colleagues, and the scores that this moves."""
    moved = [candidate for candidate in told.scored() if abs(candidate.row["correction"] or 0) >= SHOWN]
    blocks: list[Block] = [_interviewers(told)] if told.short else []
    if not moved:
        return [
            *blocks,
            Paragraph(inline("Taken together, no score is moved by as much as would show in one decimal.")),
        ]
    most = sorted(moved, key=lambda candidate: -abs(candidate.row["correction"]))[:MOST]
    blocks += [_sentences(candidate) for candidate in told.candidates if candidate in most]
    if len(moved) > MOST:
        more = f"The {MOST} largest are shown; each candidate's page has its own."
        blocks.append(Paragraph(inline(more), "note"))
    return blocks


def of_candidate(candidate: Candidate) -> Block:
    if not candidate.sentences:
        return Paragraph(
            inline("Nothing was corrected: " + ("no score." if candidate.score is None else "score as given."))
        )
    return bullets(candidate.sentences)


def _sentences(candidate: Candidate) -> Bullets:
    row = candidate.row
    head = f"{kept(candidate.name)}: {one(row['score'])}, without corrections {one(row['uncorrected'])}. "
    return Bullets(((Paragraph((Span(head, strong=True), *inline(" ".join(candidate.sentences)))),),))


def _interviewers(told: Told) -> Table:
    known = {row["interviewer"]: row for row in scoring.records(told.fit.interviewers)}
    effects = _effects(told)
    rows = [_interviewer(name, known[name], effects.get(name, "no score")) for name in told.short if name in known]
    columns = (
        Column("Interviewer", width=2.0),
        Column("Rates", "right", 1.35),
        Column("90% interval", "right", 1.3),
        Column("Shared candidates", "right", 1.1),
        Column("Moves most", width=1.6),
        Column("Against colleagues", width=3.2, picture=charts.differences_axis()),
    )
    caption = (
        "Against the colleagues who rated the same candidates, so nobody counts as strict for whom they were given."
        f" Shown from {SHOWN_FROM} shared candidates. Moves most: the score that hangs most on it, and by how much."
    )
    return Table(columns, tuple(rows), caption, "chart")


def _interviewer(name: str, row: dict[str, Any], moves: str) -> tuple[Cell, ...]:
    head, shared = Cell(inline(name), "head"), Cell(inline(str(int(row["n_shared"]))))
    severity, wide = row["severity"], _WIDE * row["sd"]
    if math.isnan(severity):
        rates, interval = Cell(inline("not yet known"), "muted"), Cell(inline("–"), "muted")
        picture = charts.difference(None, alt="Not yet known")
    else:
        rates = Cell(inline(compared(severity)), "strong")
        interval = Cell(inline(f"{_signed(-severity - wide)} to {_signed(-severity + wide)}"), "muted")
        said = f"{compared(severity)}, 90% interval {_signed(-severity - wide)} to {_signed(-severity + wide)}"
        picture = charts.difference((-severity - wide, -severity, -severity + wide), alt=said)
    return head, rates, interval, shared, Cell(inline(moves)), Cell((), picture=picture)


def compared(severity: float) -> str:
    """How somebody rates against colleagues; severity is positive for who rates low.

    >>> compared(0.31), compared(-0.2), compared(0.02)
    ('0.3 lower', '0.2 higher', 'alike')
    """
    return "alike" if abs(severity) < SHOWN else f"{abs(severity):.1f} {'lower' if severity > 0 else 'higher'}"


def _effects(told: Told) -> dict[str, str]:
    """Interviewer -> the candidate whose score their correction moves most, with the amount."""
    shown = {candidate.name for candidate in told.candidates}
    found: dict[str, tuple[float, str]] = {}
    for row in scoring.records(told.fit.corrections):
        name, effect = row["interviewer"], row["effect"]
        if row["candidate"] in shown and abs(effect) >= max(SHOWN, abs(found.get(name, (0.0,))[0])):
            found[name] = effect, row["candidate"]
    return {name: f"{kept(candidate)} {_signed(effect)}" for name, (effect, candidate) in found.items()}


def _signed(value: float) -> str:
    """
    >>> _signed(0.21), _signed(-0.21), _signed(-0.01)
    ('+0.2', '−0.2', '0.0')
    """
    return "0.0" if abs(value) < SHOWN else f"{'+' if value > 0 else '−'}{abs(value):.1f}"


def conflicts(told: Told) -> list[str]:
    """What each score would be if nobody had been left out, a sentence each."""
    return [
        f"{candidate.name}: ratings were left out for a declared conflict of interest. With them the score would be"
        f" {one(candidate.row['with_conflicts'])} instead of {one(candidate.score)}."
        for candidate in told.candidates
        if candidate.dropped
    ]
