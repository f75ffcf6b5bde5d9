"""Post + rules -> findings."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import importlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hiretool.discover import Library
from hiretool.errors import DataError, suggestion
from hiretool.job.lint import rules as rule_files
from hiretool.job.lint import sections, summary, tables
from hiretool.job.lint.case import Case, Found, Place
from hiretool.job.lint.config import Config
from hiretool.job.lint.patterns import Patterns
from hiretool.job.lint.post import Form, Post
from hiretool.job.lint.reading import read
from hiretool.job.lint.rules import SEVERITIES, Rule, Severity

NEAR = 6
"""Words before an expression in which it may be denied."""
DENIALS = frozenset(
    (
        "not",
        "never",
        "nobody",
        "without",
        "don't",
        "doesn't",
        "isn't",
        "aren't",
        "won't",
        "cannot",
        "nor",
        "neither",
        "avoid",
    )
)
NEAR_DENIALS = frozenset(("no", "than"))
"""These deny only what stands right behind them."""
_STOP = re.compile(r"[.!?:;](?:\s|$)")
_NOTHING: frozenset[int] = frozenset()
CHECKS = Path(__file__).parent / "checks"
_IGNORE = re.compile(
    r"(?:<!--|^[ \t]*(?:#|//))\s*hiretool:\s*ignore(?P<file>-file)?(?P<names>[\sa-z0-9,-]*?)\s*(?:-->|$)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a post that a rule is about, with its place in the source."""

    rule: Rule
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    """Places in the source, for tools that count letters from 0."""
    end: int
    found: str
    message: str
    suggest: str
    fix: str | None = None


@dataclass(frozen=True)
class Report:
    """What was found in one post, with its figures."""

    post: Post
    findings: tuple[Finding, ...]
    ignored: int
    """Findings that a comment in the post takes back."""
    figures: summary.Figures
    remarks: tuple[str, ...]

    def counts(self) -> dict[Severity, int]:
        return {
            severity: sum(finding.rule.severity == severity for finding in self.findings) for severity in SEVERITIES
        }


@dataclass(frozen=True, slots=True)
class _Role:
    """What an expression stands for: a term of a rule, an exception to one, or a word of its vocabulary."""

    rule: str
    part: str
    term: int = 0


class Linter:
    """The rules of a library, made ready once and used for any number of posts."""

    def __init__(self, library: Library, config: Config | None = None) -> None:
        """Raises: Problems, NotFoundError for rules that the config names and the library lacks."""
        config = config or Config()
        every = {rule.id: rule for rule in rule_files.all(library)}
        config.check_against(every)
        self.rules = [config.applied(rule) for rule in every.values() if config.is_on(rule)]
        self.classifier = sections.classifier(library)
        self.tables = tables.read(library)
        self._config = config
        self._names = set(every)
        self._checks = {rule.check: _check(rule) for rule in self.rules if rule.check}
        self._patterns = Patterns(_entries(self.rules, every))

    def read(self, path: Path, raw: bytes | None = None, form: Form | None = None) -> Post:
        """A post in any form that is read. Raises: DataError."""
        return read(path, raw, form, known=self.classifier.knows)

    def lint(self, post: Post, today: datetime.date) -> Report:
        """All that the rules find, in the order of the source.

        today: for closing dates and for laws that come into force.
        """
        self.classifier.name_sections(post.blocks)
        terms, vocabulary = self._expressions(post)
        remarks = list(post.remarks)
        found: list[Finding] = []
        english = summary.is_english(post)
        if english:
            for rule in self.rules:
                found += self._terms(post, rule, terms.get(rule.id, []))
        else:
            remarks.append("does not look like English; only the rules that need no English words were used")
        for rule in self.rules:
            if rule.check and (english or rule.group == "structured-data"):
                case = Case(post, rule, vocabulary.get(rule.vocabulary_of or rule.id, {}), today, self.tables)
                found += [_finding(post, rule, entry) for entry in self._checks[rule.check](case)]
        least = SEVERITIES.index(self._config.least)
        found = [finding for finding in found if SEVERITIES.index(finding.rule.severity) <= least]
        kept, ignored = self._without_ignored(post, found, remarks)
        kept.sort(key=lambda finding: (finding.start, SEVERITIES.index(finding.rule.severity), finding.rule.id))
        return Report(post, tuple(kept), ignored, summary.figures(post, vocabulary), tuple(remarks))

    def _expressions(
        self, post: Post
    ) -> tuple[dict[str, list[tuple[Place, _Role]]], dict[str, dict[str, list[Place]]]]:
        """Terms by rule, and words of vocabularies by rule and name; what an exception covers is left out."""
        terms: dict[str, list[tuple[Place, _Role]]] = {}
        vocabulary: dict[str, dict[str, list[Place]]] = {}
        for block in post.blocks:
            hits = [
                (Place(block, hit.first, hit.last), hit.payload) for hit in self._patterns.find(block.text, block.words)
            ]
            excused: dict[str, set[int]] = {}
            for place, role in hits:
                if role.part == "exception":
                    excused.setdefault(role.rule, set()).update(range(place.first, place.last))
            for place, role in _longest(hits):
                if not excused.get(role.rule, _NOTHING).isdisjoint(range(place.first, place.last)):
                    continue
                if role.part == "term":
                    terms.setdefault(role.rule, []).append((place, role))
                else:
                    vocabulary.setdefault(role.rule, {}).setdefault(role.part, []).append(place)
        return terms, vocabulary

    def _terms(self, post: Post, rule: Rule, hits: Sequence[tuple[Place, _Role]]) -> Iterator[Finding]:
        if not hits or (rule.unless_has == "pay" and tables.says_pay(post)):
            return
        for place, role in hits:
            where = {place.block.section, place.block.kind, "title" if place.block is post.title else ""}
            if rule.sections and not where & set(rule.sections):
                continue
            if not rule.even_denied and _taken_back(place):
                continue
            term = rule.terms[role.term]
            found = Found(place.block, place.start, place.end, message=term.message, suggest=term.suggest)
            yield dataclasses.replace(_finding(post, rule, found), fix=_like(term.fix, place.text))

    def _without_ignored(self, post: Post, found: list[Finding], remarks: list[str]) -> tuple[list[Finding], int]:
        """Findings that no comment takes back, and how many one does."""
        everywhere: set[str] = set()
        by_line: dict[int, set[str]] = {}
        for match in _IGNORE.finditer(post.source):
            names = {name for name in re.split(r"[\s,]+", match["names"]) if name}
            for name in sorted(names - self._names):
                remarks.append(f"a comment ignores {name!r}, which is no rule. {suggestion(name, sorted(self._names))}")
            if match["file"]:
                everywhere |= names or {"*"}
            else:
                line, _ = post.position(match.start())
                for near in (line, line + 1):
                    by_line.setdefault(near, set()).update(names or {"*"})
        if not everywhere and not by_line:
            return found, 0
        kept = [
            finding for finding in found if not {finding.rule.id, "*"} & (everywhere | by_line.get(finding.line, set()))
        ]
        return kept, len(found) - len(kept)


