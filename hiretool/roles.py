"""Role templates: the source of posts, rubrics, kits and scorecards."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from hiretool import load
from hiretool.discover import Library
from hiretool.errors import NotFoundError
from hiretool.model import RATINGS, Level
from hiretool.rubrics import Schema, Slug, Text

WHOLE = 100
Weight = Annotated[float, Field(ge=0, le=WHOLE, allow_inf_nan=False)]
Axis = Literal["software_and_research", "data_ownership", "model_ownership"]

MAKING: tuple[Level, ...] = ("junior", "mid", "senior", "staff")
MANAGEMENT: tuple[Level, ...] = ("lead", "manager", "director")
FURTHER: Mapping[tuple[Level, ...], tuple[Level, ...]] = {MAKING: ("principal",), MANAGEMENT: ()}
"""Levels that a track may have besides those that each role has to describe."""


class Placement(load.Strict):
    """Where one kind of organization stands on the three design axes."""

    software_and_research: str
    data_ownership: str
    model_ownership: str

    def items(self) -> list[tuple[Axis, str]]:
        return [
            ("software_and_research", self.software_and_research),
            ("data_ownership", self.data_ownership),
            ("model_ownership", self.model_ownership),
        ]


class Deliverables(load.Strict):
    first_90_days: Annotated[list[Text], Field(min_length=1)]
    first_year: Annotated[list[Text], Field(min_length=1)]


class MustHave(load.Strict):
    """Something that the work cannot be done without, and more than one way to show it."""

    need: Text
    shown_by: Text
    levels: list[Level] = []
    """Where it is asked for; every level if empty."""


class RoleLevel(load.Strict):
    title: Text | None = None
    """Title of a post at this level, where the level's name before the role's title would not read well."""
    scope: Text
    independence: Text
    shown_by: Text


class Weighed(load.Strict):
    """A competency with its share of the score, in percent.

    Without weights all competencies of a role count the same; any other weight has its reason beside it.
    Source: U.S. Office of Personnel Management, structured interviews, frequently asked questions.
    """

    id: Slug
    weight: Annotated[float, Field(gt=0, le=WHOLE, allow_inf_nan=False)] | None = None
    reason: Text | None = None

    @model_validator(mode="after")
    def _has_a_reason(self) -> Weighed:
        if self.weight is not None and self.reason is None:
            raise ValueError("weight: needs a reason beside it; without weights all competencies count the same")
        if self.weight is None and self.reason is not None:
            raise ValueError("reason: says why, and there is no weight")
        return self


class Shift(load.Strict):
    """Weights that differ at one level, and why."""

    reason: Text
    weights: Annotated[dict[Slug, Weight], Field(min_length=1)]


class Round(load.Strict):
    """One interview of the loop."""

    id: Slug
    format: Slug
    minutes: Annotated[int, Field(ge=10, le=240)]
    levels: list[Level] = []
    competencies: Annotated[list[Slug], Field(min_length=1)]
    asks: Text


class HireBar(load.Strict):
    rule: Text
    not_a_cutoff: Text
    when_split: Text
    level_down: Text
    one_question: Text


class Scoring(load.Strict):
    """What the role has the calibrated scores do otherwise than usual."""

    bar: Annotated[float, Field(ge=RATINGS[0], le=RATINGS[-1])] = 3.0
    """Rating units that the chance to lie above is given for: 3 is what the anchors describe as meeting the level."""
    spread: dict[Text, Annotated[float, Field(gt=0)]] = {}
    """Term of the model -> sd of ratings that is usual here (see scoring.model.priors), where it is not ours."""


class Variant(load.Strict):
    id: Slug
    when: Text
    change: Text


class Confused(load.Strict):
    title: Text
    tell: Text
    then: Text


class Occupation(load.Strict):
    code: Text
    title: Text
    note: str = ""


class Esco(load.Strict):
    """The occupation in the European classification: address and version, never its number, which moves."""

    uri: Annotated[str, Field(pattern=r"^http://data\.europa\.eu/esco/occupation/[0-9a-f-]{36}$")] | None = None
    version: Text | None = None
    title: Text | None = None
    note: Text | None = None


class Codes(load.Strict):
    onet: list[Occupation] = []
    esco: Esco = Esco()


class Sourcing(load.Strict):
    query: Text
    look_for: Text
    caution: Text


class Track(load.Strict):
    """One of the jobs that a catch-all title stands for; the writer of a post has to choose."""

    title: Text
    when: Text
    better_called: Text
    better_template: Slug | None = None
    mission: Text
    duties: Annotated[list[Text], Field(min_length=1)]
    deliverables: Deliverables
    must_haves: list[MustHave] = []


@dataclasses.dataclass(frozen=True, slots=True)
class Duties:
    """What a post says of the work: the role's, or that of one of its tracks."""

    title: str
    mission: str
    responsibilities: list[str]
    deliverables: Deliverables
    must_haves: list[MustHave]


