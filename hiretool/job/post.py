"""Role + level + company -> the job post as a document."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from html import escape
from typing import Any

from hiretool import charts, organizations
from hiretool.discover import Library
from hiretool.document import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Paragraph,
    Picture,
    Span,
    Table,
    bullets,
    cells,
    inline,
)
from hiretool.errors import HiretoolError
from hiretool.job import said
from hiretool.job.company import Company
from hiretool.job.linked_data import linked_data
from hiretool.job.words import ENGLISH, Words, filled, language
from hiretool.model import Level
from hiretool.organizations.gathered import ARCHETYPES
from hiretool.organizations.shapes import ForCandidates
from hiretool.roles import Role, Round
from hiretool.rubrics import Format
from hiretool.rubrics import format as interview_format

DEFAULT_ORGANIZATION = "embedded"


def build(
    role: Role,
    company: Company,
    library: Library,
    *,
    level: Level,
    organization: str,
    today: datetime.date,
    track: str | None = None,
    in_language: str = ENGLISH,
) -> Document:
    """The post for one role at one level in one company.

    organization: which of the role's organizations; it decides the duties, what the job gains there and what is hard.
    track: which of the role's tracks, where it has some.
    today: the date of posting where the company file has none.
    Raises: NotFoundError for an organization, level, track or language that there is not; HiretoolError for a post
    already closed, or for a role with tracks where none is chosen.
    """
    posted = company.posted or today.isoformat()
    if company.closes and company.closes < posted:
        raise HiretoolError(f"The post closes on {company.closes}, before it is posted ({posted}); change closes.")
    if role.tracks and track is None:
        raise HiretoolError(_choice(role))
    spoken = language(in_language, library)
    words = spoken.words
    duties = role.duties(level, organization, track)
    here = _archetype(organization, library)
    loop = [(entry, interview_format(entry.format, library)) for entry in role.loop(level)]
    at_home = sum(form.at_home_minutes for _, form in loop)
    title = said.job_title(role, duties.title, level, words)
    data: dict[str, Any] = {
        "role": role.id,
        "level": level,
        "track": track,
        "organization": organization,
        "language": words.language,
        "company": company.name,
        "about": company.about,
        "team": company.team,
        "site": company.site,
        "opening": company.opening,
        "mission": duties.mission,
        "scope": role.at(level).scope,
        "independence": role.at(level).independence,
        "shown_by": role.at(level).shown_by,
        "responsibilities": duties.responsibilities,
        "deliverables": duties.deliverables.model_dump(),
        "must_haves": [entry.model_dump(include={"need", "shown_by"}) for entry in duties.must_haves],
        "nice_to_haves": role.nice_to_haves.get(level, []),
        "not_needed": role.not_needed,
        "evidence": role.evidence_besides_publications,
        "draws": role.draws.get(organization),
        "selling_points": here.selling_points if here else [],
        "trade_offs": role.say_plainly[organization],
        "further_trade_offs": here.trade_offs if here else [],
        "rounds": [_round(entry, form) for entry, form in loop],
        "live_minutes": sum(entry.minutes for entry, _ in loop),
        "at_home_minutes": at_home,
        "at_home": said.time(at_home, words),
        "pay": said.money(company.pay, words) if company.pay else None,
        "other_pay": company.other_pay,
        "benefits": company.benefits,
        "place": said.place(company, words),
        "remote_rules": company.remote_rules,
        "employment": getattr(words.employment, company.employment),
        "accommodation_contact": company.accommodation_contact,
        "equal_opportunity": company.equal_opportunity,
        "apply_url": company.apply_url,
        "posted": posted,
        "closes": company.closes,
    }
    data["apply_steps"] = company.apply_steps or _steps(company.answer_within_days, words)
    return Document(
        kind="job-post",
        title=title,
        data=data,
        parts=_parts(data, words),
        linked_data=linked_data(company, posted=posted, title=title),
        foot=filled(words.foot, title=title, company=company.name),
        language=words.language,
        direction=words.direction,
        templates=spoken.templates,
    )


def _choice(role: Role) -> str:
    """The tracks of a role, in words to choose by."""
    tracks = "\n".join(
        f"  {name}: {track.when} Better called: {track.better_called}" for name, track in role.tracks.items()
    )
    return f"{role.title} is the title of more than one job. Choose one by its duties with --track:\n{tracks}"


def _archetype(organization: str, library: Library) -> ForCandidates | None:
    """What is to be said of every job in such an organization; None where only the role knows of it."""
    if organization not in library.rubric_files(ARCHETYPES):
        return None
    return organizations.archetype(organization, library).for_candidates


def _round(entry: Round, form: Format) -> dict[str, Any]:
    return {
        "id": entry.id,
        "format": entry.format,
        "title": form.title,
        "minutes": entry.minutes,
        "at_home_minutes": form.at_home_minutes,
        "asks": entry.asks,
        "ai_policy": form.ai_policy.default,
    }


def _steps(answer_within_days: int | None, words: Words) -> list[str]:
    """How one applies, as it follows from the rounds."""
    found = [words.steps.apply, words.steps.rounds, words.steps.decide]
    if answer_within_days is not None:
        found.append(filled(words.steps.answer, days=answer_within_days))
    return found


def _parts(data: dict[str, Any], words: Words) -> dict[str, Block]:
    labels, url = words.facts, data["apply_url"]
    pay = filled(labels.pay_before_tax, pay=data["pay"]) if data["pay"] else labels.pay_not_stated
    facts = (
        (labels.pay, inline(pay)),
        (labels.place, inline(data["place"])),
        (labels.contract, inline(data["employment"])),
        (labels.apply_by, inline(data["closes"] or labels.open)),
    )
    needs = Table(
        columns=(Column(words.needs.need, width=2), Column(words.needs.shown_by, width=3)),
        rows=tuple(
            (Cell(inline(entry["need"]), "head"), Cell(inline(entry["shown_by"]))) for entry in data["must_haves"]
        ),
    )
    return {
        "employer": Paragraph(inline(data["company"]), "kicker"),
        "facts": Facts(facts),
        "needs": needs,
        "trade_offs": Paragraph(inline(data["trade_offs"]), "warning"),
        "rounds": _rounds(data["rounds"], words),
        "apply": Paragraph((Span(f"{words.steps.address} "), Span(url, href=url))),
        "steps": bullets(data["apply_steps"], ordered=True),
    }


def _rounds(rounds: Sequence[dict[str, Any]], words: Words) -> Table:
    labels = words.rounds
    longest = max(60, *(entry["minutes"] for entry in rounds))
    assistants = {
        "off": labels.assistants_off,
        "allowed": labels.assistants_allowed,
        "audited": labels.assistants_audited,
    }
    return Table(
        columns=(Column(labels.round, width=3), Column(labels.minutes, width=2), Column(labels.asks, width=6)),
        rows=tuple(
            cells(
                Cell(inline(entry["title"]), "head", assistants[entry["ai_policy"]]),
                Cell(
                    inline(str(entry["minutes"])),
                    note=_at_home(entry["at_home_minutes"], words),
                    picture=_bar(entry["minutes"], longest, words),
                ),
                entry["asks"],
            )
            for entry in rounds
        ),
    )


def _at_home(minutes: int, words: Words) -> str:
    return filled(words.rounds.at_home, time=said.time(minutes, words)) if minutes else ""


def _bar(minutes: int, whole: int, words: Words) -> Picture:
    """The minutes as a bar, told in the post's language."""
    drawn = charts.minute_bar(0, minutes, whole)
    alt = filled(words.rounds.bar, count=minutes, whole=whole)
    return dataclasses.replace(drawn, svg=drawn.svg.replace(escape(drawn.alt), escape(alt), 1), alt=alt)