def _entries(rules: Sequence[Rule], every: Mapping[str, Rule]) -> Iterator[tuple[str, _Role]]:
    needed = {rule.vocabulary_of for rule in rules if rule.vocabulary_of}
    for rule in [*rules, *(every[name] for name in sorted(needed - {rule.id for rule in rules}))]:
        for number, term in enumerate(rule.terms):
            yield from ((pattern, _Role(rule.id, "term", number)) for pattern in term.find)
        yield from ((pattern, _Role(rule.id, "exception")) for pattern in rule.exceptions)
        for name, patterns in rule.vocabulary.items():
            yield from ((pattern, _Role(rule.id, name)) for pattern in patterns)


def _longest(hits: Sequence[tuple[Place, _Role]]) -> Iterator[tuple[Place, _Role]]:
    """Of expressions of one rule and part that overlap, the longest: no word counts twice."""
    taken: dict[tuple[str, str], set[int]] = {}
    for place, role in sorted(hits, key=lambda hit: (hit[0].first - hit[0].last, hit[0].first)):
        if role.part == "exception":
            continue
        words = taken.setdefault((role.rule, role.part), set())
        if words.isdisjoint(range(place.first, place.last)):
            words.update(range(place.first, place.last))
            yield place, role


def _taken_back(place: Place) -> bool:
    """`We do not look for rockstars`, `no need to`: a few words before it, in its sentence, it is denied."""
    near = place.block.words[max(place.first - NEAR, 0) : place.first]
    begin = near[0].start if near else place.start
    start = max((match.end() for match in _STOP.finditer(place.block.text, begin, place.start)), default=begin)
    before = [word.text for word in near if word.start >= start]
    for number, word in enumerate(before):
        following = before[number + 1] if number + 1 < len(before) else ""
        if word in DENIALS and following not in ("only", "just"):
            return True
    return any(word in NEAR_DENIALS for word in before[-2:])


@functools.cache
def checks() -> tuple[str, ...]:
    """Names of the checks there are: the folder is the registry."""
    return tuple(sorted(path.stem for path in CHECKS.glob("[!_]*.py")))


def _check(rule: Rule) -> Any:
    if rule.check not in checks():
        raise DataError(
            f"lint rule {rule.id}", "check", f"no check {rule.check!r}. {suggestion(rule.check or '', checks())}"
        )
    return importlib.import_module(f"hiretool.job.lint.checks.{rule.check}").find


def _finding(post: Post, rule: Rule, found: Found) -> Finding:
    block = found.block
    if block is not None:
        last = len(block.text) if found.end is None else found.end
        start, end = block.source(found.start), block.source_end(last)
        text = block.text[found.start : last]
    else:
        title = post.title
        start = found.source if found.source is not None else (title.source(0) if title else 0)
        end, text = start, ""
    line, column = post.position(start)
    end_line, end_column = post.position(max(end, start))
    values = {"found": " ".join(text.split()), **found.values}
    message = _filled(found.message or rule.message, values)
    suggest = _filled(found.suggest or rule.suggest, values)
    return Finding(rule, line, column, end_line, end_column, start, max(end, start), text, message, suggest)


def _filled(text: str, values: Mapping[str, object]) -> str:
    """`{found}` and the like replaced; other braces stay."""
    return re.sub(r"\{([a-z_]+)\}", lambda match: str(values.get(match[1], match[0])), text)


def _like(fix: str | None, found: str) -> str | None:
    """The replacement in capitals, or with one, as the original is."""
    if fix is None:
        return None
    if found.isupper() and len(found) > 1:
        return fix.upper()
    return fix[0].upper() + fix[1:] if found[:1].isupper() else fix
