"""Answers about a company + rules -> where it stands, what is advised, and which rule says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hiretool.model import Level
from hiretool.organizations import (
    Answer,
    Archetype,
    Axis,
    Organizations,
    Question,
    Rule,
    Said,
    Structure,
    Topic,
    speaks,
)
from hiretool.organizations.rules import UNKNOWN, Mitigation
from hiretool.organizations.shapes import Place, Shape

Answers = Mapping[str, Answer | None]
Facts = dict[str, Answer | None]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something said, the rule that says it, and what that rests on."""

    rule: str
    """Id of a rule, or `archetype/sentence`, `structure/sentence`."""
    says: str
    source: str
    basis: str


@dataclass(frozen=True, slots=True)
class Risk:
    risk: Sentence
    mitigation: Sentence
    of: str
    """"answers", or the archetype or structure that has it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A role to open, in the order in which they come."""

    role: str
    level: Level
    why: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class AxisRow:
    """One axis: today by the answers, usual where the company stands, usual in the advised structure."""

    axis: Axis
    today: str | None
    standing: Sentence | None
    standing_position: str | None
    structure: Sentence | None
    structure_position: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an assessment comes to, in three words."""

    standing: str | None
    structure: str | None
    first_role: str | None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question without an answer, and what each answer would make of the outcome where that differs."""

    question: Question
    outcomes: tuple[tuple[Answer, Outcome], ...]


@dataclass(frozen=True)
class Judgement:
    """Standing and structure, with the answers as they were read."""

    answers: Answers
    """As given."""
    facts: Facts
    """As read after contradictions, with the aim, standing, structure and form that were found."""
    contradictions: tuple[Sentence, ...]
    standing: Archetype | None
    standing_because: Sentence | None
    structure: Structure | None
    form: Structure | None
    structure_because: Sentence | None
    covered: bool
    """Whether the documents decide the structure; if not, hiretool's reading does."""
    openings: tuple[Opening, ...]

    def outcome(self) -> Outcome:
        form = self.form or self.structure
        return Outcome(
            self.standing.id if self.standing else None,
            form.id if form else None,
            self.openings[0].role if self.openings else None,
        )

    def named(self) -> Structure | None:
        """The advised structure, by its form where it has one."""
        return self.form or self.structure


@dataclass(frozen=True)
class Advice:
    """All that is said to a company; each sentence knows its rule."""

    judgement: Judgement
    axes: tuple[AxisRow, ...]
    reasons: tuple[Sentence, ...]
    disagreements: tuple[Sentence, ...]
    steps: tuple[Sentence, ...]
    next_up: tuple[Sentence, ...]
    """What the next place on the mountain needs."""
    risks: tuple[Risk, ...]
    role_changes: tuple[Sentence, ...]
    posts: tuple[Sentence, ...]
    loops: tuple[Sentence, ...]
    fairness: tuple[Sentence, ...]
    gaps: tuple[Sentence, ...]
    unanswered: tuple[Unanswered, ...] = field(default=())

    def sentences(self) -> list[Sentence]:
        """Every sentence of the advice."""
        judged = self.judgement
        found = [judged.standing_because, judged.structure_because]
        for row in self.axes:
            found += [row.standing, row.structure]
        return [
            *judged.contradictions,
            *(sentence for sentence in found if sentence),
            *self.reasons,
            *self.disagreements,
            *self.steps,
            *self.next_up,
            *(sentence for entry in self.risks for sentence in (entry.risk, entry.mitigation)),
            *(sentence for opening in judged.openings for sentence in opening.why),
            *self.role_changes,
            *self.posts,
            *self.loops,
            *self.fairness,
            *self.gaps,
        ]


def advise(answers: Answers, found: Organizations) -> Advice:
    """The advice for a company that answered so. A question that is left out counts as not answered."""
    answers = {key: answers.get(key) for key in found.questions}
    judged = judgement(answers, found)
    facts = judged.facts
    shapes: list[Shape] = [entry for entry in (judged.standing, judged.structure, judged.form) if entry]
    structures = [entry for entry in (judged.structure, judged.form) if entry]
    return Advice(
        judgement=judged,
        axes=tuple(_axis_row(axis, judged, found) for axis in found.axes.values()),
        reasons=(
            *_spoken(found, "reason", facts),
            *(_of(shape, entry) for shape in structures for entry in shape.good_for),
        ),
        disagreements=tuple(_spoken(found, "disagreement", facts)),
        steps=tuple(_spoken(found, "step", facts)),
        next_up=tuple(_of(judged.standing, entry) for step in judged.standing.next_steps for entry in step.needs)
        if judged.standing
        else (),
        risks=tuple(_risks(found, judged)),
        role_changes=tuple(_of(shape, entry) for shape in shapes for entry in shape.changes.roles),
        posts=(
            *_spoken(found, "post", facts),
            *(_of(shape, entry) for shape in shapes for entry in shape.changes.posts),
        ),
        loops=(
            *_spoken(found, "loop", facts),
            *(_of(shape, entry) for shape in shapes for entry in shape.changes.loops),
        ),
        fairness=(
            *_spoken(found, "fairness", facts),
            *(_of(shape, shape.fairness) for shape in (judged.standing, judged.named()) if shape),
        ),
        gaps=tuple(_spoken(found, "gap", facts)),
        unanswered=tuple(_unanswered(judged, found)),
    )


