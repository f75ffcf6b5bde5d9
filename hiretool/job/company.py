"""The facts about a company that a job post needs, from a small YAML file."""

from __future__ import annotations

import datetime
import re
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
    location: Place | None = None
    remote_countries: list[Annotated[str, Field(min_length=2, max_length=60)]] = []
    """Names or codes of countries, as the post shows them."""
    hybrid: Text | None = None
    pay: Pay | None = None
    benefits: list[Text] = []
    employment: Employment = "full_time"
    accommodation_contact: Text
    apply_url: Url
    opening: Text | None = None
    posted: str | None = None
    closes: str | None = None

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

    @model_validator(mode="after")
    def _somewhere(self) -> Company:
        if self.location is None and not self.remote_countries:
            raise ValueError("location: needed, unless remote_countries names at least one country")
        if self.hybrid is not None and self.location is None:
            raise ValueError("location: needed where hybrid is set, since part of the work is done there")
        if self.posted and self.closes and self.closes < self.posted:
            raise ValueError(f"closes: {self.closes} is before posted ({self.posted})")
        return self

    def remote_only(self) -> bool:
        """All of the work may be done from elsewhere."""
        return self.location is None


def company(path: Path) -> Company:
    """The company in a YAML file. Raises: Problems, DataError."""
    return load.read(path, Company)
