"""A mapping file: what the names of another system, or the questions of a form, mean here."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from hiretool import load
from hiretool.model import RATINGS, RECOMMENDATIONS, Recommendation
from hiretool.rubrics import Slug

OPEN = "?"
"""What a draft says where there is no guess; a person has to put something in its place."""
PERSONAL = ("role", "candidate", "interviewer", "interview", "recommendation", "submitted_at", "id")
"""What may stand in a column of its own."""


# The same few names stand on all the cards.
@functools.lru_cache(maxsize=4096)
def spelt(name: str) -> str:
    """A name without regard to capitals, line breaks and doubled blanks."""
    return " ".join(name.casefold().split())


def _as_text(value: object) -> object:
    """Keys and ids may be whole numbers in YAML."""
    if not isinstance(value, dict):
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    named = {str(key) if isinstance(key, int) else key: entry for key, entry in value.items()}
    if len(named) < len(value):
        raise ValueError("a number stands there twice, once in quotes; only one can count")
    return named


def _settled(value: Any) -> Any:
    """Raises: ValueError where a draft was left as it was."""
    if value == OPEN:
        raise ValueError("still says '?'; write what it means, or null to leave it out")
    return value


def _spelt(values: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in values.items():
        if found.setdefault(spelt(name), value) != value:
            raise ValueError(f"{name!r} stands there twice, in two spellings")
    return found


def _rating(value: object) -> object:
    if value is not None and value != "mixed" and (isinstance(value, bool) or value not in RATINGS):
        raise ValueError("expected 1, 2, 3, 4, mixed, or null for not assessed")
    return value


def _recommendation(value: object) -> object:
    if value is not None and value not in RECOMMENDATIONS:
        raise ValueError(f"expected {', '.join(RECOMMENDATIONS)}, or null for none")
    return value


Name = Annotated[str, Field(min_length=1, max_length=200)]
Keys = BeforeValidator(_as_text)
Open = BeforeValidator(_settled)
Spelt = AfterValidator(_spelt)
Text = Annotated[str, Field(min_length=1, max_length=5000)]


class Columns(load.Strict):
    """Which column of a table, or which field of a form, holds what; by its heading."""

    role: Annotated[Text | None, Open] = None
    candidate: Annotated[Text | None, Open] = None
    interviewer: Annotated[Text | None, Open] = None
    interview: Annotated[Text | None, Open] = None
    recommendation: Annotated[Text | None, Open] = None
    submitted_at: Annotated[Text | None, Open] = None
    id: Annotated[Text | None, Open] = None
    competency: Annotated[Text | None, Open] = None
    """Only where each row is one rating."""
    rating: Annotated[Text | None, Open] = None
    note: Annotated[Text | None, Open] = None

    def named(self) -> dict[str, str]:
        """Our name -> heading, of those that are given."""
        return {name: heading for name in Columns.model_fields if (heading := getattr(self, name))}


class Mapping(load.Strict):
    """What the names of another system mean here. Null leaves something out on purpose."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    columns: Columns = Columns()
    competencies: Annotated[dict[Text, Annotated[Slug | None, Open]], Keys, Spelt] = {}
    """What is rated there -> competency."""
    notes: Annotated[dict[Text, Annotated[Slug | None, Open]], Keys, Spelt] = {}
    """A question that is answered in words -> the competency whose note the answer joins, or WHOLE_CARD."""
    ratings: Annotated[dict[str, Annotated[int | str | None, Open, BeforeValidator(_rating)]], Keys, Spelt] = {}
    recommendations: Annotated[
        dict[str, Annotated[Recommendation | None, Open, BeforeValidator(_recommendation)]], Keys, Spelt
    ] = {}
    people: Annotated[dict[str, Annotated[Name, Keys, Open]], Keys] = {}
    role: Annotated[Slug | dict[str, Annotated[Slug | None, Open]] | None, Keys, Open] = None
    """The role of all the cards, or what an opening is called there -> role; null leaves its cards out."""
    interview: Annotated[Name | dict[str, Annotated[Name | None, Open]] | None, Keys, Open] = None
    """The interview of all the cards, or what it is called there -> round; null leaves its cards out (a debrief)."""
    dates: Annotated[Literal["day-first", "month-first"] | None, Open] = None
    """What 3/4/2026 is."""


Meanings = Mapping
"""The mapping file, where `Mapping` would be taken for a dictionary."""


def read(path: Path) -> Mapping:
    """Raises: Problems, with all that is wrong in the file, each with its line."""
    return load.read(path, Mapping)
