"""Competencies and interview formats: what is rated, against which anchors, in which conversation."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Literal

from pydantic import Field, model_validator

from hiretool import load
from hiretool.discover import Library
from hiretool.model import AnchorLevel, Level, anchor_level, serves

Text = Annotated[str, Field(min_length=1)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Observables = Annotated[list[Text], Field(min_length=2)]
Share = Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)]
Minutes = Annotated[int, Field(ge=0, le=480)]
Schema = Annotated[Literal[1], Field(description="Version of this file's layout.")]


class Anchors(load.Strict):
    """What can be seen or quoted at each of the four points."""

    one: Observables = Field(alias="1")
    two: Observables = Field(alias="2")
    three: Observables = Field(alias="3")
    four: Observables = Field(alias="4")

    @model_validator(mode="before")
    @classmethod
    def _keys_as_text(cls, value: object) -> object:
        """The keys 1..4 are whole numbers in YAML."""
        if not isinstance(value, dict):
            return value
        named = {str(key): entry for key, entry in value.items()}
        if len(named) < len(value):
            raise ValueError("a point stands there twice, once in quotes; only one can count")
        return named

    def items(self) -> list[tuple[int, list[str]]]:
        """(point, observables), from 1 to 4."""
        return [(1, self.one), (2, self.two), (3, self.three), (4, self.four)]


class Band(load.Strict):
    """A competency at one level."""

    expects: Text
    anchors: Anchors


class Evidence(load.Strict):
    interview: list[Text]
    past_work: list[Text]
    weak_on_its_own: list[Text]


class Competency(load.Strict):
    """Something that a person does well or less well, with four anchored points for each level."""

    schema_: Schema = Field(alias="schema")
    id: Slug
    title: Text
    definition: Text
    levels: dict[AnchorLevel, Band]
    not_to_count: Annotated[list[Text], Field(min_length=1)]
    evidence_examples: Evidence

    def band(self, level: Level) -> Band:
        """What is expected at a level, and the anchors that it is rated against there."""
        return self.levels[anchor_level(level)]


class Dimension(load.Strict):
    """One thing that an interviewer watches in a format, and the competencies that it informs."""

    id: Slug
    title: Text
    competencies: Annotated[dict[Slug, Share], Field(min_length=1)]
    at_level: dict[AnchorLevel, Text] = {}
    anchors: Anchors

    def three(self, level: Level) -> str | None:
        """What a 3 is at a level, where the format says so."""
        return self.at_level.get(anchor_level(level))


class Minute(load.Strict):
    """A stretch of the minute plan, in minutes from the start."""

    from_: Minutes = Field(alias="from")
    to: Minutes
    what: Text


class Cap(load.Strict):
    hint: Slug
    effect: dict[Slug, Annotated[int, Field(ge=1, le=4)]]
    meaning: Text


class HintPolicy(load.Strict):
    rule: Text
    caps: list[Cap]
    fairness: Text


class AiPolicy(load.Strict):
    default: Literal["off", "allowed", "audited"]
    allowed: list[Text]
    not_allowed: list[Text]
    reason: Text
    variant_allowed: Text | None = None
    if_broken: Text


class StandingQuestion(load.Strict):
    """A question that the format itself brings, the same for every candidate."""

    id: Slug
    ask: Text
    listen_for: Text
    levels: list[Level] = []
    competencies: list[Slug] = []
    """What it informs; it is asked where one of them is rated. Asked everywhere if empty."""


class Format(load.Strict):
    """A kind of interview: its dimensions, its minutes, what is scored and what is not."""

    schema_: Schema = Field(alias="schema")
    id: Slug
    title: Text
    purpose: Text
    use_when: Text
    do_not_use_when: Text
    minutes: Annotated[int, Field(ge=10, le=240)]
    at_home_minutes: Minutes = 0
    questions: Literal["bank", "standing", "both"] = "bank"
    """Where they come from. With both, one of the bank may take the place of some of the format's own."""
    question_minutes: Minutes = 0
    """Minutes of the plan that questions from the bank may fill; 0 where there are standing questions alone."""
    guide_sections: list[Text] = []
    """How the headings begin that the guide of each question from the bank has."""
    standing_questions: list[StandingQuestion] = []
    dimensions: Annotated[list[Dimension], Field(min_length=1)]
    minute_plan: Annotated[list[Minute], Field(min_length=1)]
    stop_rule: Text
    opening_script: Text
    scored: Annotated[list[Text], Field(min_length=1)]
    not_scored: Annotated[list[Text], Field(min_length=1)]
    hint_policy: HintPolicy | None = None
    ai_policy: AiPolicy
    accommodations: Annotated[list[Text], Field(min_length=1)]
    told_beforehand: Annotated[list[Text], Field(min_length=1)]

    @model_validator(mode="after")
    def _plan_is_whole(self) -> Format:
        """The minute plan runs from 0 to the format's minutes without a gap."""
        clock = 0
        for part in self.minute_plan:
            if part.from_ != clock or part.to <= part.from_:
                raise ValueError(f"minute_plan: expected a part from minute {clock}, got {part.from_} to {part.to}")
            clock = part.to
        if clock != self.minutes:
            raise ValueError(f"minute_plan: ends at minute {clock}, the format at {self.minutes}")
        return self

    @model_validator(mode="after")
    def _questions_have_a_source(self) -> Format:
        if self.questions != "bank" and not self.standing_questions:
            raise ValueError(f"standing_questions: at least one is needed where questions is {self.questions}")
        if self.questions != "standing" and not 0 < self.question_minutes <= self.minutes:
            raise ValueError(f"question_minutes: expected 1 to {self.minutes}, got {self.question_minutes}")
        return self

    def covers(self) -> set[str]:
        """Ids of the competencies that some dimension informs."""
        return {name for dimension in self.dimensions for name in dimension.competencies}

    def standing(
        self, level: Level, rated: Collection[str], *, without: Collection[str] = ()
    ) -> list[StandingQuestion]:
        """The format's own questions for a level in which some competencies are rated.

        They are those that name the level, else those of the level whose anchors it uses.
        without: ids of those whose place a question from the bank takes.
        """
        named = any(level in question.levels for question in self.standing_questions)
        return [
            question
            for question in self.standing_questions
            if (not question.levels or (level in question.levels if named else serves(question.levels, level)))
            and (not question.competencies or set(question.competencies) & set(rated))
            and question.id not in without
        ]


def competency(name: str, library: Library) -> Competency:
    """Raises: NotFoundError, Problems."""
    return load.read(library.rubric_file("competencies", name, "competency"), Competency)


def format(name: str, library: Library) -> Format:
    """Raises: NotFoundError, Problems."""
    return load.read(library.rubric_file("formats", name, "interview format"), Format)
