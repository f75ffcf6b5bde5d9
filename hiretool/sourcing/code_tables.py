"""A folder with a table of papers, one of repositories and one that joins them -> one row a link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hiretool.errors import DataError
from hiretool.sourcing import tables
from hiretool.sourcing.files import Reading
from hiretool.sourcing.tables import Columns, Row, text_of

# Names of tables and of the columns that join them. Source: the tables that codeofpaper/paper-code-graph lists in its
# description (papers, repositories, paper_repositories, repository_forks); its columns were not to be seen, so several
# likely names are tried.
_PAPERS = ("papers", "paper")
_REPOSITORIES = ("repositories", "repository", "repos")
_LINKS = ("paper_repositories", "paper_repository", "paper_repos", "links")
_FORKS = ("repository_forks", "forks")
_KEYS = {
    "paper": ("paper_id", "paper", "paper_key"),
    "repository": ("repository_id", "repo_id", "repository", "repo"),
    "parent": ("source_repository_id", "parent_repository_id", "parent_id", "repository_id", "repo_id"),
}
_OWN = {"id": ("id", "paper_id", "repository_id", "repo_id", "key")}
_RELATION = ("relation", "relationship", "link_type", "kind", "type", "implementation_type")


def rows(folder: Path, report: Reading) -> Iterator[tuple[int, Row]]:
    """(line in the table of links, row) of each link: its columns, and those of its paper and its repository.

    The tables of papers and repositories are held in memory. Where there is a table of forks and that of repositories
    counts none, they are counted.
    Raises: DataError if one of the three tables is missing.
    """
    papers = _by_id(_table(folder, _PAPERS), report, names={"url": "paper_url", "title": "paper_title"})
    repositories = _by_id(_table(folder, _REPOSITORIES), report, names={"url": "repo_url", "title": "repo_title"})
    forks = _forks(folder, report)
    keys = Columns(_KEYS)
    for number, row in tables.rows(_table(folder, _LINKS), report):
        found = {name: text_of(value) for name, value in keys.read(row).items()}
        paper, repository = papers.get(found["paper"]), repositories.get(found["repository"])
        if paper is None or repository is None:
            lacking = f"paper {found['paper']!r}" if paper is None else f"repository {found['repository']!r}"
            report.note(number, f"no {lacking} in its table")
            continue
        link = {name: value for name, value in row.items() if name not in ("id", "repository", "repo", "paper")}
        counted = {"forks": forks[found["repository"]]} if forks and "forks" not in repository else {}
        relation = next((text_of(row[name]).lower() for name in _RELATION if row.get(name)), "")
        official = {"is_official": relation} if relation and "is_official" not in row else {}
        yield number, counted | repository | paper | {k: v for k, v in link.items() if k != "paper_id"} | official


def _by_id(path: Path, report: Reading, *, names: dict[str, str]) -> dict[str, dict[str, Any]]:
    columns, found = Columns(_OWN), dict[str, dict[str, Any]]()
    for _, row in tables.rows(path, report):
        id = text_of(columns.read(row)["id"])
        found[id] = {names.get(name, name): value for name, value in row.items() if name not in ("id", "source")}
    return found


def _forks(folder: Path, report: Reading) -> Counter[str]:
    path = _one(folder, _FORKS)
    if path is None:
        return Counter()
    columns = Columns({"parent": _KEYS["parent"]})
    return Counter(text_of(columns.read(row)["parent"]) for _, row in tables.rows(path, report))


def _table(folder: Path, names: tuple[str, ...]) -> Path:
    path = _one(folder, names)
    if path is None:
        raise DataError(folder, "", f"no table named {names[0]} in this folder (as .csv, .json, .jsonl or .parquet)")
    return path


def _one(folder: Path, names: tuple[str, ...]) -> Path | None:
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return next((path for name in names for path in files if path.name.split(".")[0].lower() == name), None)
