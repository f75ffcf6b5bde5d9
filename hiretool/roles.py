"""Role templates: the source of posts, rubrics, kits and scorecards."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from hiretool import load
from hiretool.discover import Library
from hiretool.errors import NotFoundError
from hiretool.model import LEVELS, Level
from hiretool.rubrics import Schema, Slug, Text

WHOLE = 100
Weight = Annotated[float, Field(ge=0, le=WHOLE, allow_inf_nan=False)]
Axis = Literal["software_and_research", "data_ownership", "model_ownership"]


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
    need: Text
    shown_by: Text


class RoleLevel(load.Strict):
    scope: Text
    independence: Text
    shown_by: Text


class Weighed(load.Strict):
    """A competency with its share of the score, in percent."""

    id: Slug
    weight: Annotated[float, Field(gt=0, le=WHOLE, allow_inf_nan=False)]
    reason: Text


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
    uri: str | None = None
    version: str | None = None
    note: str | None = None


class Codes(load.Strict):
    onet: list[Occupation] = []
    esco: Esco = Esco()


class Sourcing(load.Strict):
    query: Text
    look_for: Text
    caution: Text


class Role(load.Strict):
    """A role: what it is for, what it must show, how that is weighed and where it is met."""

    schema_: Schema = Field(alias="schema")
    id: Slug
    title: Text
    mission: Text
    axes: dict[Axis, dict[str, Annotated[list[Text], Field(min_length=1)]]]
    organizations: Annotated[dict[Slug, Placement], Field(min_length=1)]
    say_plainly: dict[Slug, Text]
    deliverables: Deliverables
    must_haves: Annotated[list[MustHave], Field(min_length=1)]
    nice_to_haves: dict[Level, list[Text]] = {}
    not_needed: list[Text] = []
    levels: dict[Level, RoleLevel]
    competencies: Annotated[list[Weighed], Field(min_length=1)]
    level_shifts: dict[Level, dict[Slug, Weight]] = {}
    rounds: Annotated[list[Round], Field(min_length=1)]
    hire_bar: HireBar
    flexible_variants: list[Variant] = []
    confused_with: list[Confused] = []
    evidence_besides_publications: list[Text] = []
    codes: Codes = Codes()
    sourcing: Sourcing

    @model_validator(mode="after")
    def _weights_are_whole(self) -> Role:
        named = [entry.id for entry in self.competencies]
        if twice := {name for name in named if named.count(name) > 1}:
            raise ValueError(f"competencies: {', '.join(sorted(twice))} named twice")
        for level, shifts in self.level_shifts.items():
            if stray := sorted(set(shifts) - set(named)):
                raise ValueError(f"level_shifts.{level}: {', '.join(stray)} is not among the role's competencies")
        for level in LEVELS:
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
        if missing := [level for level in LEVELS if level not in self.levels]:
            raise ValueError(f"levels: {', '.join(missing)} missing")
        return self

    def _raw_weights(self, level: Level) -> dict[str, float]:
        return {entry.id: entry.weight for entry in self.competencies} | self.level_shifts.get(level, {})

    def weights(self, level: Level) -> dict[str, float]:
        """Competency id -> percent at a level, > 0, summing to 100, in the order of the template."""
        return {name: weight for name, weight in self._raw_weights(level).items() if weight > 0}

    def loop(self, level: Level) -> list[Round]:
        """The rounds that a candidate for this level meets."""
        return [entry for entry in self.rounds if not entry.levels or level in entry.levels]

    def responsibilities(self, organization: str) -> list[str]:
        """What the job is in one kind of organization. Raises: NotFoundError."""
        if organization not in self.organizations:
            raise NotFoundError("kind of organization", organization, self.organizations)
        return [duty for axis, value in self.organizations[organization].items() for duty in self.axes[axis][value]]


def names(library: Library) -> list[str]:
    return list(library.rubric_files("roles"))


def get(name: str, library: Library) -> Role:
    """Raises: NotFoundError, Problems."""
    return load.read(library.rubric_file("roles", name, "role"), Role)
