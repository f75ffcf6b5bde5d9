"""Advice -> document: each sentence with its rule and source in small, and the commands that come next."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from hiretool.document import (
    Block,
    Bullets,
    Cell,
    Code,
    Column,
    Document,
    Facts,
    Figure,
    Inline,
    Paragraph,
    Span,
    Table,
    bullets,
    inline,
)
from hiretool.organizations import Answer, Axis, Organizations
from hiretool.plan import mountain
from hiretool.plan.advice import Advice, AxisRow, Opening, Outcome, Risk, Sentence, Unanswered, cited

TITLE = "Organization advice"
NOT_SAID = "not answered"
PLAN_DAYS = 182
"""Half a year, which the staffing plan in the next commands gives the first hire."""
FIRST_ROLES = 3
"""Roles whose posts are shown as commands; the others can wait for these."""


def page(advice: Advice, found: Organizations, *, today: datetime.date) -> Document:
    """The advice as a document; every format shows the same sentences.

    today: from which the date of the staffing plan in the next commands is reckoned.
    """
    judged = advice.judgement
    data = _data(advice, found, today)
    parts: dict[str, Block | Sequence[Block]] = {
        "facts": _facts(advice, found),
        "lead": _lead(advice, found),
        "mountain": Figure(
            mountain.picture(
                list(found.archetypes.values()),
                judged.standing.id if judged.standing else None,
                named.nearest_archetype if (named := judged.named()) else None,
            )
        ),
        "contradictions": _told(judged.contradictions, found, role="warning"),
        "axes": _axes(advice.axes, advice, found),
        "reasons": _listed("Reason", advice.reasons, found),
        "steps": _listed("Step", [*advice.steps, *advice.next_up], found),
        "risks": _risks(advice.risks, found),
        "openings": _openings(judged.openings, found),
        "commands": Code("\n".join(map(_folded, data["next_commands"]))),
        "roles": _listed("In roles", advice.role_changes, found),
        "posts": _listed("In job posts", advice.posts, found),
        "loops": _listed("In interview loops", advice.loops, found),
        "fairness": _listed("What holds", advice.fairness, found),
        "unanswered": _unanswered(advice.unanswered, advice, found),
        "disagreements": _listed("Difference", advice.disagreements, found),
        "gaps": _listed("Gap", advice.gaps, found),
        "sources": _sources(data["sources"]),
    }
    return Document("organization-advice", TITLE, data, parts, foot=TITLE)


def reference(sentence: Sentence, found: Organizations) -> str:
    """`structure-early; Teams article`: the rule that speaks and the document that it rests on."""
    return f"{sentence.rule}; {found.sources[sentence.source].short}"


def _told(sentences: Iterable[Sentence], found: Organizations, *, role: Any = "") -> list[Block]:
    """A paragraph for each sentence, with its reference."""
    return [
        Paragraph((Span(sentence.says), Span(f" [{reference(sentence, found)}]", emphasis=True)), role)
        for sentence in sentences
    ]


def _lead(advice: Advice, found: Organizations) -> list[Block]:
    judged = advice.judgement
    said = [sentence for sentence in (judged.standing_because, judged.structure_because) if sentence]
    blocks: list[Block] = []
    for sentence in said:
        blocks += [Paragraph(inline(sentence.says), "lead"), Paragraph(inline(reference(sentence, found)), "note")]
    return blocks


def _facts(advice: Advice, found: Organizations) -> Facts:
    judged, named = advice.judgement, advice.judgement.named()
    aim = next((band.title for band in found.derived.bands if band.id == judged.facts[found.derived.id]), NOT_SAID)
    answered = sum(value is not None for value in judged.answers.values())
    decided = "the documents" if judged.covered else "hiretool, where the documents stop"
    return Facts(
        (
            ("Stage", inline(str(judged.answers.get("stage") or NOT_SAID))),
            ("Aim", inline(aim)),
            ("Stands at", inline(judged.standing.title if judged.standing else "cannot be said")),
            ("Advised structure", inline(named.title if named else "cannot be said yet")),
            *((("Decided by", inline(decided)),) if named else ()),
            ("Questions answered", inline(f"{answered} of {len(found.questions)}")),
        )
    )


def _cell(sentence: Sentence | None, found: Organizations, *, kind: Any = "") -> Cell:
    if sentence is None:
        return Cell(inline("cannot be said"), "muted")
    return Cell(inline(sentence.says), kind, reference(sentence, found))


def _listed(title: str, sentences: Sequence[Sentence], found: Organizations) -> list[Block]:
    """A table of sentences with the rule and the document of each; nothing where there are none."""
    if not sentences:
        return []
    rows = tuple(
        (Cell(inline(sentence.says)), Cell(inline(found.sources[sentence.source].short), "muted", sentence.rule))
        for sentence in sentences
    )
    return [Table((Column(title, width=5), Column("Source and rule", width=2)), rows)]


def _axes(rows: Sequence[AxisRow], advice: Advice, found: Organizations) -> Table:
    named = advice.judgement.named()
    columns = (
        Column("Axis", width=2),
        Column("Today, by your answers", width=1.6),
        Column("Usual where you stand", width=3),
        Column("Usual in the advised structure", width=3),
    )
    shown = []
    for row in rows:
        today = row.axis.position(row.today or "")
        shown.append(
            (
                Cell(inline(row.axis.title), "head"),
                Cell(inline(today.title if today else NOT_SAID), "" if today else "muted"),
                _place(row.axis, row.standing_position, row.standing, found),
                _place(row.axis, row.structure_position, row.structure, found) if named else _cell(None, found),
            )
        )
    return Table(columns, tuple(shown))


def _place(axis: Axis, position: str | None, sentence: Sentence | None, found: Organizations) -> Cell:
    title = axis.position(position or "")
    if sentence is None or title is None:
        return _cell(None, found)
    words: Inline = (Span(f"{title.title}. ", strong=True), Span(sentence.says))
    return Cell(words, note=reference(sentence, found))


def _risks(risks: Sequence[Risk], found: Organizations) -> list[Block]:
    rows = tuple((_cell(entry.risk, found), _cell(entry.mitigation, found)) for entry in risks)
    return [Table((Column("Risk", width=1), Column("What helps", width=1)), rows)] if rows else []


def _openings(openings: Sequence[Opening], found: Organizations) -> list[Block]:
    rows = tuple(
        (
            Cell(inline(str(number))),
            Cell(inline(opening.role), "head", f"level {opening.level}"),
            Cell(_reasons(opening.why, found)),
        )
        for number, opening in enumerate(openings, start=1)
    )
    columns = (Column("", width=0.4), Column("Role", width=2), Column("Why", width=5))
    return [Table(columns, rows)] if rows else []


def _reasons(sentences: Sequence[Sentence], found: Organizations) -> Inline:
    """One a line, each with its own reference."""
    spans: list[Span] = []
    for sentence in sentences:
        spans += [
            Span(f"\n{sentence.says}" if spans else sentence.says),
            Span(f" [{reference(sentence, found)}]", emphasis=True),
        ]
    return tuple(spans)


def _unanswered(entries: Sequence[Unanswered], advice: Advice, found: Organizations) -> list[Block]:
    if not entries:
        return []
    rows = tuple(
        (
            Cell(inline(entry.question.title), "head", entry.question.id),
            Cell(inline(entry.question.changes), points=tuple(_outcomes(entry, advice, found))),
        )
        for entry in entries
    )
    return [Table((Column("Not answered", width=2), Column("What the answer would change", width=5)), rows)]


def _outcomes(entry: Unanswered, advice: Advice, found: Organizations) -> list[str]:
    """`series-b, series-c: centralized`, one for each different outcome."""
    now = advice.judgement.outcome()
    by_words: dict[str, list[str]] = {}
    for value, then in entry.outcomes:
        by_words.setdefault(_differs(now, then, found), []).append(_value(value))
    return [f"{', '.join(values)}: {words}" for words, values in by_words.items()]


def _differs(now: Outcome, then: Outcome, found: Organizations) -> str:
    parts = []
    if then.standing != now.standing:
        parts.append(f"stands at {found.archetypes[then.standing].title}" if then.standing else "standing unknown")
    if then.structure != now.structure:
        parts.append(found.structures[then.structure].title if then.structure else "no structure")
    if then.first_role != now.first_role:
        parts.append(f"{then.first_role} first" if then.first_role else "no first role")
    return "; ".join(parts)


def _value(value: Answer) -> str:
    return value if isinstance(value, str) else f"{value:g}"


def _sources(sources: Sequence[dict[str, str]]) -> Bullets:
    return bullets(
        [(Span(entry["short"], strong=True), Span(f": {entry['title']}. {entry['what']}")) for entry in sources]
    )


def commands(advice: Advice, today: datetime.date) -> list[str]:
    """The next commands: a post for each of the first roles, then the staffing plan."""
    judged = advice.judgement
    named = judged.named()
    place = judged.standing.id if judged.standing else named.nearest_archetype if named else None
    first = judged.openings[:FIRST_ROLES]
    if place is None or not first:
        return []
    posts = [
        f"hiretool job write {opening.role} --level {opening.level} --org {place} --company company.yaml"
        f" -o {opening.role}.html"
        for opening in first
    ]
    by = today + datetime.timedelta(days=PLAN_DAYS)
    return [*posts, f"hiretool plan pipeline --role {first[0].role} --level {first[0].level} --hires 1 --by {by}"]


def _folded(command: str) -> str:
    """A command that a terminal of 80 columns shows whole."""
    return command.replace(" --company", " \\\n    --company")


def _data(advice: Advice, found: Organizations, today: datetime.date) -> dict[str, Any]:
    """What the JSON writer writes: every sentence with rule, source and basis."""
    judged, named = advice.judgement, advice.judgement.named()
    treated = {key: judged.facts[key] for key in judged.answers if judged.facts[key] != judged.answers[key]}
    next_commands = commands(advice, today)
    return {
        "answers": dict(judged.answers),
        "read_as": treated,
        "contradictions": _dicts(judged.contradictions),
        "aim": judged.facts[found.derived.id],
        "standing": {
            "archetype": judged.standing.id if judged.standing else None,
            "title": judged.standing.title if judged.standing else None,
            "because": _dicts([judged.standing_because]),
        },
        "structure": {
            "id": judged.structure.id if judged.structure else None,
            "form": judged.form.id if judged.form else None,
            "title": named.title if named else None,
            "decided_by_documents": judged.covered,
            "because": _dicts([judged.structure_because]),
        },
        "axes": [
            {
                "axis": row.axis.id,
                "today": row.today,
                "standing": {"position": row.standing_position, "because": _dicts([row.standing])},
                "structure": {"position": row.structure_position, "because": _dicts([row.structure])},
            }
            for row in advice.axes
        ],
        "reasons": _dicts(advice.reasons),
        "steps": _dicts(advice.steps),
        "next_up": _dicts(advice.next_up),
        "risks": [
            {"of": entry.of, "risk": asdict(entry.risk), "mitigation": asdict(entry.mitigation)}
            for entry in advice.risks
        ],
        "open_first": [
            {"role": opening.role, "level": opening.level, "why": _dicts(opening.why)} for opening in judged.openings
        ],
        "next_commands": next_commands,
        "role_changes": _dicts(advice.role_changes),
        "posts": _dicts(advice.posts),
        "loops": _dicts(advice.loops),
        "fairness": _dicts(advice.fairness),
        "not_answered": [
            {
                "question": entry.question.id,
                "title": entry.question.title,
                "would_change": entry.question.changes,
                "outcomes": [{"answer": value, **asdict(then)} for value, then in entry.outcomes],
            }
            for entry in advice.unanswered
        ],
        "disagreements": _dicts(advice.disagreements),
        "gaps": _dicts(advice.gaps),
        "sources": [{"id": name, **found.sources[name].model_dump()} for name in cited(advice.sentences(), found)],
    }


def _dicts(sentences: Iterable[Sentence | None]) -> list[dict[str, str]]:
    return [asdict(sentence) for sentence in sentences if sentence]
