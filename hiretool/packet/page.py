"""The page of one candidate: every rating, every note, every recommendation, and room for the decision."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.document import (
    Block,
    Box,
    Bullets,
    Cell,
    Column,
    Heading,
    Lines,
    PageBreak,
    Paragraph,
    Span,
    Table,
    bullets,
    inline,
)
from hiretool.model import MIXED, RATINGS, RECOMMENDATION_WORDS
from hiretool.packet import concerns, corrections, order, scores
from hiretool.packet.cards import Rating
from hiretool.packet.matrix import shaded
from hiretool.packet.summary import Candidate
from hiretool.packet.told import Told, anchor
from hiretool.packet.words import counted, kept, one, standing
from hiretool.roles import Role, percent

DECISIONS = (
    "Offer",
    "Offer at the level below",
    "One more round, the same for everyone in doubt",
    "No offer",
    "Not decided",
)


def page(candidate: Candidate, place: int, told: Told) -> Iterator[Block]:
    """Blocks of one candidate's page, on a page of its own. place: in the order of the scores, from 1."""
    yield PageBreak()
    yield Heading(2, inline(candidate.name), anchor(place))
    yield Paragraph(inline(lead(candidate, told)), "lead")
    yield scores.strip(candidate, told)
    yield Heading(3, inline("Ratings"))
    yield _ratings(candidate, told)
    yield Heading(3, inline("Recommendations"))
    yield _recommendations(candidate, told)
    yield Heading(3, inline("Evidence"))
    yield _evidence(candidate, told)
    yield Heading(3, inline("Corrections"))
    yield corrections.of_candidate(candidate)
    if found := concerns.flags_on(candidate, told):
        yield Heading(3, inline("Flags"))
        yield found
    if texts := concerns.missing_of(candidate, told):
        yield Heading(3, inline("Missing"))
        yield bullets([f"{text[:1].upper()}{text[1:]}" for text in texts])
    if texts := concerns.changes_of(candidate, told):
        yield Heading(3, inline("Changed after others could be read"))
        yield bullets(texts)
    yield _decision(told.role)


def lead(candidate: Candidate, told: Told) -> str:
    """How the score stands to the bar and to the others, and what it rests on."""
    row = candidate.row
    if candidate.score is None:
        return "Nothing was rated, so there is no score."
    whole = len(candidate.means) == len(told.weights)
    rests = "every competency" if whole else f"{len(candidate.means)} of {len(told.weights)} competencies"
    part = "" if whole else f" ({row['weight_rated']:.0%} of the weight)"
    texts = [
        f"{standing(row['p_above_bar'], told.bar)}. The score lies between {one(row['low'])} and"
        f" {one(row['high'])} with a chance of 90%.",
        order.place(candidate, told),
        f"Rests on {counted(row['n_ratings'], 'rating')} by {counted(row['n_interviewers'], 'interviewer')}, on"
        f" {rests}{part}.",
    ]
    return " ".join(filter(None, texts))


def _ratings(candidate: Candidate, told: Told) -> Table:
    """Who gave which rating: initials below 1 to 4, so that the row is a picture of how far people differ."""
    given = candidate.ratings()
    steps: list[float] = sorted([*RATINGS, *([MIXED] if any(rating.label for rating in given) else [])])
    blanks = any(rating.value is None and rating.competency in told.weights for rating in given)
    columns = (
        Column("Competency", width=2.3),
        Column("Weight", "right", 0.85),
        Column("Mean", "center", 0.7),
        *(Column("mixed" if value == MIXED else f"{value:g}", "center", 1.2) for value in steps),
        *([Column("Not assessed by", "center", 1.3)] if blanks else []),
    )
    rows = []
    for name, weight in told.weights.items():
        mine = [rating for rating in given if rating.competency == name]
        cells = [_who([rating for rating in mine if rating.value == value], told) for value in steps]
        if blanks:
            cells.append(_who([rating for rating in mine if rating.value is None], told, muted=True))
        head = Cell(inline(told.title(name)), "head")
        mean = shaded(candidate, name, counted=False)
        rows.append((head, Cell(inline(percent(weight)), "muted"), mean, *cells))
    return Table(columns, tuple(rows), "Initials stand below the rating that each interviewer gave.")


def _who(ratings: list[Rating], told: Told, *, muted: bool = False) -> Cell:
    return Cell(inline(" ".join(told.short[rating.interviewer] for rating in ratings)), "muted" if muted else "")


def _recommendations(candidate: Candidate, told: Told) -> Paragraph:
    """One line: how many recommend what, and who."""
    given = {name: who for name, who in candidate.recommendations().items() if who}
    if not given:
        return Paragraph(inline("Nobody has recommended anything."))
    spans = []
    for name, who in given.items():
        spans += [
            Span(f"{RECOMMENDATION_WORDS[name]} {len(who)}", strong=True),
            Span(f" ({', '.join(map(kept, who))}){'; ' if name != list(given)[-1] else '.'}"),
        ]
    return Paragraph(tuple(spans))


def _evidence(candidate: Candidate, told: Told) -> Block:
    """The notes, by competency in the order of the role, then those beside what the role does not weigh."""
    noted = [rating for rating in candidate.ratings() if rating.note]
    if not noted:
        ask = " A rating without evidence is an opinion; ask for it." if candidate.means else ""
        return Paragraph(inline(f"No note was written.{ask}"))
    order = list(dict.fromkeys([*told.weights, *(rating.competency for rating in noted)]))
    rows = [
        (Cell(inline(told.title(name)), "head"), Cell((), points=tuple(map(_quoted, mine))))
        for name in order
        if (mine := [rating for rating in noted if rating.competency == name])
    ]
    return Table((Column("Competency", width=1.3), Column("What interviewers wrote", width=6)), tuple(rows))


def _quoted(rating: Rating) -> str:
    """A note with who wrote it, where, and what they rated."""
    where = f", {rating.interview}" if rating.interview else ""
    return f"{kept(rating.note)} ({kept(rating.interviewer)}{where}: {rating.shown})"


def _decision(role: Role) -> Box:
    return Box(
        (
            Heading(3, inline("The committee's decision")),
            Paragraph(inline(role.hire_bar.one_question), "note"),
            Bullets(tuple((Paragraph(inline(text)),) for text in DECISIONS), role="ticks"),
            Lines("Because (evidence, not numbers)", 2),
            Lines("Who decided, date", 1),
        )
    )
