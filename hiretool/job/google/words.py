"""Title, description and dates of a JobPosting."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hiretool.job.google import values
from hiretool.job.google.values import Found, error, warning

_READ_TAGS = frozenset(("p", "ul", "li", "br"))
_BREAK = re.compile(r"(?i)<(?:br|p|li)\b|\n")
_DECORATION = re.compile("[!*|~★☆✓✔➤►▶•→⇒\u2600-\u27bf\U0001f000-\U0001faff]")
_PAY_IN_TITLE = re.compile(
    r"[$€£¥₹]\s?\d|\d\s?[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|NOK|SEK|DKK|PLN|CAD|AUD|SGD|INR|NGN|JPY) ?\d"
    r"|\b\d{2,3} ?[kK]? ?[-–] ?\d{2,3} ?[kK]\b"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE_IN_TITLE = re.compile(
    r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
    rf"|\b(?:{_MONTHS}) \d{{1,4}}\b|\b\d{{1,2}} (?:{_MONTHS})\b"
)
_CODE_IN_TITLE = re.compile(r"(?i)#\s?\d+|\b(?:job|req|ref|requisition|opening|id|no)\b[.:#\s-]*[a-z]{0,3}-?\d{2,}")
_SHOUTED = re.compile(r"\b[A-Z]{7,}\b")


def title(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    path, title = ("title",), values.value(posting, "title")
    if not values.is_text(title):
        yield error(
            path,
            f"title is required as text, got {values.shown(title)}",
            "The name of the job, such as Senior ML engineer.",
        )
        return
    advice = "The name of the job alone, as on the page."
    if values.TAG.search(title):
        yield error(path, "title holds HTML", advice)
    if mark := _DECORATION.search(title):
        yield warning(path, f"title is decorated ({mark.group()})", advice)
    elif _SHOUTED.search(title):
        yield warning(path, "title is in capitals", advice)
    if pay := _PAY_IN_TITLE.search(title):
        yield warning(path, f"title holds pay ({pay.group()})", "Pay goes to baseSalary.")
    if day := _DATE_IN_TITLE.search(title):
        yield warning(path, f"title holds a date ({day.group()})", "Dates go to datePosted and validThrough.")
    number = values.value(values.value(posting, "identifier"), "value")
    code = _CODE_IN_TITLE.search(title)
    if code or (values.is_text(number) and len(number) > 2 and _said_in(number, title)):
        yield warning(path, "title holds the number of the opening", "The number goes to identifier.")
    company = values.value(values.value(posting, "hiringOrganization"), "name")
    if values.is_text(company) and _said_in(company, title):
        yield warning(path, f"title holds the company ({company[:60]})", "The company goes to hiringOrganization.")
    for place in _place_names(posting):
        if _said_in(place, title):
            yield warning(path, f"title holds the place ({place[:60]})", "The place goes to jobLocation.")
            break


def _said_in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name.strip().casefold())}(?!\w)", text.casefold()) is not None


def _place_names(posting: Mapping[str, Any]) -> Iterator[str]:
    for _, place in values.several(posting.get("jobLocation") if isinstance(posting, Mapping) else None):
        for key in ("addressLocality", "addressRegion"):
            name = values.value(values.value(place, "address"), key)
            # Two letters (`IN`, `ML`) are words of a title more often than a place.
            if values.is_text(name) and len(name.strip()) > 2:
                yield name


def description(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    path, text = ("description",), values.value(posting, "description")
    if not values.is_text(text):
        yield error(
            path,
            f"description is required as text, got {values.shown(text)}",
            "The whole text of the post, with p, ul, li and br.",
        )
        return
    title = values.value(posting, "title")
    if values.is_text(title) and values.words(title) == values.words(text):
        yield error(path, "description is the title again", "The whole text of the post.")
    # Our choice: what fits in a line or two needs no break.
    if len(text) > 300 and not _BREAK.search(text):
        yield warning(path, "description has no paragraph", "Break it with <p>, <br> or line ends.")
    # Headings and bold letters beside paragraphs and lists do no harm; without these nothing of the layout is left.
    used = {tag.lower() for tag in values.TAG.findall(text)}
    if (unread := sorted(used - _READ_TAGS)) and not used & _READ_TAGS:
        named = ", ".join(unread[:6])
        yield warning(path, f"description has only tags that are not read ({named})", "Use p, ul, li and br.")


def date_posted(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    path, day = ("datePosted",), values.value(posting, "datePosted")
    suggest = f'ISO 8601, such as "{today.isoformat()}": the day on which the post was first published.'
    if not values.is_text(day):
        yield error(path, f"datePosted is required as a date, got {values.shown(day)}", suggest)
    elif (moment := values.moment(day)) is None:
        yield error(path, f"datePosted is no date of ISO 8601: {values.shown(day)}", suggest)
    elif moment.date() > today + datetime.timedelta(days=1):
        yield warning(path, f"datePosted is in the future: {values.shown(day)}", suggest)


def valid_through(posting: Mapping[str, Any], today: datetime.date) -> Iterator[Found]:
    path, end = ("validThrough",), values.value(posting, "validThrough")
    suggest = 'The last moment to apply in ISO 8601, such as "2027-01-31T23:59:59+01:00".'
    if end is None:
        yield warning(path, "validThrough is missing; a post that expires needs it", suggest)
        return
    moment = values.moment(end)
    if moment is None:
        yield error(path, f"validThrough is no date of ISO 8601: {values.shown(end)}", suggest)
        return
    if moment.date() < today:
        yield error(
            path,
            f"the post expired: validThrough is {values.shown(end)}",
            "Take the page or its JSON-LD away, or set a new date.",
        )
    posted = values.moment(values.value(posting, "datePosted"))
    if posted is not None and moment.date() < posted.date():
        yield error(path, "validThrough is before datePosted", suggest)