def judgement(answers: Answers, found: Organizations) -> Judgement:
    """Standing, structure and roles to open first."""
    facts, contradictions = _read(answers, found)
    facts[found.derived.id] = found.derived.of(facts.get(found.derived.from_))
    stands = next(_speaking(found, "standing", facts), None)
    standing = found.archetypes[stands.archetype] if stands and stands.archetype else None
    facts["standing"] = standing.id if standing else None
    advised = next(_speaking(found, "structure", facts), None)
    structure = found.structures[advised.structure] if advised and advised.structure else None
    form = found.structures[advised.form] if advised and advised.form else None
    facts["structure"] = structure.id if structure else None
    facts["form"] = form.id if form else None
    return Judgement(
        answers=answers,
        facts=facts,
        contradictions=tuple(contradictions),
        standing=standing,
        standing_because=_said(stands) if stands else None,
        structure=structure,
        form=form,
        structure_because=_said(advised) if advised else None,
        covered=advised is not None and structure is not None and advised.covered,
        openings=tuple(_openings(found, facts)),
    )


def _read(answers: Answers, found: Organizations) -> tuple[Facts, list[Sentence]]:
    """The answers with those that contradict others read as the rules say, and what was made of them."""
    facts: Facts = dict(answers)
    told = []
    for rule in found.rules["contradiction"]:
        # The aim may change with each treatment, so it is found anew.
        facts[found.derived.id] = found.derived.of(facts.get(found.derived.from_))
        if speaks(rule.when, facts):
            told.append(_said(rule))
            facts.update({key: None if value == UNKNOWN else value for key, value in rule.treat.items()})
    return facts, told


def _speaking(found: Organizations, topic: Topic, facts: Facts) -> Iterator[Rule]:
    return (rule for rule in found.rules[topic] if speaks(rule.when, facts))


def _spoken(found: Organizations, topic: Topic, facts: Facts) -> Iterator[Sentence]:
    return map(_said, _speaking(found, topic, facts))


def _said(rule: Rule) -> Sentence:
    return Sentence(rule.id, rule.says, rule.source, rule.basis)


def _of(shape: Shape, entry: Said) -> Sentence:
    return Sentence(f"{shape.id}/{entry.id}", entry.says, entry.source, entry.basis)


def _against(rule: str, mitigation: Mitigation) -> Sentence:
    return Sentence(rule, mitigation.says, mitigation.source, mitigation.basis)


def _risks(found: Organizations, judged: Judgement) -> Iterator[Risk]:
    """Those of the answers first, then those of the advised structure, then those of where the company stands."""
    for rule in _speaking(found, "risk", judged.facts):
        assert rule.mitigation is not None  # the topic needs one
        yield Risk(_said(rule), _against(rule.id, rule.mitigation), "answers")
    told = set()
    shapes: Iterable[Shape | None] = (judged.structure, judged.form, judged.standing)
    for shape in filter(None, shapes):
        for trouble in shape.trouble:
            name = f"{shape.id}/{trouble.id}"
            if trouble.same_as not in told and speaks(trouble.when, judged.facts):
                told.add(name)
                yield Risk(_of(shape, trouble), _against(name, trouble.mitigation), shape.id)


def _openings(found: Organizations, facts: Facts) -> Iterator[Opening]:
    """Roles by their lowest order, each with all reasons that speak for it."""
    by_role: dict[str, list[Rule]] = {}
    for rule in sorted(_speaking(found, "open-first", facts), key=lambda rule: rule.order or 0):
        by_role.setdefault(rule.role or "", []).append(rule)
    for role, rules in by_role.items():
        yield Opening(role, rules[0].level, tuple(map(_said, rules)))


def _axis_row(axis: Axis, judged: Judgement, found: Organizations) -> AxisRow:
    standing, named = judged.standing, judged.named()
    return AxisRow(
        axis=axis,
        today=_today(axis, judged.facts, found),
        standing=_placed(standing, axis) if standing else None,
        standing_position=standing.axes[axis.key].position if standing else None,
        structure=_placed(named, axis) if named else None,
        structure_position=named.axes[axis.key].position if named else None,
    )


def _placed(shape: Shape, axis: Axis) -> Sentence:
    place: Place = shape.axes[axis.key]
    return Sentence(f"{shape.id}/{axis.id}", place.says, place.source, place.basis)


def _today(axis: Axis, facts: Facts, found: Organizations) -> str | None:
    """The position on the axis that an answer gives; None where no answer does."""
    values = (question.value(facts[key]) for key, question in found.questions.items())
    return next((value.axes[axis.key] for value in values if value and axis.key in value.axes), None)


def _unanswered(judged: Judgement, found: Organizations) -> Iterator[Unanswered]:
    """Questions not answered; those that would change the outcome first."""
    now = judged.outcome()
    entries = []
    for key, question in found.questions.items():
        if judged.answers[key] is None:
            tried = (
                (value, judgement({**judged.answers, key: value}, found).outcome()) for value in question.examples()
            )
            entries.append(Unanswered(question, tuple((value, then) for value, then in tried if then != now)))
    return iter(sorted(entries, key=lambda entry: not entry.outcomes))


def cited(sentences: Sequence[Sentence], found: Organizations) -> list[str]:
    """Ids of the sources that some sentence rests on, in the order of the library."""
    used = {sentence.source for sentence in sentences}
    return [name for name in found.sources if name in used]
