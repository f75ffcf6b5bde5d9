"""A conference's list of accepted papers -> its lines, and the arXiv papers that they are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any

from hiretool.errors import DataError
from hiretool.sourcing import list_authors, venues
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.files import Reading
from hiretool.sourcing.names import key, surname
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.tables import Columns, rows, text_of
from hiretool.sourcing.texts import plain
from hiretool.sourcing.words import fold, words

# What is wanted -> columns that hold it. Source: papercopilot's files come first, then what spreadsheets call them.
COLUMNS = {
    "title": ("title", "paper_title", "paper", "name"),
    "authors": ("authors", "author", "author_names", "author_name"),
    "status": ("status", "decision", "presentation", "presentation_type", "acceptance", "tier"),
    "venue": ("venue", "conference", "booktitle"),
    "year": ("year",),
    "track": ("track",),
    "award": ("award",),
}
_SAMPLE = 500
"""Rows by which it is told how a file writes names."""
_NOT_ACCEPTED = re.compile(r"reject|withdr|desk|active|review|submi|pending|not accepted|declin|invite|retract", re.I)
_WORKSHOP = re.compile(r"workshop|\bws\b", re.I)
_TIERS = (
    ("award", re.compile(r"\baward|best paper|outstanding", re.I)),
    ("oral", re.compile(r"\boral|\btalk\b|top[\s-]?5\s?%", re.I)),
    ("spotlight", re.compile(r"spotlight|top[\s-]?25\s?%", re.I)),
    ("highlight", re.compile(r"highlight", re.I)),
    ("poster", re.compile(r"poster", re.I)),
)
_TRACKS = ("industry", "system demonstrations", "demo", "position", "datasets and benchmarks", "short", "journal")
# A list that calls nearly everything oral, or spotlight, tells nothing apart: ICML 2018 all oral, 2021 nine tenths
# spotlight. In the 161 other lists that were measured, the largest share of a distinction is .61, the next .38.
_MOST = 0.8
_ENOUGH = 20
"""Accepted lines of a conference from which its tiers are judged."""

_DROPPED = str.maketrans(dict.fromkeys(chr(code) for code in range(128) if not chr(code).isalnum()))
_TEX = re.compile(r"\\(?:math|text|emph|bf\b|it\b|rm\b|cal\b|boldsymbol|operatorname)[a-z]*")
_GREEK = str.maketrans({
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma",
    "τ": "tau", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
})  # fmt: skip


@dataclass(slots=True)
class ListReading(Reading):
    """What was read of a list and what was not; filled while `acceptances` runs."""

    left_out: int = 0
    """Rejected, withdrawn, still under review, or accepted for a workshop."""
    notes: list[str] = field(default_factory=list)
    """What was changed, in sentences."""


def acceptances(
    path: Path | str,
    *,
    mapping: Mapping[str, str] | None = None,
    venue: str = "",
    year: int | None = None,
    report: ListReading | None = None,
) -> Iterator[Acceptance]:
    """The accepted papers of a list, in its order.

    path: CSV, TSV, JSON, JSON lines or Parquet, the first four also packed.
    mapping: a key of COLUMNS -> the column of this file that holds it, where its name is another.
    venue, year: of all lines, where the file has no such columns; else its name may say them ("cvpr2025.json").
    report: counts what was read and left out, each bad line with its reason; a bad line stops nothing.
    Raises: DataError if there is no such file, or no line of it can be used; HiretoolError for a wrong mapping.
    """
    report = ListReading() if report is None else report
    path, columns, before = Path(path), Columns(COLUMNS, mapping), report.read
    found = rows(path, report)
    sample = list(islice(found, _SAMPLE))
    last_first = list_authors.are_last_first(columns.read(row)["authors"] for _, row in sample)
    place = _Place(venue and venues.canonical(venue), year, venues.with_year(path.name.split(".")[0]))
    lines: list[Acceptance] = []
    for number, row in chain(sample, found):
        cells = columns.read(row)
        report.read += 1
        if not _is_accepted(cells):
            report.left_out += 1
            continue
        try:
            lines.append(_line(cells, place, path.name, last_first=last_first))
        except ValueError as error:
            report.read -= 1
            report.note(number, f"{error}")
    # The first rows were taken apart before they were judged.
    report.bad_lines.sort()
    if report.read == before:
        reason = "".join(f" (line {line}: {why})" for line, why in report.bad_lines[:1])
        there = f"; its columns are {', '.join(sample[0][1])}" if sample else ""
        raise DataError(path, "", f"not one line of a list of accepted papers in it{reason}{there}")
    yield from _with_honest_tiers(lines, report)


@dataclass(frozen=True, slots=True)
class _Place:
    venue: str
    year: int | None
    file: tuple[str, int] | None
    """As the file's name has it."""

    def of(self, cells: Mapping[str, Any]) -> tuple[str, int]:
        """Venue and year of a line: what the line says, else the user, else the name of the file."""
        written, year = text_of(cells["venue"]), _year(cells["year"])
        both = venues.with_year(written)
        venue = both[0] if both else venues.canonical(written)
        venue = venue or self.venue or (self.file[0] if self.file else "")
        year = year or (both[1] if both else None) or self.year or (self.file[1] if self.file else None)
        if not venue or year is None:
            lacking = "venue" if not venue else "year"
            raise ValueError(f"{lacking}: neither in the line, nor in the file's name, nor said")
        return venue, year


