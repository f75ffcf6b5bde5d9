"""The facts of a post as schema.org JobPosting.

Source: Google Search Central, job posting structured data (required, recommended; remote, salary, expiry).
"""

from __future__ import annotations

from typing import Any

from hiretool.job.company import Company, Pay

_EMPLOYMENT = {
    "full_time": "FULL_TIME",
    "part_time": "PART_TIME",
    "contractor": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "intern": "INTERN",
}


def linked_data(company: Company, *, posted: str, title: str) -> dict[str, Any]:
    """A JobPosting without its description, which writers make from the text of the page.

    A property whose value is not known is left out, never guessed. Work that may all be done from the named countries
    is TELECOMMUTE; hybrid work is not.
    """
    found: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": title,
        "datePosted": posted,
        "hiringOrganization": {"@type": "Organization", "name": company.name, "sameAs": company.site},
        "employmentType": _EMPLOYMENT[company.employment],
    }
    if (end := company.closing_moment()) is not None:
        found["validThrough"] = end
    if company.opening:
        found["identifier"] = {"@type": "PropertyValue", "name": company.name, "value": company.opening}
    if company.location:
        found["jobLocation"] = _place(company)
    if company.remote_countries and not company.hybrid:
        found["jobLocationType"] = "TELECOMMUTE"
        found["applicantLocationRequirements"] = [
            {"@type": "Country", "name": name} for name in company.remote_countries
        ]
    if company.pay:
        found["baseSalary"] = _salary(company.pay)
    if company.other_pay:
        found["incentiveCompensation"] = company.other_pay
    if company.benefits:
        found["jobBenefits"] = "; ".join(company.benefits)
    if company.direct_apply is not None:
        found["directApply"] = company.direct_apply
    return found


def _salary(pay: Pay) -> dict[str, Any]:
    value: dict[str, Any] = {"@type": "QuantitativeValue", "unitText": pay.period.upper()}
    value |= {"minValue": _whole(pay.min), "maxValue": _whole(pay.max)}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}


def _whole(amount: float) -> int | float:
    """Money without `.0`."""
    return int(amount) if amount == int(amount) else amount


def _place(company: Company) -> dict[str, Any]:
    where = company.location
    assert where is not None
    address = {
        "streetAddress": where.street,
        "addressLocality": where.city,
        "addressRegion": where.region,
        "postalCode": where.postal_code,
        "addressCountry": where.country,
    }
    known = {name: value for name, value in address.items() if value}
    return {"@type": "Place", "address": {"@type": "PostalAddress", **known}}
