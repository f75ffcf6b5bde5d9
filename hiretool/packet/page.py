"""The page of one candidate: every rating, every note, every recommendation, and room for the decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hiretool.document import (
    Block,
    Box,
    Bullets,
    Cell,
    Column,
    Facts,
    Heading,
    Lines,
    PageBreak,
    Paragraph,
    Quote,
    Table,
    bullets,
    inline,
)
from hiretool.model import RECOMMENDATION_WORDS
from hiretool.packet.overview import anchor, counted, step
from hiretool.packet.summary import Candidate, Rating
from hiretool.roles import Role, Round, percent

WIDEST = 8
"""Interviewers that fit side by side; of a larger panel the ratings are listed instead."""
DECISIONS = (
    "Offer",
    "Offer at the level below",
    "One more round, the same for everyone in doubt",
    "No offer",
    "Not decided",
)


def page(
    candidate: Candidate,
    place: int,
    role: Role,
    weights: Mapping[str, float],
    titles: Mapping[str, str],
    short: Mapping[str, str],
    loop: list[Round],
) -> Iterator[Block]:
    """Blocks of one candidate's page, on a page of its own. place: in the order of the scores, from 1."""
    yield PageBreak()
    yield Heading(2, inline(candidate.name), anchor(place))
    yield _head(candidate, len(weights))
    yield Heading(3, inline("Ratings"))
    yield _ratings(candidate, weights, titles, short)
    yield Heading(3, inline("Recommendations"))
    yield _recommendations(candidate)
    yield Heading(3, inline("Evidence"))
    yield from _evidence(candidate, weights, titles)
    if texts := _missing(candidate, loop):
        yield Heading(3, inline("Missing"))
        yield bullets(texts)
    yield _decision(role)


def _head(candidate: Candidate, required: int) -> Facts:
    row = candidate.row
    score = "none: nothing was rated" if candidate.score is None else f"{candidate.score:.1f} on the scale 1 to 4"
    people = counted(row["n_interviewers"], "interviewer", "interviewers")
    raw = "none" if row["raw_mean"] is None else f"{row['raw_mean']:.1f}"
    return Facts(
        (
            ("Score", inline(score)),
            ("Raw mean", inline(raw)),
            ("Rests on", inline(f"{counted(row['n_ratings'], 'rating', 'ratings')} by {people}")),
            (
                "Competencies rated",
                inline(f"{row['competencies_rated']} of {required} ({row['weight_rated']:.0%} of the weight)"),
            ),
        )
    )


def _ratings(
    candidate: Candidate, weights: Mapping[str, float], titles: Mapping[str, str], short: Mapping[str, str]
) -> Table:
    people = list(dict.fromkeys(card.interviewer for card in candidate.cards))
    given: dict[tuple[str, str], list[Rating]] = {}
    for rating in candidate.ratings():
        if rating.value is not None:
            given.setdefault((rating.competency, rating.interviewer), []).append(rating)
    wide = len(people) > WIDEST
    rows: list[tuple[Cell, ...]] = []
    for name, weight in weights.items():
        mean = candidate.means.get(name)
        shown = Cell(inline("none"), "missing") if mean is None else Cell(inline(f"{mean:.1f}"), step(mean))
        head = Cell(inline(titles[name]), "head", f"{percent(weight)} of the score")
        if wide:
            texts = [f"{short[person]} {_values(given[name, person])}" for person in people if (name, person) in given]
            rows.append((head, shown, Cell(inline(", ".join(texts) or "not assessed"))))
        else:
            values = [
                Cell(inline(_values(given[name, person]))) if (name, person) in given else Cell(inline("–"), "muted")
                for person in people
            ]
            rows.append((head, shown, *values))
    last = (
        (Column("Ratings", width=5),)
        if wide
        else tuple(Column(short[person], "center", 0.9, person) for person in people)
    )
    columns = (Column("Competency", width=2.6), Column("Mean", "center", 0.8), *last)
    return Table(columns, tuple(rows), "Each column is one interviewer. A dash: not assessed by them.")


def _values(ratings: list[Rating]) -> str:
    return ", ".join(rating.label or f"{rating.value:g}" for rating in ratings)


def _recommendations(candidate: Candidate) -> Block:
    texts = [
        f"{RECOMMENDATION_WORDS[card.recommendation]}: {card.interviewer}"
        + (f", {card.interview}" if card.interview else "")
        for card in sorted(
            candidate.cards,
            key=lambda card: list(RECOMMENDATION_WORDS).index(card.recommendation) if card.recommendation else 9,
        )
        if card.recommendation
    ]
    return bullets(texts) if texts else Paragraph(inline("Nobody has recommended anything."))


def _evidence(candidate: Candidate, weights: Mapping[str, float], titles: Mapping[str, str]) -> Iterator[Block]:
    """The notes, by competency in the order of the role, then those beside what the role does not weigh."""
    noted = [rating for rating in candidate.ratings() if rating.note]
    order = [*weights, *dict.fromkeys(rating.competency for rating in noted if rating.competency not in weights)]
    for name in order:
        mine = [rating for rating in noted if rating.competency == name]
        if mine:
            yield Heading(4, inline(titles.get(name, name)))
        for rating in mine:
            value = rating.label or (f"{rating.value:g}" if rating.value is not None else "not assessed")
            where = f", {rating.interview}" if rating.interview else ""
            yield Quote(inline(rating.note), f"{rating.interviewer}{where}: {value}")
    if not noted:
        ask = " A rating without evidence is an opinion; ask for it." if candidate.means else ""
        yield Paragraph(inline(f"No note was written.{ask}"))


def _missing(candidate: Candidate, loop: list[Round]) -> list[str]:
    texts = [f"{who} has not handed in {where or 'the card'}." for who, where in candidate.not_handed_in()]
    if rounds := candidate.rounds_without_card(loop):
        texts.append(f"No card for {', '.join(rounds)}.")
    return texts


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
