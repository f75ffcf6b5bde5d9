"""Pay, contract, number and requirements of a JobPosting."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hiretool.job.google import values
from hiretool.job.google.values import Found, Path, error, warning

EMPLOYMENT_TYPES = (
    "FULL_TIME",
    "PART_TIME",
    "CONTRACTOR",
    "TEMPORARY",
    "INTERN",
    "VOLUNTEER",
    "PER_DIEM",
    "OTHER",
)
UNITS = ("HOUR", "DAY", "WEEK", "MONTH", "YEAR")
CREDENTIALS = (
    "high school",
    "associate degree",
    "bachelor degree",
    "professional certificate",
    "postgraduate degree",
)
NO_REQUIREMENTS = "no requirements"


def base_salary(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    path, pay = ("baseSalary",), values.value(posting, "baseSalary")
    suggest = (
        '{"@type": "MonetaryAmount", "currency": "EUR", "value": {"@type": "QuantitativeValue", "minValue": 62000,'
        ' "maxValue": 78000, "unitText": "YEAR"}}; leave it out where the pay is not known.'
    )
    if pay is None:
        yield warning(path, "baseSalary is missing", suggest)
        return
    if not isinstance(pay, Mapping):
        yield error(path, f"baseSalary is a MonetaryAmount, got {values.shown(pay)}", suggest)
        return
    currency = values.value(pay, "currency")
    if not isinstance(currency, str) or not re.fullmatch("[A-Z]{3}", currency.strip()):
        yield error(
            (*path, "currency"), f"currency is three capitals of ISO 4217, got {values.shown(currency)}", suggest
        )
    amount, here = values.value(pay, "value"), (*path, "value")
    if not isinstance(amount, Mapping):
        yield error(here, f"the value of baseSalary is a QuantitativeValue, got {values.shown(amount)}", suggest)
        return
    unit = values.value(amount, "unitText")
    if unit not in UNITS:
        meant = unit.strip().upper().removesuffix("LY") if isinstance(unit, str) else ""
        advice = f'"{meant}"' if meant in UNITS else f"One of {', '.join(UNITS)}."
        yield error((*here, "unitText"), f"unitText is one of {', '.join(UNITS)}; got {values.shown(unit)}", advice)
    yield from _amounts(amount, here, suggest)


def _amounts(amount: Mapping[str, Any], path: Path, suggest: str) -> Iterator[Found]:
    """One value, or the ends of a range."""
    given = {
        key: values.value(amount, key)
        for key in ("value", "minValue", "maxValue")
        if values.value(amount, key) is not None
    }
    if not given:
        yield error(path, "baseSalary has neither value nor minValue and maxValue", suggest)
        return
    numbers = {key: values.number(value) for key, value in given.items()}
    for key, number in numbers.items():
        if number is None:
            yield error(
                (*path, key),
                f"{key} is a number without currency and separators, got {values.shown(given[key])}",
                suggest,
            )
        elif number <= 0:
            advice = "Leave baseSalary out where the pay is not known."
            yield error((*path, key), f"{key} is {number:g}, which is no pay", advice)
    low, high = numbers.get("minValue"), numbers.get("maxValue")
    if low is not None and high is not None and low > high:
        yield error((*path, "minValue"), f"minValue ({low:g}) is above maxValue ({high:g})", "Exchange them.")
    if ("minValue" in given) != ("maxValue" in given) and "value" not in given:
        yield warning(path, "the range of baseSalary has one end only", "Give minValue and maxValue, or value.")


def employment_type(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    path, kinds = ("employmentType",), posting.get("employmentType") if isinstance(posting, Mapping) else None
    known = f"One of {', '.join(EMPLOYMENT_TYPES)}, or a list of them."
    if kinds is None or kinds == []:
        yield warning(path, "employmentType is missing", known)
        return
    seen = set()
    for below, kind in values.several(kinds):
        if not isinstance(kind, str) or kind not in EMPLOYMENT_TYPES:
            parts = re.split(r"\s*[,;/|]\s*", kind.strip()) if isinstance(kind, str) else []
            meant = [
                part for part in (re.sub(r"[^A-Z]+", "_", entry.upper()) for entry in parts) if part in EMPLOYMENT_TYPES
            ]
            listed = ", ".join(f'"{part}"' for part in meant)
            advice = f"[{listed}]" if len(meant) > 1 else listed or known
            yield error((*path, *below), f"employmentType is not one of the eight values: {values.shown(kind)}", advice)
        elif kind in seen:
            yield warning((*path, *below), f"employmentType names {kind} twice", "Name it once.")
        else:
            seen.add(kind)


def identifier(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    path, number = ("identifier",), values.value(posting, "identifier")
    suggest = '{"@type": "PropertyValue", "name": "your company", "value": "R-7"}'
    if number is None:
        yield warning(path, "identifier is missing; it keeps copies of the post from counting twice", suggest)
    elif not isinstance(number, Mapping):
        yield error(path, f"identifier is a PropertyValue, got {values.shown(number)}", suggest)
    else:
        value = values.value(number, "value")
        if not values.is_text(value) and (isinstance(value, bool) or not isinstance(value, int)):
            yield error((*path, "value"), f"identifier has no value, got {values.shown(value)}", suggest)
        if not values.is_text(values.value(number, "name")):
            yield warning((*path, "name"), "identifier does not say whose number it is (name)", suggest)


def direct_apply(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    value = values.value(posting, "directApply")
    if value is not None and not isinstance(value, bool):
        yield error(
            ("directApply",),
            f"directApply is true or false, got {values.shown(value)}",
            "true or false, without quotes.",
        )


def education_requirements(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    name = "educationRequirements"
    suggest = (
        '{"@type": "EducationalOccupationalCredential", "credentialCategory": "bachelor degree"}, or "no requirements".'
    )
    for below, asked in _asked(posting, name):
        if isinstance(asked, Mapping):
            category = values.value(asked, "credentialCategory")
            if not isinstance(category, str) or category.strip().casefold() not in CREDENTIALS:
                wrong = f"credentialCategory is one of {', '.join(CREDENTIALS)}; got {values.shown(category)}"
                yield error((name, *below, "credentialCategory"), wrong, suggest)
        elif not _asks_nothing(asked):
            yield error(
                (name, *below), f"{name} is a credential or 'no requirements', got {values.shown(asked)}", suggest
            )


def experience_requirements(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    name = "experienceRequirements"
    suggest = '{"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 24}, or "no requirements".'
    for below, asked in _asked(posting, name):
        if isinstance(asked, Mapping):
            months = values.number(values.value(asked, "monthsOfExperience"))
            if months is None or months < 0:
                got = values.shown(values.value(asked, "monthsOfExperience"))
                yield error(
                    (name, *below, "monthsOfExperience"),
                    f"monthsOfExperience is a number of months, got {got}",
                    suggest,
                )
        elif not _asks_nothing(asked):
            yield error(
                (name, *below), f"{name} is a number of months or 'no requirements', got {values.shown(asked)}", suggest
            )


def _asked(posting: Mapping[str, Any], name: str) -> list[tuple[Path, Any]]:
    """What is there of a requirement; nothing where it is left out."""
    value = posting.get(name) if isinstance(posting, Mapping) else None
    return [] if value is None else values.several(value)


def _asks_nothing(value: Any) -> bool:
    return isinstance(value, str) and value.strip().casefold() == NO_REQUIREMENTS


def experience_in_place_of_education(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    name = "experienceInPlaceOfEducation"
    value = values.value(posting, name)
    if value is None or value is False:
        return
    if value is not True:
        yield error((name,), f"{name} is true or false, got {values.shown(value)}", "true or false, without quotes.")
        return
    partners = ("educationRequirements", "experienceRequirements")
    if missing := [partner for partner in partners if not _asked(posting, partner)]:
        yield error((name,), f"{name} needs {' and '.join(missing)} beside it", "Add what is missing, or take it out.")
