"""The question bank: folders -> checked questions, and the words of one variant."""

from __future__ import annotations

import datetime
import hashlib
import importlib.util
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from hiretool import files, load
from hiretool.discover import Library
from hiretool.errors import DataError, HiretoolError
from hiretool.model import Level
from hiretool.rubrics import Dimension, Minutes, Schema, Share, Slug, Text

QuestionId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
RatingOrBlank = Annotated[int, Field(ge=1, le=4)] | None

# What the code and the pages of a question can raise when their author slipped.
MISTAKES = (
    ArithmeticError,
    AttributeError,
    ImportError,
    LookupError,
    NameError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
)


class Spent(load.Strict):
    """Minutes that a question takes, by part."""

    setup: Minutes = 0
    work: Minutes = 0
    discuss: Minutes = 0
    candidate_questions: Minutes = 0

    def total(self) -> int:
        return self.setup + self.work + self.discuss + self.candidate_questions


class Difficulty(load.Strict):
    """Prior on the difficulty, in logits; what was learnt since lives in data, not here."""

    prior: float
    prior_sd: Annotated[float, Field(gt=0)]


class Needs(load.Strict):
    network: bool = False
    max_seconds: Annotated[int, Field(gt=0, le=600)] = 20
    max_mb: Annotated[int, Field(gt=0, le=8000)] = 600


class Interface(load.Strict):
    keep: list[Text]


class Variants(load.Strict):
    seeds: Annotated[str, Field(pattern=r"^[0-9]{1,12}\.\.[0-9]{1,12}$")]
    min_distinct: Annotated[int, Field(ge=1)] | None = None
    changes: list[Text] = []
    same: list[Text] = []

    @field_validator("seeds")
    @classmethod
    def _in_order(cls, value: str) -> str:
        low, high = map(int, value.split(".."))
        if low > high:
            raise ValueError(f"expected the lower seed first, got {value}")
        return value


class Answer(load.Strict):
    exact: bool
    keys: Annotated[list[Text], Field(min_length=1)]
    within: Annotated[float, Field(ge=0, lt=0.1)] = 0.01
    """Share of the right value by which a decimal may be off."""
    accept: Text


class Fact(load.Strict):
    """Something that a candidate may ask for, and when it is told."""

    value: Any
    """A number or text, or a table of them, as a person would say it."""
    unit: Text | None = None
    reveal: Text
    meaning: Text | None = None


class Piloted(load.Strict):
    people: Annotated[int, Field(ge=0)]
    note: str = ""


class AiSolved(load.Strict):
    model: Text
    date: Text
    score: float


class Files(load.Strict):
    candidate: list[Text]
    secret: list[Text]