class Role(load.Strict):
    """A role: what it is for, what it must show, how that is weighed and where it is met."""

    schema_: Schema = Field(alias="schema")
    id: Slug
    title: Text
    mission: Text
    axes: dict[Axis, dict[str, Annotated[list[Text], Field(min_length=1)]]]
    organizations: Annotated[dict[Slug, Placement], Field(min_length=1)]
    say_plainly: dict[Slug, Text]
    draws: dict[Slug, Text] = {}
    """The mirror of say_plainly: what this role gains in each kind of organization."""
    deliverables: Deliverables
    must_haves: Annotated[list[MustHave], Field(min_length=1)]
    nice_to_haves: dict[Level, list[Text]] = {}
    not_needed: list[Text] = []
    levels: dict[Level, RoleLevel]
    competencies: Annotated[list[Weighed], Field(min_length=1)]
    level_shifts: dict[Level, Shift] = {}
    rounds: Annotated[list[Round], Field(min_length=1)]
    hire_bar: HireBar
    scoring: Scoring = Scoring()
    flexible_variants: list[Variant] = []
    confused_with: list[Confused] = []
    evidence_besides_publications: list[Text] = []
    codes: Codes = Codes()
    sourcing: Sourcing
    tracks: dict[Slug, Track] = {}

    @model_validator(mode="after")
    def _weights_are_whole(self) -> Role:
        named = [entry.id for entry in self.competencies]
        if twice := {name for name in named if named.count(name) > 1}:
            raise ValueError(f"competencies: {', '.join(sorted(twice))} named twice")
        if len({entry.weight is None for entry in self.competencies}) > 1:
            raise ValueError("competencies: some have a weight and some do not; give all of them one, or none")
        for level, shift in self.level_shifts.items():
            if level not in self.levels:
                raise ValueError(f"level_shifts.{level}: the role has no such level; it has {', '.join(self.levels)}")
            if stray := sorted(set(shift.weights) - set(named)):
                raise ValueError(f"level_shifts.{level}: {', '.join(stray)} is not among the role's competencies")
        for level in self.levels:
            total = sum(self._raw_weights(level).values())
            if abs(total - WHOLE) > 1e-6:
                raise ValueError(f"competencies: the weights at level {level} sum to {total:g}, expected {WHOLE}")
        return self

    @model_validator(mode="after")
    def _axes_are_known(self) -> Role:
        for organization, placement in self.organizations.items():
            for axis, value in placement.items():
                if value not in self.axes.get(axis, {}):
                    known = ", ".join(self.axes.get(axis, {})) or "none"
                    raise ValueError(f"organizations.{organization}.{axis}: no {value!r} under axes; known: {known}")
        if missing := sorted(set(self.organizations) - set(self.say_plainly)):
            raise ValueError(f"say_plainly: says nothing for {', '.join(missing)}")
        if missing := sorted(set(self.organizations) - set(self.draws)) if self.draws else []:
            raise ValueError(f"draws: says nothing for {', '.join(missing)}")
        return self

    @model_validator(mode="after")
    def _levels_are_a_track(self) -> Role:
        """All levels of one career track, those of the people who make things or those of the people who lead them."""
        track = MANAGEMENT if set(self.levels) & set(MANAGEMENT) else MAKING
        if missing := [level for level in track if level not in self.levels]:
            raise ValueError(f"levels: {', '.join(missing)} missing")
        if stray := [level for level in self.levels if level not in (*track, *FURTHER[track])]:
            raise ValueError(f"levels: {', '.join(stray)} belongs to another career track than {track[0]}")
        return self

    def _raw_weights(self, level: Level) -> dict[str, float]:
        equal = WHOLE / len(self.competencies)
        shift = self.level_shifts.get(level)
        found = {entry.id: equal if entry.weight is None else entry.weight for entry in self.competencies}
        return found | (shift.weights if shift else {})

    def at(self, level: Level) -> RoleLevel:
        """What the role is at a level. Raises: NotFoundError for a level that it does not have."""
        if level not in self.levels:
            raise NotFoundError(f"level of {self.id}", level, self.levels)
        return self.levels[level]

    def weights(self, level: Level) -> dict[str, float]:
        """Competency id -> percent at a level, > 0, summing to 100, in the order of the template.

        Raises: NotFoundError for a level that the role does not have.
        """
        self.at(level)
        return {name: weight for name, weight in self._raw_weights(level).items() if weight > 0}

    def loop(self, level: Level) -> list[Round]:
        """The rounds that a candidate for this level meets. Raises: NotFoundError for a level that there is not."""
        self.at(level)
        return [entry for entry in self.rounds if not entry.levels or level in entry.levels]

    def responsibilities(self, organization: str) -> list[str]:
        """What the job is in one kind of organization. Raises: NotFoundError."""
        if organization not in self.organizations:
            raise NotFoundError("kind of organization", organization, self.organizations)
        return [duty for axis, value in self.organizations[organization].items() for duty in self.axes[axis][value]]

    def duties(self, level: Level, organization: str, track: str | None = None) -> Duties:
        """What the job is at a level, in one kind of organization, on one of the role's tracks if it has some.

        Raises: NotFoundError for a level, organization or track that the role does not have.
        """
        self.at(level)
        common = self.responsibilities(organization)
        needs = [entry for entry in self.must_haves if not entry.levels or level in entry.levels]
        if track is None:
            return Duties(self.title, self.mission, common, self.deliverables, needs)
        if track not in self.tracks:
            raise NotFoundError(f"track of {self.id}", track, self.tracks)
        chosen = self.tracks[track]
        needs += [entry for entry in chosen.must_haves if not entry.levels or level in entry.levels]
        return Duties(chosen.title, chosen.mission, [*chosen.duties, *common], chosen.deliverables, needs)


def percent(weight: float) -> str:
    """A weight as it is printed, with three digits at most.

    >>> percent(100 / 7), percent(12.5), percent(20)
    ('14.3%', '12.5%', '20%')
    """
    return f"{weight:.3g}%"


def names(library: Library) -> list[str]:
    return list(library.rubric_files("roles"))


def get(name: str, library: Library) -> Role:
    """Raises: NotFoundError, Problems."""
    return load.read(library.rubric_file("roles", name, "role"), Role)
