"""Sources, questions and rules: what the advice on a company's organization is made from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from hiretool import load
from hiretool.model import Level
from hiretool.roles import Axis as AxisKey
from hiretool.rubrics import Schema, Slug, Text

UNKNOWN = "unknown"
"""In a rule: the question is not answered."""

Key = Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$", max_length=60)]
Answer = str | float
Topic = Literal[
    "contradiction",
    "standing",
    "structure",
    "reason",
    "disagreement",
    "step",
    "risk",
    "open-first",
    "post",
    "loop",
    "fairness",
    "gap",
]


class Source(load.Strict):
    title: Text
    short: Text
    what: Text


class Sources(load.Strict):
    """The documents that sentences rest on."""

    schema_: Schema = Field(alias="schema")
    sources: Annotated[dict[Slug, Source], Field(min_length=1)]


class Value(load.Strict):
    """An answer that a question allows."""

    id: Slug
    means: Text
    axes: dict[AxisKey, str] = {}
    """Where a company that answers this stands on an axis today."""


class Question(load.Strict):
    """Something asked about a company. It has either values to choose from or a number."""

    id: Key
    title: Text
    asks: Text
    why: Text
    changes: Text
    """What the answer would change in the advice."""
    values: list[Value] = []
    at_least: float | None = None
    at_most: float | None = None
    whole: bool = False
    tried: list[float] = []
    """Numbers that stand for all others when it is shown what an answer would change."""

    @model_validator(mode="after")
    def _choice_or_number(self) -> Question:
        if bool(self.values) == bool(self.tried):
            raise ValueError("values: a question has either values or, for a number, tried")
        names = [value.id for value in self.values]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"values: {', '.join(twice)} stands there twice")
        if UNKNOWN in names:
            raise ValueError(f"values: {UNKNOWN!r} is what rules call a question that is not answered")
        return self

    def examples(self) -> list[Answer]:
        """Answers that stand for all that can be given."""
        return [value.id for value in self.values] or list(self.tried)

    def value(self, name: Answer | None) -> Value | None:
        return next((value for value in self.values if value.id == name), None)


class Band(load.Strict):
    id: Slug
    title: Text
    at_least: float | None = None
    at_most: float | None = None


class Derived(load.Strict):
    """A word for a range of a number; the first band that fits counts."""

    id: Key
    from_: Key = Field(alias="from")
    bands: Annotated[list[Band], Field(min_length=1)]
    source: Slug
    basis: Text

    def of(self, value: Answer | None) -> str | None:
        """The band of a number; None where there is no number."""
        if not isinstance(value, int | float):
            return None
        return next((band.id for band in self.bands if _between(value, band.at_least, band.at_most)), None)


class Questions(load.Strict):
    """The questionnaire."""

    schema_: Schema = Field(alias="schema")
    questions: Annotated[list[Question], Field(min_length=1)]
    derived: Derived


class Condition(load.Strict):
    """What an answer must be for a rule to speak. In YAML: a value, a list of values, or bounds."""

    one_of: list[str] = []
    at_least: float | None = None
    at_most: float | None = None
    or_unknown: bool = False

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"one_of": [value]}
        return {"one_of": value} if isinstance(value, list) else value

    def holds(self, value: Answer | None) -> bool:
        """Whether the answer fits. What is not answered fits only where the rule says so."""
        if value is None:
            return self.or_unknown or UNKNOWN in self.one_of
        if isinstance(value, str):
            return value in self.one_of
        return not self.one_of and _between(value, self.at_least, self.at_most)


When = dict[Key, Condition]


def speaks(when: Mapping[str, Condition], facts: Mapping[str, Answer | None]) -> bool:
    """Whether all that a rule asks for is so."""
    return all(condition.holds(facts.get(key)) for key, condition in when.items())


class Mitigation(load.Strict):
    """What is done against a risk."""

    says: Text
    source: Slug
    basis: Text


class Rule(load.Strict):
    """If the answers are such, this is said. What else stands there depends on the topic."""

    id: Slug
    when: When = {}
    says: Text
    source: Slug
    basis: Text
    archetype: Slug | None = None
    structure: Slug | None = None
    form: Slug | None = None
    covered: bool = True
    """structure: false where the documents do not say it and hiretool had to read on."""
    mitigation: Mitigation | None = None
    role: Slug | None = None
    order: Annotated[int, Field(ge=1, le=99)] | None = None
    level: Level = "mid"
    treat: dict[Key, str] = {}
    """contradiction: answers that are read as something else, or as unknown."""


_OWN: dict[str, frozenset[str]] = {
    "standing": frozenset({"archetype"}),
    "structure": frozenset({"structure", "form", "covered"}),
    "risk": frozenset({"mitigation"}),
    "open-first": frozenset({"role", "order", "level"}),
    "contradiction": frozenset({"treat"}),
}
_NEEDED = {"risk": ("mitigation",), "open-first": ("role", "order"), "contradiction": ("when",)}
_ALL = frozenset({"id", "when", "says", "source", "basis"})


class Rules(load.Strict):
    """The rules of one topic."""

    schema_: Schema = Field(alias="schema")
    topic: Topic
    rules: Annotated[list[Rule], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_has_what_its_topic_needs(self) -> Rules:
        for number, rule in enumerate(self.rules):
            if stray := sorted(rule.model_fields_set - _ALL - _OWN.get(self.topic, frozenset())):
                raise ValueError(f"rules.{number}: {', '.join(stray)} has no meaning for the topic {self.topic!r}")
            for name in _NEEDED.get(self.topic, ()):
                if not getattr(rule, name):
                    raise ValueError(f"rules.{number}: {name} is missing, which the topic {self.topic!r} needs")
        return self


def _between(value: float, at_least: float | None, at_most: float | None) -> bool:
    return (at_least is None or value >= at_least) and (at_most is None or value <= at_most)
