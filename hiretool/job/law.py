"""Places and a date -> what laws ask a job post to say about pay, as far as the table knows."""

from __future__ import annotations

import datetime
import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import Field, field_validator, model_validator

from hiretool import load
from hiretool.discover import Library
from hiretool.job.company import Company
from hiretool.rubrics import Schema, Slug, Text

Carried = Literal["range", "benefits", "other-pay", "deadline", "description", "neutral-title", "no-pay-history"]
CARRIED: tuple[Carried, ...] = get_args(Carried)
Applies = Literal["yes", "maybe", "not-yet", "too-small", "unknown"]
Certainty = Literal["read", "remembered", "mixed"]


class Area(load.Strict):
    """Where a law holds."""

    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2, or EU.")]
    members: list[Annotated[str, Field(pattern=r"^[A-Z]{2}$")]] = []
    """Countries of a union of them."""
    region: Annotated[str, Field(pattern=r"^[A-Z0-9]{1,3}$", description="ISO 3166-2, without the country.")] | None = (
        None
    )
    city: Text | None = None


class Law(load.Strict):
    """One law: where and from when it holds, and what it asks for."""

    id: Slug
    title: Text
    place: Area
    names: Annotated[list[Text], Field(min_length=1)]
    """Words by which a text names the place."""
    min_employees: Annotated[int, Field(ge=1)]
    in_posting: bool
    """False where the law asks for something that need not stand in the post."""
    or_before: Text | None = None
    """What else may come before, instead of the post, for the applicant to be told."""
    carries: list[Carried]
    says: Text
    in_force_from: str | None
    from_note: Text | None = None
    held_when_checked: bool = False
    """Of a law whose first day is not known: it was in force on the day of the table."""
    through_national_law: bool = False
    """It binds states, and their laws bind employers."""
    source: Text
    certainty: Certainty
    doubt: Text | None = None
    """What of it is remembered, or disputed."""

    @field_validator("in_force_from")
    @classmethod
    def _a_date(cls, value: str | None) -> str | None:
        return None if value is None else _day(value)

    @model_validator(mode="after")
    def _first_day_is_told(self) -> Law:
        if self.in_force_from is None and self.from_note is None:
            raise ValueError("from_note: needed where in_force_from is not known")
        if self.through_national_law and (self.in_force_from is None or self.from_note is None):
            raise ValueError("through_national_law: needs in_force_from, and in from_note what that day was")
        if self.in_posting != bool(self.carries):
            raise ValueError("carries: what the post has to hold, and nothing where in_posting is false")
        if self.certainty != "read" and self.doubt is None:
            raise ValueError("doubt: needed where certainty is not read; say which part is remembered")
        return self

    def in_force(self, day: datetime.date) -> bool:
        """Whether it is known to hold on a day; a law whose first day nobody knows is not."""
        return self.held_when_checked if self.in_force_from is None else self.in_force_from <= day.isoformat()


class Table(load.Strict):
    """All laws that are known here, and the day on which that was looked up."""

    schema_: Schema = Field(alias="schema")
    checked_on: str
    countries: dict[str, list[Text]] = {}
    """ISO code -> what people call a country of whose parts there are laws."""
    laws: Annotated[list[Law], Field(min_length=1)]

    @field_validator("checked_on")
    @classmethod
    def _a_date(cls, value: str) -> str:
        return _day(value)

    @model_validator(mode="after")
    def _each_law_once(self) -> Table:
        ids = [law.id for law in self.laws]
        if twice := sorted({name for name in ids if ids.count(name) > 1}):
            raise ValueError(f"laws: {', '.join(twice)} stands there twice")
        return self


def _day(value: str) -> str:
    """Raises: ValueError for what is no day of the calendar."""
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise ValueError(f"expected a date such as 2026-12-31, got {value!r}") from error


def table(library: Library) -> Table:
    """Raises: NotFoundError, Problems."""
    return load.read(library.rubric_file("posts", "pay-transparency", "table of posts"), Table)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the work of a post may be done."""

    name: str
    """As the post says it."""
    country: str | None = None
    """ISO 3166-1 alpha-2, where it is known."""
    region: str | None = None
    city: str | None = None
    anywhere: bool = False
    """Remote work from any part of the country."""


def places(company: Company) -> list[Place]:
    """The places of a company's post: its office, and the countries that may be worked from."""
    found = []
    if (here := company.location) is not None:
        found.append(
            Place(", ".join(filter(None, [here.city, here.region, here.country])), here.country, here.region, here.city)
        )
    for name in company.remote_countries:
        found.append(Place(name, name if re.fullmatch("[A-Z]{2}", name) else None, anywhere=True))
    return found


