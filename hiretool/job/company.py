"""The facts about a company that a job post needs, from a small YAML file."""

from __future__ import annotations

import datetime
import re
import zoneinfo
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from hiretool import load
from hiretool.rubrics import Schema, Slug, Text

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2, in quotes.")]
Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$", max_length=2000)]
Money = Annotated[float, Field(gt=0, lt=1e9, allow_inf_nan=False)]
Period = Literal["hour", "day", "week", "month", "year"]
Employment = Literal["full_time", "part_time", "contractor", "temporary", "intern"]


class Place(load.Strict):
    """Where the person reports to work."""

    street: Text | None = None
    city: Text
    region: Text | None = None
    postal_code: Text | None = None
    country: Country


class Pay(load.Strict):
    """The range that the employer really means to pay, before tax."""

    min: Money
    max: Money
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="ISO 4217")]
    period: Period = "year"

    @model_validator(mode="after")
    def _in_order(self) -> Pay:
        if self.min > self.max:
            raise ValueError(f"min: expected at most max ({self.max:g}), got {self.min:g}")
        return self


class Company(load.Strict):
    """What a post says about the employer. Nothing here is guessed where it is left out."""

    schema_: Schema = Field(alias="schema")
    name: Text
    site: Url
    about: Text
    team: Text | None = None
    organization: Slug | None = None
    employees: Annotated[int, Field(ge=1, le=10_000_000)] | None = None
    """How many people the company employs; some laws hold from a number on. The post does not show it."""
    location: Place | None = None
    remote_countries: list[Annotated[str, Field(min_length=2, max_length=60)]] = []
    """Names or codes of countries, as the post shows them."""
    remote_rules: Text | None = None
    """What remote work asks for: hours, meetings, visits."""
    hybrid: Text | None = None
    pay: Pay | None = None
    other_pay: Text | None = None
    """Bonus, equity, commission."""
    benefits: list[Text] = []
    employment: Employment = "full_time"
    accommodation_contact: Text
    equal_opportunity: Text | None = None
    """In the place of the plain sentence that the post has otherwise."""
    apply_url: Url
    apply_steps: list[Text] = []
    """In the place of the steps that follow from the rounds."""
    answer_within_days: Annotated[int, Field(ge=1, le=365)] | None = None
    """After the last round."""
    direct_apply: bool | None = None
    """Whether one can apply at `apply_url` in a short form, without an account or another site."""
    opening: Text | None = None
    posted: str | None = None
    closes: str | None = None
    time_zone: Text | None = None
    """Of the end of the last day to apply: Europe/Oslo, or +01:00."""

    @field_validator("posted", "closes")
    @classmethod
    def _a_date(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise ValueError(f"expected a date such as 2026-12-31, got {value!r}")
        if value is not None:
            try:
                datetime.date.fromisoformat(value)
            except ValueError as error:
                raise ValueError(f"{value} is not a day of the calendar") from error
        return value

    @field_validator("time_zone")
    @classmethod
    def _a_zone(cls, value: str | None) -> str | None:
        if value is not None:
            zone(value)
        return value

    @model_validator(mode="after")
    def _somewhere(self) -> Company:
        if self.location is None and not self.remote_countries:
            raise ValueError("location: needed, unless remote_countries names at least one country")
        if self.hybrid is not None and self.location is None:
            raise ValueError("location: needed where hybrid is set, since part of the work is done there")
        if self.remote_rules is not None and not self.remote_countries and self.hybrid is None:
            raise ValueError("remote_rules: says how remote work is done, and nothing here is remote")
        if self.posted and self.closes and self.closes < self.posted:
            raise ValueError(f"closes: {self.closes} is before posted ({self.posted})")
        return self

    def closing_moment(self) -> str | None:
        """ISO 8601 end of the last day to apply; with its offset from UTC where the time zone is known."""
        if self.closes is None:
            return None
        end = datetime.datetime.fromisoformat(f"{self.closes}T23:59:59")
        return (end.replace(tzinfo=zone(self.time_zone)) if self.time_zone else end).isoformat()


def zone(name: str) -> datetime.tzinfo:
    """The time zone of that name or offset. Raises: ValueError."""
    if match := re.fullmatch(r"([+-])(\d{2}):(\d{2})", name):
        offset = datetime.timedelta(hours=int(match[2]), minutes=int(match[3]))
        # No place is further from UTC. Source: IANA time zone database.
        if offset <= datetime.timedelta(hours=14):
            return datetime.timezone(-offset if match[1] == "-" else offset)
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        known = f"expected a time zone such as Europe/Oslo that this machine knows, or +01:00, got {name!r}"
        raise ValueError(known) from error


def company(path: Path) -> Company:
    """The company in a YAML file. Raises: Problems, DataError."""
    return load.read(path, Company)
