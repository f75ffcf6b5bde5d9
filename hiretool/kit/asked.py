"""A question of the bank as an interviewer has it: prompt, answers, facts, guide, hints, what the anchors look like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from hiretool.document import (
    Cell,
    Column,
    Facts,
    Heading,
    Markdown,
    Paragraph,
    Part,
    Span,
    Table,
    cells,
    inline,
)
from hiretool.kit import tables
from hiretool.model import Level
from hiretool.questions import Entry, Fact, Hints, Rubric

ONE_LINE = 40
"""Letters of a fact's values that stand in one line of its table."""


def asked(entry: Entry, params: Mapping[str, Any], *, level: Level, variant: int) -> list[Part]:
    """One question under a heading: what the candidate reads, and what only the interviewer reads."""
    question = entry.question
    known = f", variant {variant}" if params else ""
    # One pilot note would repeat on each page; the number says enough.
    tried = (
        f"tried on {question.piloted.people} people"
        if question.piloted.people
        else "not yet tried on anybody: work it yourself first"
    )
    blocks: list[Part] = [
        Heading(3, inline(f"Question: {question.title}")),
        Paragraph(
            inline(f"{question.id}, version {question.version}{known}; {question.minutes.total()} minutes; {tried}."),
            role="note",
        ),
        Heading(4, inline("What the candidate reads")),
        Markdown(entry.prompt(params), below=4),
    ]
    return [*blocks, *secret(entry, params, level=level, below=4)]


def secret(entry: Entry, params: Mapping[str, Any], *, level: Level | None = None, below: int = 3) -> list[Part]:
    """Answers, facts, guide, hints and rubric of a question, for interviewers only.

    level: for which a rating is described; below: level of the headings.
    """
    question, blocks = entry.question, list[Part]()
    if answers := _answers(entry, params):
        blocks += [Heading(below, inline("Answers of this variant")), *answers]
    if question.facts:
        blocks += [Heading(below, inline("Facts to give when asked")), _facts(question.facts)]
    blocks += [Heading(below, inline("Guide")), Markdown(entry.guide(params), below=below)]
    if hints := entry.hints:
        blocks += [Heading(below, inline("Hints, word for word")), _hints(hints, params)]
    if examples := entry.rubric.examples:
        blocks += [Heading(below, inline("What the anchors look like in this question")), _examples(examples)]
    if own := entry.rubric.dimensions:
        blocks += tables.dimensions(own, level, question.competencies)
    return blocks


def _hints(hints: Hints, params: Mapping[str, Any]) -> Table:
    return Table(
        columns=(
            Column("From minute", "right", 0.8),
            Column("Say", width=4),
            Column("Highest rating after it", width=1.6),
        ),
        rows=tuple(
            cells(
                str(hint.offer_after_min),
                hints.said(hint, params),
                ", ".join(f"{name} {most}" for name, most in hint.cap.items()) or "no cap",
            )
            for hint in hints.ladder
        ),
    )


def training(rubric: Rubric) -> list[Part]:
    """Written answers to train on, the ratings that they deserve after all of them."""
    told: list[Part] = []
    for answer in rubric.training_answers:
        level = f" ({answer.level})" if answer.level else ""
        told += [Paragraph((Span(f"{answer.id}{level}. ", strong=True), Span(answer.sketch)))]
    given = Table(
        columns=(Column("Answer", width=0.6), Column("Ratings", width=2), Column("Why", width=4)),
        rows=tuple(
            cells(
                Cell(inline(answer.id), "head"),
                ", ".join(f"{name} {rating or 'blank'}" for name, rating in answer.ratings.items()),
                answer.why,
            )
            for answer in rubric.training_answers
        ),
    )
    return [*told, given]


def _answers(entry: Entry, params: Mapping[str, Any]) -> list[Part]:
    """The right values of this variant, and which known mistake gives which other ones."""
    module = entry.variants
    if module is None or not hasattr(module, "answer"):
        return []
    right: Mapping[str, Any] = module.answer(params)
    wrong: Mapping[str, Mapping[str, Any]] = module.misconceptions(params) if hasattr(module, "misconceptions") else {}
    facts = Facts(tuple((_words(name), inline(_value(value))) for name, value in right.items()))
    rows = tuple(
        cells("; ".join(f"{_words(name)} {_value(value)}" for name, value in values.items()), mistake)
        for mistake, values in wrong.items()
    )
    return [facts, *([Table((Column("Who says", width=2), Column("probably", width=3)), rows)] if rows else [])]


def _words(name: str) -> str:
    return name.replace("_", " ")


def _value(value: Any) -> str:
    """As it can be compared with what somebody says: short, and a fraction with its decimal.

    >>> _value(12415139840), _value(Fraction(145, 8)), _value(0.123456789)
    ('12,415,139,840', '145/8 (18.12)', '0.123457')
    """
    if isinstance(value, Fraction) and value.denominator != 1:
        return f"{value} ({float(value):.4g})"
    if isinstance(value, Fraction | int) and not isinstance(value, bool):
        return f"{int(value):,}"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _facts(facts: Mapping[str, Fact]) -> Table:
    rows = tuple(row for name, fact in facts.items() for row in _fact(fact.meaning or _words(name), fact))
    return Table((Column("Fact", width=3), Column("Value", width=2), Column("Tell", width=1.5)), rows)


def _fact(meaning: str, fact: Fact) -> list[tuple[Cell, ...]]:
    """A line; of more values than a line holds one line each below it, for they are read out one by one."""
    shown = f"{_shown(fact.value)} {fact.unit or ''}".strip()
    if not isinstance(fact.value, Mapping) or len(shown) <= ONE_LINE:
        return [cells(meaning, shown, fact.reveal)]
    values = [cells(f"– {_words(str(key))}", _shown(value), "") for key, value in fact.value.items()]
    return [cells(meaning, f"in {fact.unit}" if fact.unit else "", fact.reveal), *values]


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{_words(str(key))}: {_shown(entry)}" for key, entry in value.items())
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def _examples(examples: Mapping[str, Mapping[int, Sequence[str]]]) -> Table:
    rows = []
    for name, points in examples.items():
        shown = [Cell(inline(" ".join(points.get(point, ["–"])))) for point in (1, 2, 3, 4)]
        rows.append((Cell(inline(name), "head"), *shown))
    columns = (Column("", width=0.8), *(Column(tables.POINTS[point], width=1.6) for point in (1, 2, 3, 4)))
    return Table(columns, tuple(rows))