@dataclass(frozen=True, slots=True)
class Duty:
    """What a law asks of the post, and whether it does."""

    place: Place
    law: Law | None
    """None where the table has no rule for the place."""
    applies: Applies
    because: str
    """One sentence: why it applies, or why it does not or may not."""


def duties(where: Iterable[Place], day: datetime.date, employees: int | None, laws: Table) -> list[Duty]:
    """What is asked of a post on a day, place by place, in the order of the places and of the table.

    employees: of the employer; None if not known. A place for which the table has no rule gets one answer that says so.
    """
    found: list[Duty] = []
    for place in where:
        here = list(_of_place(place, day, employees, laws))
        found += here or [Duty(place, None, "unknown", _no_rule(place, laws))]
    return found


def _no_rule(place: Place, laws: Table) -> str:
    country = _country(place, laws)
    if place.region is None and not place.anywhere and any(law.place.country == country for law in laws.laws):
        return f"there are rules for parts of {country}; name the region in the company file to see whether one holds"
    return f"no rule in the table of {laws.checked_on}; that is not the same as no law"


def _of_place(place: Place, day: datetime.date, employees: int | None, laws: Table) -> Iterator[Duty]:
    for law in laws.laws:
        reach = _reach(law, place, laws)
        if reach is None:
            continue
        doubts = [reach] if reach else []
        if law.in_force_from is not None and not law.in_force(day):
            yield Duty(place, law, "not-yet", f"it holds from {law.in_force_from}")
            continue
        if employees is not None and employees < law.min_employees:
            yield Duty(
                place, law, "too-small", f"it holds from {law.min_employees} employees, and there are {employees}"
            )
            continue
        if employees is None and law.min_employees > 1:
            doubts.append(
                f"it holds from {law.min_employees} employees, and the company file does not say how many there are"
            )
        if law.in_force_from is None and not law.held_when_checked:
            doubts.append(f"its first day is not known: {law.from_note}")
        if law.through_national_law:
            doubts.append(f"it binds through the law of each country; {law.in_force_from} was {law.from_note}")
        if doubts:
            yield Duty(place, law, "maybe", "; ".join(doubts))
        else:
            since = f"it holds from {law.in_force_from}" if law.in_force_from else str(law.from_note)
            yield Duty(place, law, "yes", since)


def _reach(law: Law, place: Place, laws: Table) -> str | None:
    """Whether a law may hold at a place: None if not, "" if it does, else a sentence why it may.

    A country is known by its code or by a name of the table.
    """
    name = folded(place.name)
    if law.place.members:
        by_name = place.country is None and name in map(folded, law.names)
        return "" if place.country in law.place.members or by_name else None
    if _country(place, laws) != law.place.country:
        return None
    if law.place.region is None:
        return ""
    if place.anywhere:
        return f"somebody may work from {law.title}"
    if law.place.city is not None:
        same_city = folded(place.city or "") == folded(law.place.city)
        return _in_region(place, law) if same_city else None
    return _in_region(place, law)


def _country(place: Place, laws: Table) -> str | None:
    if place.country is not None:
        return place.country
    name = folded(place.name)
    return next((code for code, names in laws.countries.items() if name in map(folded, names)), None)


def _in_region(place: Place, law: Law) -> str | None:
    """As `_reach`, for a place whose country is the law's."""
    if place.region is None:
        named = {folded(name) for name in law.names}
        if folded(place.city or "") in named or law.place.city is not None:
            return f"the company file names no region; {place.city} is taken for the one in {law.title}"
        return None
    region = folded(place.region).removeprefix(f"{law.place.country}-".lower())
    if region == folded(law.place.region or ""):
        return ""
    # The region's own name: a city law has the state's name nowhere, so its title is asked too.
    spoken = [*law.names, law.title, law.title.rpartition(", ")[2]]
    return "" if region in map(folded, spoken) else None


def named_in(text: str, laws: Table) -> Iterator[tuple[int, int, Law]]:
    """(start, end, law) for each place of the table that a text names, in its order; of names that overlap the longest.

    Names count as they are spelt, capitals included: `Maine` is a state, and `US` no pronoun.
    """
    known = {name: law for law in laws.laws for name in law.names}
    for match in _any_of(tuple(known)).finditer(text):
        yield match.start(), match.end(), known[match.group()]


@functools.lru_cache(8)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def folded(text: str) -> str:
    """Text to compare names by: lower case, without accents, dots and doubled blanks."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join(bare.casefold().replace(".", "").split())


def carried(company: Company) -> set[Carried]:
    """What a post of this company carries. The post always describes the work, and asks nobody about earlier pay."""
    found: set[Carried] = {"description", "no-pay-history"}
    if company.pay is not None:
        found.add("range")
    if company.benefits:
        found.add("benefits")
    if company.other_pay is not None:
        found.add("other-pay")
    if company.closes is not None:
        found.add("deadline")
    return found