def _line(cells: Mapping[str, Any], place: _Place, source: str, *, last_first: bool) -> Acceptance:
    title = plain(text_of(cells["title"]))
    if not title:
        raise ValueError("title: expected text, found none")
    authors = list_authors.names(cells["authors"], last_first=last_first)
    if not authors:
        raise ValueError("authors: expected names, found none")
    venue, year = place.of(cells)
    status, track = text_of(cells["status"]).lower(), text_of(cells["track"]).lower()
    if "finding" in status and not venue.endswith(venues.FINDINGS):
        venue += venues.FINDINGS
    won = text_of(cells["award"]).lower() not in ("", "false", "0", "no")
    tier = "award" if won else next((name for name, pattern in _TIERS if pattern.search(status)), "")
    part = next((name for name in _TRACKS if name in status or name in track), "")
    return Acceptance(venue, year, title, authors, tier, source, track=part)


def _is_accepted(cells: Mapping[str, Any]) -> bool:
    status = text_of(cells["status"])
    return not (_NOT_ACCEPTED.search(status) or _WORKSHOP.search(status) or _WORKSHOP.search(text_of(cells["track"])))


def _year(value: Any) -> int | None:
    """2025 out of 2025, 2025.0, "2025"; None out of nothing. Raises: ValueError."""
    text = text_of(value).removesuffix(".0")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise ValueError(f"year: expected four digits, got {text[:20]!r}")
    return int(text)


def _with_honest_tiers(lines: Sequence[Acceptance], report: ListReading) -> Iterator[Acceptance]:
    totals = Counter((line.venue, line.year) for line in lines)
    tiers = Counter((line.venue, line.year, line.tier) for line in lines)
    empty = {
        (venue, year, tier)
        for (venue, year, tier), count in tiers.items()
        if tier in ("oral", "spotlight", "highlight")
        and (total := totals[venue, year]) >= _ENOUGH
        and count > _MOST * total
    }
    for venue, year, tier in sorted(empty):
        share = tiers[venue, year, tier] / totals[venue, year]
        report.notes.append(f"{venue} {year}: {share:.0%} are marked {tier}, so the mark tells nothing; left off.")
    for line in lines:
        yield replace(line, tier="") if (line.venue, line.year, line.tier) in empty else line


def title_key(title: str) -> str:
    r"""What the spellings of one title share: letters and digits, folded; "&" is "and", Greek is spelled out.

    >>> title_key("$\\alpha$-Fair R\\&D: a naïve view") == title_key("α-fair R and D -- A Naive View")
    True
    """
    lower = title.lower()
    if "\\" in lower:
        lower = _TEX.sub("", lower)
    if "&" in lower:
        lower = lower.replace("&amp;", "&").replace("&", " and ")
    if lower.isascii():
        return lower.translate(_DROPPED)
    return "".join(filter(str.isalnum, fold(lower.translate(_GREEK))))


def matched(acceptances: Iterable[Acceptance], papers: Iterable[Paper]) -> Iterator[Acceptance]:
    """The lines, each with the arXiv paper that it is where one is known; papers are read once, lines are held.

    A paper is the line's if the title is the same and a surname is common to both; or, where it was given another title
    on the way, if the same person is named first, at most two years lie between and most words are the same.
    """
    lines = list(acceptances)
    by_title: defaultdict[str, list[int]] = defaultdict(list)
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        by_title[title_key(line.title)].append(number)
        by_name[key(line.authors[0])].append(number)
    best: dict[int, tuple[float, str]] = {}
    for paper in papers:
        same = by_title.get(title_key(paper.title), ())
        # A paper that is in a list under its own title is not another one under a similar title.
        for number in same or by_name.get(key(paper.authors[0]), ()):
            likeness = _same_title(lines[number], paper) if same else _retitled(lines[number], paper)
            if likeness and (number not in best or (likeness, paper.id) > best[number]):
                best[number] = likeness, paper.id
    for number, line in enumerate(lines):
        yield replace(line, paper_id=best[number][1]) if number in best else line


def _same_title(line: Acceptance, paper: Paper) -> float:
    """1 and more; 0 if no surname is common to both."""
    common = set(map(surname, line.authors)) & set(map(surname, paper.authors))
    return 1 + len(common) / len(paper.authors) if common else 0.0


# Source: measured for this project on 60,394 lines and 121,745 papers: all 141 lines matched by title whose arXiv id
# the list says have that id; of 60 retitled ones read, 58 are the same work. "Falling Rule Lists" and "Causal Falling
# Rule Lists" are not, hence the number of words.
_LIKE = 0.7
_WORDS = 5


def _retitled(line: Acceptance, paper: Paper) -> float:
    """Share of words in common, from _LIKE to below 1; 0 if it is below that, or years or co-authors do not fit."""
    if not 0 <= line.year - paper.submitted.year <= 2:
        return 0.0
    ours, theirs = set(map(surname, line.authors)), set(map(surname, paper.authors))
    if 2 * len(ours & theirs) < len(ours | theirs):
        return 0.0
    one, other = set(words(line.title)), set(words(paper.title))
    share = len(one & other) / len(one | other) if min(len(one), len(other)) >= _WORDS else 0.0
    # "Reviving the Cooperation Dynamics" and "RollingQ: Reviving the Cooperation Dynamics"
    if _after_colon(line.title) == _after_colon(paper.title):
        share = max(share, _LIKE)
    return min(share, 0.99) if share >= _LIKE else 0.0


def _after_colon(title: str) -> str:
    _, colon, tail = title.partition(": ")
    return title_key(tail if colon and len(tail) > 25 else title)
