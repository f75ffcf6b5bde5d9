"""A JobPosting -> what Google's rules for job posting structured data find wrong in it.

Source: Google Search Central, job posting (JobPosting) structured data. An error is something required, or of a wrong
form; a warning is something recommended, or against the advice.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hiretool.job.google import places, terms, words
from hiretool.job.google.values import Check, Path, Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong."""

    rule: str
    path: Path
    """Keys and numbers that lead to it, from the posting down."""
    severity: Severity
    message: str
    suggest: str


_CHECKS: Mapping[str, Check] = {
    "title": words.title,
    "description": words.description,
    "date-posted": words.date_posted,
    "hiring-organization": places.hiring_organization,
    "job-location": places.job_location,
    "applicant-location-requirements": places.applicant_location_requirements,
    "job-location-type": places.job_location_type,
    "valid-through": words.valid_through,
    "base-salary": terms.base_salary,
    "employment-type": terms.employment_type,
    "identifier": terms.identifier,
    "direct-apply": terms.direct_apply,
    "education-requirements": terms.education_requirements,
    "experience-requirements": terms.experience_requirements,
    "experience-in-place-of-education": terms.experience_in_place_of_education,
}
RULES: tuple[str, ...] = tuple(_CHECKS)
"""One for each property of the documentation."""


def problems(posting: Mapping[str, Any], today: datetime.date) -> list[Problem]:
    """All that is wrong, in the order of RULES. Takes anything that JSON can hold, and raises nothing."""
    return [
        Problem(rule, found.path, found.severity, found.message, found.suggest)
        for rule, check in _CHECKS.items()
        for found in check(posting, today)
    ]