class Question(load.Strict):
    """What question.yaml says: for whom, how long, what it tests."""

    schema_: Schema = Field(alias="schema")
    id: QuestionId
    uuid: Annotated[str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    version: Annotated[int, Field(ge=1)]
    title: Text
    format: Slug
    roles: Annotated[dict[Slug, Share], Field(min_length=1)]
    levels: Annotated[list[Level], Field(min_length=1)]
    competencies: Annotated[dict[Slug, Share], Field(min_length=1)]
    minutes: Spent
    difficulty: Difficulty
    bug_class: Text | None = None
    family: Slug
    enemies: list[QuestionId] = []
    replaces: list[Slug] = []
    """Ids of the format's standing questions whose place it takes in a round."""
    libraries: list[Text] = []
    needs: Needs = Needs()
    interface: Interface | None = None
    variants: Variants | None = None
    answer: Answer | None = None
    facts: dict[Text, Fact] = {}
    derived: dict[str, Any] = {}
    visibility: Literal["public", "private"]
    use: Text
    ai_policy: Literal["off", "allowed", "audited"]
    ai_solved: list[AiSolved] = []
    piloted: Piloted
    accessibility: list[Text] = []
    provenance: Text
    authors: Annotated[list[Text], Field(min_length=1)]
    reviewed: str = ""
    sources: list[Text] = []
    files: Files

    @field_validator("reviewed")
    @classmethod
    def _a_date_or_nothing(cls, value: str) -> str:
        if value:
            try:
                datetime.date.fromisoformat(value)
            except ValueError as error:
                raise ValueError(f"expected a date such as 2026-09-01, or nothing, got {value!r}") from error
        return value


FAULT = "fault"
"""The parameter of a variant that says which of several faults it has."""


class Hint(load.Strict):
    id: Literal["nudge", "direction", "place", "cause"]
    offer_after_min: Minutes
    text: Text | Annotated[dict[Slug, Text], Field(min_length=1)]
    """What is said, word for word; one for each fault where the fault is drawn and the hint names it."""
    reveals: Text
    cap: dict[Slug, Annotated[int, Field(ge=1, le=4)]]

    def texts(self) -> list[str]:
        """The words for every variant."""
        return [self.text] if isinstance(self.text, str) else list(self.text.values())


class WrongTurn(load.Strict):
    turn: Text
    say: Text
    counts_as: Text


class Hints(load.Strict):
    """The ladder of hints, the same for every candidate."""

    schema_: Schema = Field(alias="schema")
    question: QuestionId
    ladder: Annotated[list[Hint], Field(min_length=1)]
    wrong_turns: list[WrongTurn] = []

    def said(self, hint: Hint, params: Mapping[str, Any]) -> str:
        """The words of one of the ladder's hints for one variant. Raises: HiretoolError, if its fault has none."""
        if isinstance(hint.text, str):
            return hint.text
        if (fault := params.get(FAULT)) not in hint.text:
            known = ", ".join(hint.text)
            raise HiretoolError(
                f"{self.question}: hint {hint.id} has no words for the fault {fault!r} of this variant; it has: {known}"
            )
        return hint.text[fault]


class TrainingAnswer(load.Strict):
    """A written answer with the ratings that it deserves, to train interviewers on."""

    id: Text
    level: Level | None = None
    sketch: Text
    ratings: dict[Slug, RatingOrBlank]
    why: Text


class Rubric(load.Strict):
    """What the format's dimensions look like in this question."""

    schema_: Schema = Field(alias="schema")
    question: QuestionId
    adds_to: Slug
    note: Text | None = None
    examples: dict[Slug, dict[int, list[Text]]] = {}
    dimensions: list[Dimension] = []
    """Dimensions that only this question has, or its own words for some of the format's."""
    training_answers: Annotated[list[TrainingAnswer], Field(min_length=2)]


@dataclass(frozen=True)
class Entry:
    """A question and the folder that it lives in."""

    question: Question
    folder: Path

    @property
    def canary(self) -> str:
        """Words that each secret file of the question carries and nothing else in the world does.

        Where they turn up, a secret file has got out: in an export, on a web page, in what a model says.
        """
        return f"hiretool-canary-{self.question.uuid}"

    @cached_property
    def rubric(self) -> Rubric:
        """Raises: Problems, DataError."""
        return load.read(self.folder / "rubric.yaml", Rubric)

    @cached_property
    def hints(self) -> Hints | None:
        """Raises: Problems."""
        path = self.folder / "hints.yaml"
        return load.read(path, Hints) if path.exists() else None

    def guide(self, params: Mapping[str, Any]) -> str:
        """The interviewer's guide, in Markdown."""
        return filled(self.folder / "interviewer.md", params)

    def prompt(self, params: Mapping[str, Any]) -> str:
        """What the candidate reads, in Markdown, with the numbers of one variant."""
        return filled(self.folder / "prompt.md", params)

    def variant(self, seed: int, candidate: str) -> int:
        """The variant that a candidate meets: other candidates meet other numbers, the same one always the same."""
        spread = self.question.variants
        low, high = map(int, spread.seeds.split("..")) if spread else (0, 999)
        digest = hashlib.sha256(f"{seed}|{candidate}|{self.question.id}".encode()).digest()
        return low + int.from_bytes(digest[:8], "big") % (high - low + 1)

    def params(self, seed: int) -> dict[str, Any]:
        """The numbers of one variant: the first fair draw from `seed` on. Empty where there are none."""
        module = self.variants
        if module is None:
            return {}
        path = self.folder / "verify" / "variants.py"
        try:
            for attempt in range(seed, seed + 1000):
                params: dict[str, Any] | None = module.generate(attempt)
                if params is not None:
                    return params
        except MISTAKES as error:
            problem = f"gives no variant of seed {attempt}: {type(error).__name__}: {error}"
            raise DataError(path, "", problem) from error
        raise DataError(path, "", f"no fair draw in 1,000 from seed {seed}")

    @cached_property
    def variants(self) -> ModuleType | None:
        """verify/variants.py, or None where the question has no variants."""
        path = self.folder / "verify" / "variants.py"
        return _module(path) if path.exists() else None


def read(folder: Path) -> Entry:
    """The question in a folder. Raises: Problems."""
    question = load.read(folder / "question.yaml", Question)
    expected = f"{folder.parent.name}/{folder.name}"
    if question.id != expected:
        raise DataError(
            folder / "question.yaml", "id", f"expected {expected!r} as the folder says, got {question.id!r}"
        )
    if question.format != folder.parent.name:
        raise DataError(folder / "question.yaml", "format", f"expected {folder.parent.name!r}, got {question.format!r}")
    return Entry(question, folder)


def get(name: str, library: Library) -> Entry:
    """Raises: NotFoundError, Problems."""
    return read(library.question_folder(name))


def all(library: Library) -> Iterator[Entry]:
    """Every question of the library, by id. Raises: Problems, at the first that cannot be read."""
    for folder in library.question_folders().values():
        yield read(folder)


def serving(library: Library, *, role: str, formats: Collection[str]) -> Iterator[Entry]:
    """Questions for a role in some formats, by id; the others are not even parsed.

    Raises: Problems, at the first that cannot be read.
    """
    for name, folder in library.question_folders().items():
        # The name of the role stands in the file as it is; looking for it takes a fiftieth of reading all of it.
        if name.partition("/")[0] in formats and role in files.text(folder / "question.yaml"):
            entry = read(folder)
            if role in entry.question.roles:
                yield entry


def filled(path: Path, params: Mapping[str, Any]) -> str:
    """Markdown with the numbers of a variant; a name that the variant lacks is an error, not a blank."""
    import jinja2
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    text = files.text(path)
    if "{{" not in text and "{%" not in text:
        return text
    environment = ImmutableSandboxedEnvironment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    environment.filters["float"] = _decimal
    try:
        return environment.from_string(text).render(params)
    except (jinja2.TemplateError, *MISTAKES) as error:
        raise DataError(path, getattr(error, "lineno", "") or "", f"cannot be filled in: {error}") from error


def _decimal(value: Any) -> str:
    """A fraction or number as the shortest decimal."""
    return f"{float(value):g}" if isinstance(value, Fraction | int | float) else str(value)


def _module(path: Path) -> ModuleType:
    """A file of the question's verify/ folder as a module of its own name; the library's code, not a candidate's."""
    name = "hiretool_bank_" + "_".join(path.parts[-4:]).replace("-", "_").removesuffix(".py")
    if name in sys.modules and sys.modules[name].__file__ == str(path):
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise DataError(path, "", "cannot be imported")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except MISTAKES as error:
        del sys.modules[name]
        raise DataError(path, "", f"cannot be imported: {type(error).__name__}: {error}") from error
    return module
