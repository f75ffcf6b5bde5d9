"""The post as schema.org JobPosting, from the same fields as the visible text.

Source: Google Search Central, job posting structured data (required, recommended; remote, salary, expiry).
"""

from __future__ import annotations

from html import escape
from typing import Any

from hiretool.job.company import Company

_UNIT = {"hour": "HOUR", "day": "DAY", "week": "WEEK", "month": "MONTH", "year": "YEAR"}
_EMPLOYMENT = {
    "full_time": "FULL_TIME",
    "part_time": "PART_TIME",
    "contractor": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "intern": "INTERN",
}


def linked_data(company: Company, data: dict[str, Any], title: str) -> dict[str, Any]:
    """A JobPosting; a property whose value is not known is left out, never guessed.

    data: the fields of the post. Remote work from anywhere in the named countries is TELECOMMUTE; hybrid work is not.
    """
    found: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": title,
        "description": _description(data),
        "datePosted": data["posted"],
        "hiringOrganization": {"@type": "Organization", "name": company.name, "sameAs": company.site},
        "employmentType": _EMPLOYMENT[company.employment],
        "directApply": False,
    }
    if company.closes:
        found["validThrough"] = f"{company.closes}T23:59:59"
    if company.opening:
        found["identifier"] = {"@type": "PropertyValue", "name": company.name, "value": company.opening}
    if company.location:
        found["jobLocation"] = _place(company)
    else:
        found["jobLocationType"] = "TELECOMMUTE"
    if company.remote_countries and not company.hybrid:
        found["jobLocationType"] = "TELECOMMUTE"
        found["applicantLocationRequirements"] = [
            {"@type": "Country", "name": name} for name in company.remote_countries
        ]
    if company.pay:
        amount: dict[str, Any] = {"@type": "QuantitativeValue", "unitText": _UNIT[company.pay.period]}
        amount |= {"minValue": _whole(company.pay.min), "maxValue": _whole(company.pay.max)}
        found["baseSalary"] = {"@type": "MonetaryAmount", "currency": company.pay.currency, "value": amount}
    if company.benefits:
        found["jobBenefits"] = "; ".join(company.benefits)
    return found


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


def _description(data: dict[str, Any]) -> str:
    """The whole post in the few tags that search engines read: p, ul, li, br."""
    needs = [f"{entry['need']}. {entry['shown_by']}" for entry in data["must_haves"]]
    rounds = [f"{entry['title']} ({entry['minutes']} minutes): {entry['asks']}" for entry in data["rounds"]]
    sections = [
        _paragraph(data["about"]),
        _paragraph(data["mission"]),
        _paragraph("What you will do") + _items(data["responsibilities"]),
        _paragraph("In the first year")
        + _items(data["deliverables"]["first_90_days"] + data["deliverables"]["first_year"]),
        _paragraph("What you need") + _items(needs),
        _paragraph("Nice to have") + _items(data["nice_to_haves"]) if data["nice_to_haves"] else "",
        _paragraph("Not needed") + _items(data["not_needed"]) if data["not_needed"] else "",
        _paragraph(f"What may not suit you: {data['trade_offs']}"),
        _paragraph(f"Pay: {data['pay']} before tax.") if data["pay"] else "",
        _paragraph(f"Place: {data['place']}. {data['employment']}."),
        _items(data["benefits"]) if data["benefits"] else "",
        _paragraph("How we interview") + _items(rounds),
        _paragraph(f"Adjustments: {data['accommodation_contact']}"),
    ]
    return "".join(sections)


def _paragraph(text: str) -> str:
    return f"<p>{escape(text, quote=False)}</p>"


def _items(texts: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(text, quote=False)}</li>" for text in texts) + "</ul>"
