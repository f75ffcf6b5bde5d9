"""One card's rows -> what its interviewer is asked, the same for a sheet, a page and a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hiretool.document import Ask, Choice, Form
from hiretool.model import ANCHOR_COLUMNS, MIXED, RATINGS, RECOMMENDATION_WORDS, RECOMMENDATIONS

RATED = (*(Choice(str(value)) for value in RATINGS), Choice("mixed"), Choice("", "not assessed"))
RECOMMENDED = tuple(Choice(name, RECOMMENDATION_WORDS[name]) for name in RECOMMENDATIONS)
EVIDENCE = "Evidence: what was said or done, in their words. No rating without it."
# The most that an import takes. Source: hiretool.scoring.normal, LONGEST.
LONGEST_NAME, LONGEST_NOTE = 200, 20_000

# Whom and what first, then what is judged by; what is the same in every row last, where paper need not show it.
ORDER = (
    "candidate",
    "interviewer",
    "interview",
    "competency",
    *ANCHOR_COLUMNS,
    "rating",
    "note",
    "recommendation",
    "submitted_at",
    "role",
)
HOW = (
    "Fill this in alone, on the day, before you speak with anybody about the candidate.",
    "candidate, interviewer: typed once for each interview; the rows below follow.",
    "rating: 1, 2, 3 or 4, whichever of the anchors in the same row was met. 3 is the anchor of a hire.",
    f"mixed: part of 2 and part of 3 was seen. It counts {MIXED} and is shown as mixed.",
    "A rating left blank says: not assessed. It is never counted as low.",
    "note: what was said or done, in their words. No rating without it.",
    f"recommendation: your own view, once for each interview: {', '.join(RECOMMENDATIONS)}."
    " It is shown on its own line and never averaged into the score.",
    "submitted_at: the day, such as 2026-09-01.",
    "Rows of an interview that is not yours are left as they are: an import passes over what nobody filled in.",
    "Save the file under any name and hand it in; it is read as it is with: hiretool scorecard import FILE",
)


@dataclass(frozen=True, slots=True)
class Card:
    """The asks of one interview."""

    candidate: Ask
    interviewer: Ask
    day: Ask
    ratings: Mapping[str, Ask]
    """By competency, as are the notes."""
    notes: Mapping[str, Ask]
    recommendation: Ask

    def __iter__(self) -> Iterator[Ask]:
        yield from (self.candidate, self.interviewer, *self.ratings.values(), *self.notes.values())
        yield from (self.recommendation, self.day)


def card(names: Sequence[str], first: int, *, candidate: str, interviewer: str) -> Card:
    """What is asked of the rows of one interview: a row for each of `names`, from place `first` on."""
    rows = tuple(range(first, first + len(names)))
    places = dict(zip(names, rows, strict=True))
    return Card(
        candidate=Ask("candidate", rows, "Candidate", value=candidate, longest=LONGEST_NAME, needed=True),
        interviewer=Ask("interviewer", rows, "Interviewer", value=interviewer, longest=LONGEST_NAME, needed=True),
        day=Ask("submitted_at", rows, "Date", kind="day"),
        ratings={name: Ask("rating", (place,), "Rating", RATED) for name, place in places.items()},
        notes={
            name: Ask("note", (place,), EVIDENCE, kind="lines", longest=LONGEST_NOTE) for name, place in places.items()
        },
        recommendation=Ask("recommendation", rows, "Recommendation", RECOMMENDED),
    )


def form(cards: Sequence[Card], anchors: Sequence[Sequence[Sequence[str]]]) -> Form:
    """The form of all cards. anchors: for each row, what is seen at each of the four points."""
    return Form(
        asks=tuple(ask for found in cards for ask in found),
        name="Scorecard",
        order=ORDER,
        beside=[
            dict(zip(ANCHOR_COLUMNS, ("\n".join(f"• {text}" for text in seen) for seen in points), strict=True))
            for points in anchors
        ],
        how=HOW,
    )
