"""What a file given to a corpus is, to judge by its beginning; and the tables among them, read into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

from hiretool.errors import DataError, HiretoolError
from hiretool.sourcing import accepted_lists, code_links, tables
from hiretool.sourcing.corpus.corpus import Corpus, keys_of
from hiretool.sourcing.corpus.shelf import Source
from hiretool.sourcing.files import Reading

KINDS = ("papers", "accepted", "code")
_ALL_AT_ONCE = 10_000
_PAPERS = {"abstract", "authors_parsed", "categories"}
_T = TypeVar("_T")


@dataclass(slots=True)
class Taken:
    """What a table brought."""

    lines: int = 0
    left_out: int = 0
    """Rejected, withdrawn, under review."""
    linked: int = 0
    """Links to code whose paper is known by its id."""
    bad: list[tuple[int, str]] = field(default_factory=list)
    bad_count: int = 0
    notes: list[str] = field(default_factory=list)


def kind(path: Path) -> str:  # noqa: PLR0911 - one for each kind, and for each way to tell it
    """One of KINDS.

    Raises: DataError if the file cannot be read, or is none of them.
    """
    if str(path) == "-":
        return "papers"
    if path.is_dir():
        return "code"
    try:
        with path.open("rb") as file:
            head = file.read(64)
    except OSError as error:
        raise DataError(path, "", f"cannot be read: {error.strerror}") from error
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return "papers"
    try:
        first = next(islice(tables.rows(path, Reading()), 1), None)
    except DataError:
        # Packed XML, or what files.records has a better message for.
        return "papers"
    if first is None:
        return "papers"
    columns = {str(name).strip().lower() for name in first[1]}
    if len(columns & _PAPERS) > 1:
        return "papers"
    if columns & set(code_links.COLUMNS["url"]) and not columns & {"status", "decision"}:
        return "code"
    if columns & set(accepted_lists.COLUMNS["title"]) and columns & set(accepted_lists.COLUMNS["authors"]):
        return "accepted"
    raise DataError(
        path,
        "",
        "neither papers, nor a list of accepted papers (title, authors, status), nor links to code (paper, repository);"
        f" its columns are {', '.join(sorted(columns))[:200]}; say which it is with --as, and its columns with --map",
    )


def accepted(
    corpus: Corpus, path: Path, *, mapping: Mapping[str, str], venue: str, year: int | None, say: Callable[[str], None]
) -> Taken:
    """A list of accepted papers into the corpus, in the place of an earlier one of the same name.

    Raises: as `accepted_lists.acceptances`.
    """
    report = accepted_lists.ListReading()
    found = accepted_lists.acceptances(path, mapping=mapping, venue=venue, year=year, report=report)
    taken = Taken()
    # Read whole before the old one goes: a file that is none leaves all as it was.
    lines = [(accepted_lists.title_key(line.title), line, keys_of(line)) for line in found]
    corpus.shelf.forget_source(path.name)
    corpus.shelf.facts.accept(lines)
    taken.lines, taken.left_out, taken.notes = len(lines), report.left_out, report.notes
    return _done(corpus, path, "accepted", taken, report)


def code(corpus: Corpus, path: Path, *, mapping: Mapping[str, str], say: Callable[[str], None]) -> Taken:
    """A table of links to code into the corpus, in the place of an earlier one of the same name.

    Raises: as `code_links.repositories`.
    """
    report, taken = Reading(), Taken()
    links = list(code_links.repositories(path, mapping=mapping, report=report))
    if any(not link.paper_id for link in links):
        say(f"{path.name}: some links name papers by title; going through all titles.")
        links = list(code_links.linked(links, corpus.all()))
    known = [link for link in links if link.paper_id]
    corpus.shelf.forget_source(path.name)
    for some in _some(known, _ALL_AT_ONCE):
        corpus.shelf.facts.link(some)
    taken.lines, taken.linked = len(links), len(known)
    return _done(corpus, path, "code", taken, report)


def mapping(pairs: Iterable[str]) -> dict[str, str]:
    """`title=Paper Title` and the like. Raises: HiretoolError."""
    found = dict[str, str]()
    for pair in pairs:
        name, equals, column = pair.partition("=")
        if not equals or not name.strip() or not column.strip():
            raise HiretoolError(f'--map {pair!r}: expected NAME=COLUMN, such as title="Paper Title"')
        found[name.strip()] = column.strip()
    return found


def _done(corpus: Corpus, path: Path, kind: str, taken: Taken, report: Reading) -> Taken:
    taken.bad, taken.bad_count = report.bad_lines, report.bad
    corpus.shelf.note(path.name, report.bad_lines)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    corpus.shelf.stand(Source(path.name, kind, "", 0, report.read, taken.lines, report.bad, True, at))
    corpus.shelf.commit()
    return taken


def _some(values: list[_T], size: int) -> Iterator[list[_T]]:
    return (values[start : start + size] for start in range(0, len(values), size))
