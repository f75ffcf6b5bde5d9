"""Role + level + company -> the job post as a document."""

from __future__ import annotations

import datetime
from typing import Any

from hiretool import charts
from hiretool.discover import Library
from hiretool.document import Block, Cell, Column, Document, Facts, Paragraph, Span, Table, cells, inline
from hiretool.errors import HiretoolError
from hiretool.job.company import Company, Pay
from hiretool.job.linked_data import linked_data
from hiretool.model import Level
from hiretool.roles import Role, Round
from hiretool.rubrics import Format
from hiretool.rubrics import format as interview_format

DEFAULT_ORGANIZATION = "embedded"
_PREFIX = {"junior": "Junior ", "mid": "", "senior": "Senior ", "staff": "Staff "}
_EMPLOYMENT = {
    "full_time": "Full time",
    "part_time": "Part time",
    "contractor": "Contract",
    "temporary": "Fixed term",
    "intern": "Internship",
}


def build(
    role: Role, company: Company, library: Library, *, level: Level, organization: str, today: datetime.date
) -> Document:
    """The post for one role at one level in one company.

    organization: which of the role's organizations; it decides the duties and the honest paragraph.
    today: the date of posting where the company file has none.
    Raises: NotFoundError for an organization that the role does not know; HiretoolError for a post already closed.
    """
    posted = company.posted or today.isoformat()
    if company.closes and company.closes < posted:
        raise HiretoolError(f"The post closes on {company.closes}, before it is posted ({posted}); change closes.")
    loop = [(entry, interview_format(entry.format, library)) for entry in role.loop(level)]
    title = job_title(role, level)
    data: dict[str, Any] = {
        "role": role.id,
        "level": level,
        "organization": organization,
        "company": company.name,
        "about": company.about,
        "team": company.team,
        "site": company.site,
        "opening": company.opening,
        "mission": role.mission,
        "scope": role.levels[level].scope,
        "independence": role.levels[level].independence,
        "shown_by": role.levels[level].shown_by,
        "responsibilities": role.responsibilities(organization),
        "deliverables": role.deliverables.model_dump(),
        "must_haves": [entry.model_dump() for entry in role.must_haves],
        "nice_to_haves": role.nice_to_haves.get(level, []),
        "not_needed": role.not_needed,
        "evidence": role.evidence_besides_publications,
        "trade_offs": role.say_plainly[organization],
        "rounds": [_round(entry, spoken) for entry, spoken in loop],
        "live_minutes": sum(entry.minutes for entry, _ in loop),
        "at_home_minutes": sum(spoken.at_home_minutes for _, spoken in loop),
        "at_home": _hours(sum(spoken.at_home_minutes for _, spoken in loop)),
        "pay": money(company.pay) if company.pay else None,
        "place": place(company),
        "employment": _EMPLOYMENT[company.employment],
        "benefits": company.benefits,
        "accommodation_contact": company.accommodation_contact,
        "apply_url": company.apply_url,
        "posted": posted,
        "closes": company.closes,
    }
    return Document(
        kind="job-post",
        title=title,
        data=data,
        parts=_parts(data),
        linked_data=linked_data(company, data, title),
        foot=f"{title}, {company.name}",
    )


def job_title(role: Role, level: Level) -> str:
    """`Senior machine-learning engineer`: the level in front, none for mid."""
    prefix = _PREFIX[level]
    # A title that starts with an abbreviation (ML, AI) keeps its capitals.
    tail = role.title if not prefix or role.title[1:2].isupper() else role.title[0].lower() + role.title[1:]
    return prefix + tail


def money(pay: Pay) -> str:
    """`EUR 88,000 to 112,000 a year`."""
    low, high = (f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}" for amount in (pay.min, pay.max))
    period = "an hour" if pay.period == "hour" else f"a {pay.period}"
    return f"{pay.currency} {low} {period}" if low == high else f"{pay.currency} {low} to {high} {period}"


def place(company: Company) -> str:
    """Where the work is done, in words."""
    countries = ", ".join(company.remote_countries)
    if company.location is None:
        return f"Remote from {countries}"
    here = company.location.city
    if company.hybrid:
        return f"{here}; {company.hybrid}"
    return f"{here}, or remote from {countries}" if countries else here


def _round(entry: Round, spoken: Format) -> dict[str, Any]:
    return {
        "id": entry.id,
        "format": entry.format,
        "title": spoken.title,
        "minutes": entry.minutes,
        "at_home_minutes": spoken.at_home_minutes,
        "asks": entry.asks,
        "ai_policy": spoken.ai_policy.default,
    }


def _parts(data: dict[str, Any]) -> dict[str, Block]:
    facts = [
        (
            "Pay",
            inline(f"{data['pay']} before tax") if data["pay"] else inline("Not stated by the employer in this post"),
        ),
        ("Place", inline(data["place"])),
        ("Contract", inline(data["employment"])),
        ("Apply by", inline(data["closes"] or "Open until filled")),
    ]
    needs = Table(
        columns=(Column("Must-have", width=2), Column("Ways to show it", width=3)),
        rows=tuple(
            (Cell(inline(entry["need"]), "head"), Cell(inline(entry["shown_by"]))) for entry in data["must_haves"]
        ),
    )
    longest = max(60, *(entry["minutes"] for entry in data["rounds"]))
    rounds = Table(
        columns=(Column("Round", width=3), Column("Minutes", width=2), Column("What happens", width=6)),
        rows=tuple(
            cells(
                Cell(inline(entry["title"]), "head", _assistants(entry["ai_policy"])),
                Cell(
                    inline(str(entry["minutes"])),
                    note=f"and at most {_hours(entry['at_home_minutes'])} at home" if entry["at_home_minutes"] else "",
                    picture=charts.minute_bar(0, entry["minutes"], longest),
                ),
                entry["asks"],
            )
            for entry in data["rounds"]
        ),
    )
    return {
        "employer": Paragraph(inline(data["company"]), "kicker"),
        "facts": Facts(tuple(facts)),
        "needs": needs,
        "trade_offs": Paragraph(inline(data["trade_offs"]), "warning"),
        "rounds": rounds,
        "apply": Paragraph((Span("Apply: "), Span(data["apply_url"], href=data["apply_url"]))),
    }


def _hours(minutes: int) -> str:
    """`2.5 hours`; minutes where it is less than one."""
    if minutes < 60:
        return f"{minutes} minutes"
    return "1 hour" if minutes == 60 else f"{minutes / 60:.3g} hours"


def _assistants(policy: str) -> str:
    return {
        "off": "without AI assistants",
        "allowed": "AI assistants allowed",
        "audited": "AI assistants allowed if declared",
    }[policy]
