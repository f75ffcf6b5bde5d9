"""Language -> the words and the template of a job post."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from hiretool import load, shipped
from hiretool.discover import Library
from hiretool.errors import DataError, NotFoundError
from hiretool.rubrics import Schema, Text

ENGLISH = "en"
FOLDER = "translations"
FILES = ("words.yaml", "job-post.md.j2")
_NAME = re.compile(r"\{([^{}]*)\}")


class _Holds:
    """Proof that a phrase has the names that are filled in, and no others."""

    def __init__(self, *names: str) -> None:
        self._names = set(names)

    def __call__(self, text: str) -> str:
        found = set(_NAME.findall(text))
        if missing := self._names - found:
            raise ValueError(f"expected {_braced(missing)} in {text!r}")
        if stray := found - self._names:
            raise ValueError(f"nothing is known for {_braced(stray)} in {text!r}")
        return text


def _braced(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))


def filled(phrase: str, **values: object) -> str:
    """The phrase with its names filled in; braces in a value mean nothing.

    >>> filled("{min} to {max}", min=1, max="{min}")
    '1 to {min}'
    """
    return _NAME.sub(lambda match: str(values[match[1]]), phrase)


Title = Annotated[str, AfterValidator(_Holds("role"))]
Plain = Annotated[str, Field(min_length=1), AfterValidator(_Holds())]


class Titles(load.Strict):
    junior: Title
    mid: Title
    senior: Title
    staff: Title
    principal: Title
    lead: Title
    manager: Title
    director: Title


class Employments(load.Strict):
    full_time: Plain
    part_time: Plain
    contractor: Plain
    temporary: Plain
    intern: Plain


class FactWords(load.Strict):
    """Terms and values at the head of the page."""

    pay: Plain
    place: Plain
    contract: Plain
    apply_by: Plain
    pay_before_tax: Annotated[str, AfterValidator(_Holds("pay"))]
    pay_not_stated: Plain
    open: Plain


class Amounts(load.Strict):
    thousands: Annotated[str, Field(max_length=3)]
    decimal: Annotated[str, Field(min_length=1, max_length=3)]
    range: Annotated[str, AfterValidator(_Holds("currency", "min", "max", "period"))]
    exact: Annotated[str, AfterValidator(_Holds("currency", "min", "period"))]
    hour: Plain
    day: Plain
    week: Plain
    month: Plain
    year: Plain


class Places(load.Strict):
    remote: Annotated[str, AfterValidator(_Holds("countries"))]
    office_or_remote: Annotated[str, AfterValidator(_Holds("place", "countries"))]
    hybrid: Annotated[str, AfterValidator(_Holds("place", "hybrid"))]


class Times(load.Strict):
    minutes: Annotated[str, AfterValidator(_Holds("count"))]
    one_hour: Plain
    hours: Annotated[str, AfterValidator(_Holds("count"))]


class NeedWords(load.Strict):
    need: Plain
    shown_by: Plain


class RoundWords(load.Strict):
    round: Plain
    minutes: Plain
    asks: Plain
    at_home: Annotated[str, AfterValidator(_Holds("time"))]
    bar: Annotated[str, AfterValidator(_Holds("count", "whole"))]
    assistants_off: Plain
    assistants_allowed: Plain
    assistants_audited: Plain


class Steps(load.Strict):
    """How one applies."""

    address: Plain
    apply: Plain
    rounds: Text
    decide: Plain
    answer: Annotated[str, AfterValidator(_Holds("days"))]


class Words(load.Strict):
    """What stands in a post outside its template, in one language."""

    schema_: Schema = Field(alias="schema")
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", description="BCP 47")]
    direction: Literal["ltr", "rtl"]
    titles: Titles
    small_inside_a_title: bool
    foot: Annotated[str, AfterValidator(_Holds("title", "company"))]
    list_comma: Text
    employment: Employments
    facts: FactWords
    amounts: Amounts
    places: Places
    times: Times
    needs: NeedWords
    rounds: RoundWords
    steps: Steps


@dataclass(frozen=True, slots=True)
class Language:
    """Words of a language, and the folder of its template; None where that is the shipped one."""

    words: Words
    templates: Path | None


def languages(library: Library) -> dict[str, Path]:
    """Language -> folder of its translation in the library; English needs none."""
    found = {
        path.name: path
        for root in library.roots
        for path in (root / FOLDER).glob("*")
        if path.is_dir() and not path.name.startswith(".")
    }
    return dict(sorted(found.items()))


def language(name: str, library: Library) -> Language:
    """Raises: NotFoundError for a language that there is no translation for; Problems, DataError for one with a gap."""
    folder = languages(library).get(name)
    if folder is None:
        if name == ENGLISH:
            return Language(load.read(shipped.PACKAGE / "templates" / "words.yaml", Words), None)
        raise NotFoundError("translation", name, [ENGLISH, *languages(library)])
    for file in FILES:
        if not (folder / file).is_file():
            raise DataError(folder / file, "", f"is missing; a translation has {' and '.join(FILES)}")
    words = load.read(folder / "words.yaml", Words)
    if words.language != name:
        raise DataError(
            folder / "words.yaml", "language", f"expected {name!r} as the folder is called, got {words.language!r}"
        )
    return Language(words, folder)
