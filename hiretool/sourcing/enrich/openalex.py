"""OpenAlex: citations of a paper, and how that compares with works of the same field, type and year.

Read on 2026-11-26. Works are found by DOI, up to 100 values in one filter, for 1 credit a request
(developers.openalex.org/guides/filtering, /api-reference/authentication: lists cost $0.0001, a key is free and has $1
a day, without one there is $0.01). `doi` is that of the published version, so what is not found by its arXiv DOI is
looked for by the address of its arXiv page among the `locations`, and taken only if the titles agree. Fields (work
object in ourresearch/openalex-docs; help.openalex.org/data/works/attributes): `cited_by_count`, `fwci`,
`citation_normalized_percentile` {`value` 0..1, `is_in_top_1_percent`, `is_in_top_10_percent`} or null,
`authorships[]` {`author_position` first/middle/last, `author` {`display_name`, `orcid`}}. 403 means "slow down" and
429 that the daily allowance is used up (developers.openalex.org/api-reference/errors), but 429 also answers more than
100 requests a second; the two are told apart by X-RateLimit-Remaining and X-RateLimit-Credits-Required, as OpenAlex's
own program does (J535D165/pyalex #100, #101). The allowance returns at midnight UTC; X-RateLimit-Reset is in seconds.
`mailto` is no longer read (help.openalex.org/api/deprecations); the contact stands in the User-Agent.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from hiretool.sourcing.asking import retry_after_s
from hiretool.sourcing.enrich import _citations
from hiretool.sourcing.enrich._asking import Again, Asking, Judge, Stopped, judged, number
from hiretool.sourcing.enrich._figures import Figure, Figures
from hiretool.sourcing.names import tokens
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person
from hiretool.sourcing.transport import Answer, server

NAME = "OpenAlex"
THINGS = "papers"
INTERVAL_S = 0.2
"""A hundred a second are allowed; nobody is in such a hurry."""
SERVER = "https://api.openalex.org"
SERVER_ENVIRONMENT = "HIRETOOL_OPENALEX_URL"
KEY_ENVIRONMENT = "HIRETOOL_OPENALEX_KEY"

# An address may have some 4,000 characters; a DOI takes up to 60 of them, an address of arXiv's 40, twice.
_BY_DOI, _BY_PAGE = 40, 25
_FIELDS = "id,doi,title,cited_by_count,fwci,citation_normalized_percentile,authorships,locations"
_DOI = re.compile(r"10\.\d{4,9}/[^\s,|\"<>]{1,80}")
_ORCID = re.compile(r"(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")


def headers() -> dict[str, str]:
    """None; the key is a part of the address."""
    return {}


def judge() -> Judge:
    return _judged


def wanted(people: Sequence[Person]) -> dict[str, Paper]:
    return _citations.wanted(people)


def look_up(items: Mapping[str, Paper], asking: Asking) -> Iterator[tuple[str, Figures | None]]:
    """By DOI first, and what is not found by the address of its page."""
    left = list(items.values())
    for size, value in ((_BY_DOI, _dois), (_BY_PAGE, _pages)):
        missing: list[Paper] = []
        for start in range(0, len(left), size):
            part = left[start : start + size]
            works = _works(asking.json(_url(part, *value(part))))
            for paper in part:
                work = next((work for work in works if _is(work, paper)), None)
                if work is not None:
                    yield paper.id, _figures(work, paper)
                else:
                    missing.append(paper)
        left = missing
    for paper in left:
        yield paper.id, None


def attached(person: Person, figures: Mapping[str, Figure]) -> Person:
    return _citations.attached(person, figures, NAME)


def _dois(papers: Sequence[Paper]) -> tuple[str, list[str]]:
    published = [paper.doi for paper in papers if paper.doi and _DOI.fullmatch(paper.doi)]
    return "doi", [*(f"10.48550/arxiv.{paper.id}" for paper in papers), *published]


def _pages(papers: Sequence[Paper]) -> tuple[str, list[str]]:
    return "locations.landing_page_url", [
        f"{scheme}://arxiv.org/abs/{p.id}" for p in papers for scheme in ("http", "https")
    ]


def _url(papers: Sequence[Paper], field: str, values: Sequence[str]) -> str:
    base = server(None, environment=SERVER_ENVIRONMENT, default=SERVER)
    query = {"filter": f"{field}:{'|'.join(values)}", "select": _FIELDS, "per_page": "100"}
    if key := os.environ.get(KEY_ENVIRONMENT):
        query["api_key"] = key
    return f"{base}/works?{urlencode(query, safe=':/|,', quote_via=quote)}"


def _works(answer: Any) -> list[dict[str, Any]]:
    """What a list of works holds. Raises: Stopped if it is of another shape."""
    found = answer.get("results") if isinstance(answer, dict) else None
    if not isinstance(found, list):
        raise Stopped("its answer is not a list of works; its interface may have changed")
    return [work for work in found if isinstance(work, dict)]


def _is(work: Mapping[str, Any], paper: Paper) -> bool:
    """Whether the work is the paper: by DOI or page, and by its title, since works are merged by mistake."""
    doi = str(work.get("doi") or "").lower().removeprefix("https://doi.org/")
    known = {f"10.48550/arxiv.{paper.id}".lower(), (paper.doi or "").lower()} - {""}
    locations = work.get("locations")
    places = locations if isinstance(locations, list) else []
    pages = {str(place.get("landing_page_url") or "") for place in places if isinstance(place, dict)}
    ours = {f"{scheme}://arxiv.org/abs/{paper.id}" for scheme in ("http", "https")}
    return (doi in known or bool(pages & ours)) and _citations.same_title(work.get("title"), paper.title)


def _figures(work: Mapping[str, Any], paper: Paper) -> Figures:
    percentile = work.get("citation_normalized_percentile")
    named_first, orcid = _first(work.get("authorships"), paper.authors[0])
    return {
        "count": _citations.count(work.get("cited_by_count")),
        "percentile": _share(percentile.get("value")) if isinstance(percentile, dict) else None,
        "fwci": _positive(work.get("fwci")),
        "influential": None,
        "url": _citations.address(work.get("id"), "https://openalex.org/"),
        "named_first": named_first,
        "orcid": orcid,
    }


def _first(authorships: Any, name: str) -> tuple[bool | None, str | None]:
    """Whether the first author is of that name, and the ORCID if so; no more of anybody is kept."""
    for one in authorships if isinstance(authorships, list) else []:
        if not isinstance(one, dict) or one.get("author_position") != "first":
            continue
        author = one.get("author") if isinstance(one.get("author"), dict) else {}
        shown = author.get("display_name") if author else None
        if not isinstance(shown, str) or not shown.strip():
            return None, None
        same = _same_name(shown, name)
        orcid = _ORCID.fullmatch(str(author.get("orcid") or "")) if author else None
        return same, orcid[1] if orcid and same else None
    return None, None


def _same_name(one: str, other: str) -> bool:
    """Same last name and first letter, or the same parts in another order: "A. Abe", "Abe Ama", "Ama Abe"."""
    mine, theirs = tokens(one), tokens(other)
    if not mine or not theirs:
        return one.strip() == other.strip()
    return set(mine) == set(theirs) or (mine[-1] == theirs[-1] and mine[0][0] == theirs[0][0])


def _share(value: Any) -> float | None:
    return float(value) if type(value) in (int, float) and 0 <= value <= 1 else None


def _positive(value: Any) -> float | None:
    return float(value) if type(value) in (int, float) and math.isfinite(value) and value >= 0 else None


def _judged(answer: Answer, now: float) -> None:
    """403 and 429 are two things here: too fast, or nothing left for today."""
    if answer.status in (403, 429):
        left, needed = (
            number(answer.headers, "X-RateLimit-Remaining"),
            number(answer.headers, "X-RateLimit-Credits-Required"),
        )
        if left is not None and left < max(needed or 1, 1):
            key = "" if os.environ.get(KEY_ENVIRONMENT) else f"; a free key in {KEY_ENVIRONMENT} allows more"
            raise Stopped(f"today's allowance is used up, and returns at midnight UTC{key}")
        raise Again(f"it answered {answer.status} (too fast)", retry_after_s(answer.headers, now))
    judged(answer, now)
