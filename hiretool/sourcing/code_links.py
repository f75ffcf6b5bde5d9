"""A table of links from papers to code -> repositories."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from hiretool.errors import DataError
from hiretool.sourcing import code_tables
from hiretool.sourcing.accepted_lists import title_key
from hiretool.sourcing.files import Reading
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.repository import Repository
from hiretool.sourcing.tables import Columns, rows, text_of
from hiretool.sourcing.texts import plain

# What is wanted -> columns that hold it. Source: links-between-paper-and-code of Papers with Code, zziz/pwc on GitHub,
# GitHub's own names.
COLUMNS = {
    "paper_id": ("paper_arxiv_id", "arxiv_id", "arxiv", "paper_id"),
    "paper_url": ("paper_url_abs", "paper_url_pdf", "paper_link", "paper_url"),
    "title": ("paper_title", "title", "paper"),
    "url": (
        "repo_url",
        "repo_link",
        "repository_url",
        "code_url",
        "html_url",
        "github",
        "github_url",
        "repository",
        "repo",
    ),
    "official": ("is_official", "official"),
    "stars": ("stars", "repo_star", "repo_stars", "stargazers_count", "star_count", "stargazers"),
    "forks": ("forks", "forks_count", "fork_count", "repo_forks"),
    "pushed": ("pushed_at", "pushed", "last_push", "last_commit"),
    "as_of": ("as_of", "last_update", "last_updated", "fetched_at", "snapshot_date", "updated_at"),
    "framework": ("framework", "language"),
}
_HOSTS = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "huggingface.co")
"""Where code lies under account/name."""
# Pages of these sites that are no account: github.com/orgs/x, huggingface.co/datasets/a/b, ...
_NO_ACCOUNT = frozenset((
    "orgs", "topics", "features", "about", "pricing", "login", "join", "search", "marketplace", "sponsors", "settings",
    "apps", "collections", "explore", "site", "blog", "docs", "papers", "models", "tasks", "posts", "learn",
    "enterprise", "user-attachments", "users",
))  # fmt: skip
_KINDS = frozenset(("datasets", "spaces"))
_ARXIV = re.compile(
    r"(?:^|arxiv\.org/(?:abs|pdf|html)/|arxiv[:.])(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?/?$",
    re.IGNORECASE,
)
# Source: https://info.arxiv.org/help/arxiv_identifier.html (four digits to 2014-12, five since).
_FIVE_DIGITS = "1501"
_TRUE, _FALSE = frozenset(("true", "1", "yes", "official")), frozenset(("false", "0", "no", "community", "unofficial"))
_LONGEST_NAME = 100
_LETTERS = 12
"""Of a title that stands for a paper; "Reef nets" may be anybody's. Of 121,690 titles on arXiv 53 have two papers."""


def repositories(
    path: Path | str, *, mapping: Mapping[str, str] | None = None, report: Reading | None = None
) -> Iterator[Repository]:
    """The links of a table, each once, in its order; what the table does not say is None.

    path: CSV, TSV, JSON, JSON lines or Parquet, the first four also packed; or a folder with such tables, as
    `code_tables` reads them.
    mapping: a key of COLUMNS -> the column of this file that holds it, where its name is another.
    report: counts what was read, and each bad line with its reason; a bad line stops nothing.
    Raises: DataError if there is no such file, or no line of it can be used; HiretoolError for a wrong mapping.
    """
    report = Reading() if report is None else report
    path, columns, before = Path(path), Columns(COLUMNS, mapping), report.read
    found = code_tables.rows(path, report) if path.is_dir() else rows(path, report)
    seen: set[tuple[str, str, str]] = set()
    there = ""
    for number, row in found:
        there = there or f"; its columns are {', '.join(row)}"
        try:
            repository = _link(columns.read(row), path.name)
        except ValueError as error:
            report.note(number, str(error))
            continue
        report.read += 1
        link = (repository.paper_id, repository.title, repository.url.lower())
        if link not in seen:
            seen.add(link)
            yield repository
    if report.read == before:
        reason = "".join(f" (line {line}: {why})" for line, why in report.bad_lines[:1])
        raise DataError(path, "", f"not one link from a paper to code in it{reason}{there}")


def _link(cells: Mapping[str, Any], source: str) -> Repository:
    url = repository_url(text_of(cells["url"]))
    if url is None:
        raise ValueError(f"url: expected a repository at {', '.join(_HOSTS)}, got {text_of(cells['url'])[:60]!r}")
    paper_id = next((id for cell in ("paper_id", "paper_url") if (id := _arxiv_id(text_of(cells[cell])))), "")
    title = plain(text_of(cells["title"]))
    if not paper_id and not title:
        raise ValueError("paper: neither an arXiv id nor a title")
    return Repository(
        paper_id=paper_id,
        url=url,
        official=_truth(cells["official"]),
        stars=_count("stars", cells["stars"]),
        forks=_count("forks", cells["forks"]),
        pushed=_day("pushed", cells["pushed"]),
        framework="" if text_of(cells["framework"]).lower() == "none" else text_of(cells["framework"])[:60],
        source=source,
        title=title,
        as_of=_day("as_of", cells["as_of"]),
    )


def repository_url(text: str) -> str | None:
    """The address of the repository that a link leads into; None if it leads to none.

    >>> repository_url("http://www.github.com/Ada/reefs.git"), repository_url("https://github.com/Ada/reefs/tree/main/x")
    ('https://github.com/Ada/reefs', 'https://github.com/Ada/reefs')
    """
    text = text.strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or host not in _HOSTS:
        return None
    path = [unquote(part) for part in parts.path.split("/") if part]
    kind = [path.pop(0)] if host == "huggingface.co" and path and path[0] in _KINDS else []
    if len(path) < 2 or path[0].lower() in _NO_ACCOUNT:
        return None
    owner, name = path[0], path[1].removesuffix(".git").rstrip(".,;:)")
    if not all(re.fullmatch(rf"[\w.~-]{{1,{_LONGEST_NAME}}}", part, re.ASCII) for part in (owner, name)):
        return None
    return f"https://{host}/{'/'.join([*kind, owner, name])}"


def _arxiv_id(text: str) -> str:
    """The id; "" for what is none, also for one that was read as a number and may have lost a zero: 1505.0629."""
    found = _ARXIV.search(text)
    if found is None or ("/" not in found[1] and (len(found[1]) == 9) != (found[1] < _FIVE_DIGITS)):
        return ""
    return found[1]


def _truth(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    text = text_of(value).lower().removesuffix(".0")
    return True if text in _TRUE else False if text in _FALSE else None


def _count(field: str, value: Any) -> int | None:
    text = text_of(value).removesuffix(".0").replace(",", "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError(f"{field}: expected a number, got {text[:20]!r}")
    return int(text)


def _day(field: str, value: Any) -> date | None:
    text = text_of(value)
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError as error:
        raise ValueError(f"{field}: expected a day such as 2026-11-20, got {text[:20]!r}") from error


def linked(repositories: Iterable[Repository], papers: Iterable[Paper]) -> Iterator[Repository]:
    """The links, those that name the paper by its title with the arXiv paper of that title; others as they are.

    A title of few letters, or one that two papers share, says too little.
    """
    links = list(repositories)
    wanted = {title_key(link.title) for link in links if not link.paper_id}
    ids: dict[str, str | None] = {}
    for paper in papers:
        title = title_key(paper.title)
        if title in wanted and len(title) >= _LETTERS:
            ids[title] = paper.id if ids.get(title, paper.id) == paper.id else None
    for link in links:
        yield link if link.paper_id else replace(link, paper_id=ids.get(title_key(link.title)) or "")
