"""Who hires, and where the work of a JobPosting is done."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hiretool.job.google import values
from hiretool.job.google.values import TELECOMMUTE, Found, Path, error, warning

# Source: ISO 3166-1, the officially assigned codes.
_CODES = """\
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
COUNTRIES = frozenset(_CODES.split())
_MEANT = {"UK": "GB", "EN": "GB", "EL": "GR", "USA": "US"}
_NOWHERE = frozenset(("anywhere", "worldwide", "global", "earth", "remote", "everywhere", "international", "world"))
# Words of work that is done in one place for some of the time. `hybrid search` and `hybrid models` are others.
_HYBRID = re.compile(
    r"(?i)\bhybrid (?:work|working|role|position|job|schedule|arrangement|setup|office|team|basis|policy)\b"
    r"|\b(?:one|two|three|four|five|[1-5]) days? (?:a|per|each|every) week (?:in|at|from|on)[- ](?:the |our |your )?"
    r"(?:office|site|lab|campus|premises|[A-Z][a-z]+ office)\b"
    r"|\b(?:must|have to|required to) (?:be|work|come) (?:on[- ]site|in(?:to)? the office)\b"
)
_RIGHT_TO_WORK = re.compile(r"(?i)\b(?:visa|citizens?(?:hip)?|nationals?|authori[sz]ed|work permit)\b")


def hiring_organization(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    path, company = ("hiringOrganization",), values.value(posting, "hiringOrganization")
    suggest = '{"@type": "Organization", "name": "...", "sameAs": "https://..."}, or "confidential".'
    if isinstance(company, str) and company.strip().casefold() == "confidential":
        return
    if not isinstance(company, Mapping):
        yield error(path, f"hiringOrganization is required as an Organization, got {values.shown(company)}", suggest)
        return
    if not values.is_text(values.value(company, "name")):
        yield error((*path, "name"), "hiringOrganization has no name", suggest)
    if (site := values.value(company, "sameAs")) is not None:
        for below, address in values.several(site):
            if not values.is_url(address):
                yield warning((*path, "sameAs", *below), f"sameAs is no web address: {values.shown(address)}", suggest)
    logo = values.value(company, "logo")
    address = values.value(logo, "url") or values.value(logo, "contentUrl") if isinstance(logo, Mapping) else logo
    if logo is not None and not values.is_url(address):
        yield warning(
            (*path, "logo"), f"logo is no web address: {values.shown(address)}", 'A full address, "https://...".'
        )


def job_location(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    path, where = ("jobLocation",), posting.get("jobLocation") if isinstance(posting, Mapping) else None
    if where is None or where == []:
        if not values.is_remote(posting):
            yield error(
                path,
                "jobLocation is required, unless jobLocationType is TELECOMMUTE",
                'A Place with a PostalAddress: addressLocality and addressCountry ("DE").',
            )
        return
    for below, place in values.several(where):
        yield from _place(place, (*path, *below))


def _place(place: Any, path: Path) -> Iterator[Found]:
    suggest = '{"@type": "PostalAddress", "addressLocality": "Bremen", "addressCountry": "DE"}'
    address = values.value(place, "address")
    if not isinstance(place, Mapping) or not isinstance(address, Mapping):
        got = place if not isinstance(place, Mapping) else address
        yield error((*path, "address"), f"expected a Place with a PostalAddress, got {values.shown(got)}", suggest)
        return
    path = (*path, "address")
    country = values.value(address, "addressCountry")
    name = values.value(country, "name") if isinstance(country, Mapping) else country
    if not values.is_text(name):
        yield error((*path, "addressCountry"), f"addressCountry is required, got {values.shown(name)}", suggest)
    elif name.strip() not in COUNTRIES:
        code = name.strip().upper()
        meant = _MEANT.get(code) or (code if code in COUNTRIES else None)
        advice = f'"{meant}"' if meant else 'Two letters of ISO 3166-1, such as "DE".'
        wrong = f"addressCountry is no code of ISO 3166-1: {values.shown(name)}"
        # The name of a country is understood; two letters that are no code are not.
        yield (error if len(code) == 2 else warning)((*path, "addressCountry"), wrong, advice)
    towns = [values.value(address, key) for key in ("addressLocality", "addressRegion")]
    if not any(map(values.is_text, towns)):
        yield warning(path, "the address names neither a town nor a region", suggest)
    for key, town in zip(("addressLocality", "addressRegion"), towns, strict=True):
        if values.is_text(town) and town.strip().casefold() in _NOWHERE:
            advice = "For work from anywhere in a country leave jobLocation out and use jobLocationType."
            yield error((*path, key), f"{town.strip()[:30]!r} is no place", advice)


def applicant_location_requirements(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    name = "applicantLocationRequirements"
    path, where = (name,), posting.get(name) if isinstance(posting, Mapping) else None
    suggest = '{"@type": "Country", "name": "Germany"} for each country from which people may work.'
    if where is None or where == []:
        if values.is_remote(posting):
            yield error(path, f"{name} is required beside TELECOMMUTE, with at least one country", suggest)
        return
    if not values.is_remote(posting):
        yield warning(
            path, f"{name} says something only beside jobLocationType TELECOMMUTE", "Take it out, or add the type."
        )
    has_country = False
    for below, area in values.several(where):
        here = (*path, *below)
        label = values.value(area, "name")
        if not isinstance(area, Mapping) or not values.is_text(label):
            got = values.shown(label if isinstance(area, Mapping) else area)
            yield error(here, f"expected a Country or State with a name, got {got}", suggest)
        elif label.strip().casefold() in _NOWHERE:
            yield error(here, f"{label.strip()[:30]!r} is no country", suggest)
        elif _RIGHT_TO_WORK.search(label):
            yield warning(here, f"{name} is no place for visa or citizenship: {values.shown(label)}", suggest)
        else:
            has_country = has_country or "Country" in values.types(area)
    if not has_country and values.is_remote(posting) and not list(_countries(posting)):
        yield error(path, f"{name} names no country", suggest)


def _countries(posting: Mapping[str, Any]) -> Iterator[Any]:
    """Countries of the places where people report to work."""
    for _, place in values.several(posting.get("jobLocation") if isinstance(posting, Mapping) else None):
        if country := values.value(values.value(place, "address"), "addressCountry"):
            yield country


def job_location_type(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    path, kind = ("jobLocationType",), values.value(posting, "jobLocationType")
    if kind is None:
        return
    if kind != TELECOMMUTE:
        suggest = (
            f'"{TELECOMMUTE}" for work that may be wholly remote; nothing for work at a place and for hybrid work.'
        )
        yield error(path, f"jobLocationType has one value, {TELECOMMUTE}; got {values.shown(kind)}", suggest)
        return
    text = values.value(posting, "description")
    said = _HYBRID.search(values.TAG.sub(" ", text)) if isinstance(text, str) else None
    if said:
        yield warning(
            path,
            f"{TELECOMMUTE} is for work that may be wholly remote, and the description says {said.group()!r}",
            "Leave jobLocationType out for hybrid work; name the office in jobLocation.",
        )
