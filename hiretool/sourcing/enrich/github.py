"""GitHub: stars, forks and the last push of the repositories that are linked with somebody's papers.

Read on 2026-11-26. GET /repos/{owner}/{repo} with `Accept: application/vnd.github+json`; `stargazers_count`,
`forks_count`, `pushed_at` (docs.github.com/en/rest/repos/repos; shape in fastai/ghapi examples/star.json). A repository
that was renamed answers 301 with its new address. 60 requests an hour without a token, 5,000 with one. Beyond that 403
or 429 with `x-ratelimit-remaining: 0`, and `x-ratelimit-reset` in seconds since 1970; a secondary limit is told by
`retry-after` or by its message, and means a minute at least (docs.github.com/en/rest/using-the-rest-api/
rate-limits-for-the-rest-api, troubleshooting-the-rest-api). Stars say what was liked, not who wrote it or how well.
"""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from hiretool.sourcing.asking import retry_after_s
from hiretool.sourcing.enrich._asking import Again, Asking, Judge, Stopped, explanation, judged, number
from hiretool.sourcing.enrich._citations import count
from hiretool.sourcing.enrich._figures import Figure, Figures
from hiretool.sourcing.people import Person
from hiretool.sourcing.repository import Repository
from hiretool.sourcing.transport import Answer, server

NAME = "GitHub"
THINGS = "repositories"
INTERVAL_S = 0.2
SERVER = "https://api.github.com"
SERVER_ENVIRONMENT = "HIRETOOL_GITHUB_URL"
KEY_ENVIRONMENT = "HIRETOOL_GITHUB_TOKEN"
EACH = 5
"""Repositories of one person that are asked about."""
IN_THE_PAPER = "named in the paper"
_SECONDARY_S = 60.0

# Source: GitHub's rules for names of accounts and repositories.
_REPOSITORY = re.compile(r"\bgithub\.com/([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))/([\w.-]{1,100})", re.IGNORECASE | re.ASCII)
# First parts of addresses on github.com that are no accounts.
_PAGES = frozenset({"about", "apps", "blog", "collections", "features", "marketplace", "orgs", "search", "sponsors",
                    "topics"})  # fmt: skip


def headers() -> dict[str, str]:
    token = os.environ.get(KEY_ENVIRONMENT)
    found = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}
    return found | ({"Authorization": f"Bearer {token}"} if token else {})


def judge() -> Judge:
    return _judged


def wanted(people: Sequence[Person]) -> dict[str, str]:
    """`owner/name`, folded -> as it is written."""
    return {key: name for person in people for key, name in _repositories(person).items()}


def look_up(items: Mapping[str, str], asking: Asking) -> Iterator[tuple[str, Figures | None]]:
    base = server(None, environment=SERVER_ENVIRONMENT, default=SERVER)
    for key, name in items.items():
        found = asking.json(f"{base}/repos/{name}")
        yield key, _figures(found) if isinstance(found, dict) else None


def attached(person: Person, figures: Mapping[str, Figure]) -> Person:
    """The person's repositories with their figures, and those that only their papers name, once figures are there."""
    code = [_counted(one, figures.get(key)) if (key := _key(one.url)) else one for one in person.code]
    linked = {_key(one.url) for one in code}
    for paper in person.papers:
        for key, name in _named(f"{paper.abstract} {paper.comment or ''}").items():
            if key in figures and key not in linked:
                linked.add(key)
                bare = Repository(paper.id, f"https://github.com/{name}", None, None, None, None, "", IN_THE_PAPER)
                code.append(_counted(bare, figures[key]))
    return dataclasses.replace(person, code=tuple(code))


def _repositories(person: Person) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in (*(one.url for one in person.code), *(f"{p.abstract} {p.comment or ''}" for p in person.papers)):
        found |= _named(text)
    return dict(list(found.items())[:EACH])


def _named(text: str) -> dict[str, str]:
    found = {}
    for owner, name in _REPOSITORY.findall(text):
        bare = name.rstrip(".").removesuffix(".git")
        if owner.lower() not in _PAGES and bare.strip("."):
            found[f"{owner}/{bare}".lower()] = f"{owner}/{bare}"
    return found


def _key(url: str) -> str:
    return next(iter(_named(url)), "")


def _counted(code: Repository, figure: Figure | None) -> Repository:
    """The repository with GitHub's figures instead of those that an older source had, and the day of them."""
    if figure is None or figure.figures is None:
        return code
    pushed = figure.figures.get("pushed")
    return dataclasses.replace(
        code,
        stars=figure.figures.get("stars"),
        forks=figure.figures.get("forks"),
        pushed=date.fromisoformat(pushed) if pushed else None,
        source=f"{code.source}; stars, forks and push: GitHub",
        as_of=figure.day,
    )


def _figures(found: Mapping[str, Any]) -> Figures:
    pushed = found.get("pushed_at")
    try:
        day = datetime.fromisoformat(pushed).astimezone(UTC).date().isoformat() if isinstance(pushed, str) else None
    except (ValueError, OverflowError):
        day = None
    return {"stars": count(found.get("stargazers_count")), "forks": count(found.get("forks_count")), "pushed": day}


def _judged(answer: Answer, now: float) -> None:
    if answer.status in (403, 429):
        if number(answer.headers, "X-RateLimit-Remaining") == 0:
            reset = number(answer.headers, "X-RateLimit-Reset")
            until = f" until {datetime.fromtimestamp(reset, UTC):%H:%M} UTC" if reset and reset < 1 << 33 else ""
            token = "" if os.environ.get(KEY_ENVIRONMENT) else f"; a token in {KEY_ENVIRONMENT} allows more"
            raise Stopped(f"this hour's requests are used up{until}{token}")
        if answer.status == 429 or "Retry-After" in answer.headers or "secondary" in explanation(answer).lower():
            asked_s = retry_after_s(answer.headers, now)
            raise Again(f"it answered {answer.status} (too fast)", asked_s or _SECONDARY_S)
        return  # access to this repository alone is blocked
    if answer.status in (301, 302, 307, 308, 451):
        return  # moved off GitHub, or withheld by law
    if answer.status == 401:
        raise Stopped(f"it refuses the token in {KEY_ENVIRONMENT} (401)")
    judged(answer, now)
