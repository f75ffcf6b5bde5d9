"""Findings -> text, JSON, SARIF, or the post as a page with its findings marked."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from hiretool import __version__
from hiretool.document import (
    Block,
    Bullets,
    Column,
    Document,
    Facts,
    Heading,
    Inline,
    Paragraph,
    Quote,
    Span,
    Table,
    cells,
    inline,
)
from hiretool.job.lint.linter import Finding, Report
from hiretool.job.lint.post import Block as PostBlock
from hiretool.job.lint.rules import SEVERITIES, Rule

WIDTH = 96
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def text(reports: Sequence[Report], *, why: bool = False, width: int = WIDTH) -> str:
    """A line a finding, as compilers write them, with what to write instead below it.

    why: with the reason, the source and how good the evidence is.
    """
    lines: list[str] = []
    for report in reports:
        for finding in report.findings:
            rule = finding.rule
            place = f"{report.post.name}:{finding.line}:{finding.column}"
            lines.append(f"{place}: {rule.severity}[{rule.id}] {finding.message}")
            lines += _hanging("Instead: ", finding.suggest, width)
            if why:
                lines += _hanging("Why: ", rule.why, width)
                lines += _hanging("Evidence: ", rule.evidence or "", width)
            lines += _hanging("Source: ", _source(rule), width)
        for remark in report.remarks:
            lines.append(f"{report.post.name}: remark: {remark}")
    return "".join(f"{line}\n" for line in lines)


def _hanging(label: str, words: str, width: int) -> list[str]:
    if not words:
        return []
    return textwrap.wrap(label + words, max(width, 40), initial_indent="    ", subsequent_indent="    ")


def _source(rule: Rule) -> str:
    return f"{rule.source.name} ({rule.source.url})" if rule.source.url else rule.source.name


def closing(reports: Sequence[Report], rules: int) -> str:
    """What was looked at, in a few lines for the person at the keyboard."""
    counts = {severity: sum(report.counts()[severity] for report in reports) for severity in SEVERITIES}
    total = sum(counts.values())
    parts = ", ".join(f"{count} {name}{'s' if count != 1 else ''}" for name, count in counts.items() if count)
    ignored = sum(report.ignored for report in reports)
    fixable = sum(finding.fix is not None for report in reports for finding in report.findings)
    lines = [
        f"{_counted(total, 'finding')}{f' ({parts})' if parts else ''} in {_counted(len(reports), 'post')},"
        f" by {_counted(rules, 'rule')}."
        + (f" {ignored} ignored by a comment." if ignored else "")
        + (f" --fix mends {fixable}." if fixable else "")
    ]
    lines += [_figures(report) for report in reports] if len(reports) <= 3 else []
    return "\n".join(line[0].upper() + line[1:] if number == 0 else line for number, line in enumerate(lines))


def _counted(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _figures(report: Report) -> str:
    """Length, ease and wording of one post, as counts."""
    found = report.figures
    parts = [f"{found.words} words"]
    if found.words_a_sentence is not None:
        parts.append(f"{found.words_a_sentence:g} words a sentence")
    if found.reading_grade is not None:
        parts.append(f"reading grade {found.reading_grade:g}")
    parts += [f"{found.must_haves} must-haves in lists", f"you {found.you}, we {found.we}"]
    if found.masculine_share is not None:
        parts.append(
            f"coded words {found.masculine_share:g}% masculine, {found.feminine_share:g}% feminine"
            " (what such words do is disputed)"
        )
    return f"{report.post.name}: {'; '.join(parts)}."


def data(reports: Sequence[Report], rules: int) -> dict[str, Any]:
    """For programs: files, findings and figures."""
    return {
        "schema": 1,
        "rules": rules,
        "files": [
            {
                "path": report.post.name,
                "form": report.post.form,
                "findings": [_as_data(finding) for finding in report.findings],
                "ignored": report.ignored,
                "figures": report.figures.as_dict(),
                "remarks": list(report.remarks),
            }
            for report in reports
        ],
        "counts": {severity: sum(report.counts()[severity] for report in reports) for severity in SEVERITIES},
    }


def _as_data(finding: Finding) -> dict[str, Any]:
    rule = finding.rule
    return {
        "rule": rule.id,
        "group": rule.group,
        "severity": rule.severity,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "found": finding.found or None,
        "message": finding.message,
        "instead": finding.suggest,
        "why": rule.why,
        "evidence": rule.evidence,
        "source": {"name": rule.source.name, "url": rule.source.url},
        "fix": finding.fix,
    }


def sarif(reports: Sequence[Report], rules: Sequence[Rule]) -> dict[str, Any]:
    """A SARIF log, for the tools that show findings of code checkers.

    Source: OASIS, Static Analysis Results Interchange Format 2.1.0; columns count from 1, the end is exclusive.
    """
    order = {rule.id: number for number, rule in enumerate(rules)}
    results = [
        {
            "ruleId": finding.rule.id,
            "ruleIndex": order[finding.rule.id],
            "level": finding.rule.severity,
            "message": {"text": f"{finding.message}. Instead: {finding.suggest}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": report.post.name.replace("\\", "/").replace(" ", "%20")},
                        "region": {
                            "startLine": finding.line,
                            "startColumn": finding.column,
                            "endLine": finding.end_line,
                            "endColumn": finding.end_column,
                            "charOffset": finding.start,
                            "charLength": finding.end - finding.start,
                        },
                    }
                }
            ],
        }
        for report in reports
        for finding in report.findings
    ]
    described = [
        {
            "id": rule.id,
            "shortDescription": {"text": rule.title},
            "fullDescription": {"text": rule.why},
            "help": {"text": f"{rule.suggest} Source: {_source(rule)}"},
            "defaultConfiguration": {"level": rule.severity},
            "properties": {"tags": [rule.group]},
        }
        for rule in rules
    ]
    driver = {"name": "hiretool job lint", "version": __version__, "rules": described}
    return {
        "$schema": SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }


def page(reports: Sequence[Report], rules: int) -> Document:
    """The posts with their findings marked where they stand, and each finding below with its reason and source."""
    found = [(report, finding) for report in reports for finding in report.findings]
    numbers = {id(finding): number for number, (_, finding) in enumerate(found, start=1)}
    blocks: list[Block] = []
    for report in reports:
        if len(reports) > 1:
            blocks.append(Heading(2, inline(report.post.name)))
        blocks.append(_facts(report))
        blocks += [Paragraph(inline(remark), "note") for remark in report.remarks]
        if report.findings:
            blocks += [Heading(2, inline("Findings")), _listed(report, numbers)]
        blocks.append(Heading(2, inline("The post, marked")))
        blocks += _marked(report, numbers)
        if report.findings:
            blocks.append(Heading(2, inline("Reasons")))
        for finding in report.findings:
            blocks += _reason(finding, numbers[id(finding)])
    name = reports[0].post.name if len(reports) == 1 else f"{len(reports)} posts"
    return Document(
        "lint-report",
        f"Findings in {name}",
        {**data(reports, rules), "total": len(found)},
        {"body": blocks},
        foot=f"Findings in {name}",
    )


def _facts(report: Report) -> Facts:
    counts = report.counts()
    figures = report.figures
    told = ", ".join(f"{count} {name}{'s' if count != 1 else ''}" for name, count in counts.items() if count) or "none"
    coded = (
        f"{figures.masculine} masculine, {figures.feminine} feminine; what such words do is disputed"
        if figures.masculine_share is not None
        else "not counted"
    )
    return Facts(
        (
            ("Findings", inline(told)),
            ("Words", inline(str(figures.words))),
            ("Reading grade", inline("unknown" if figures.reading_grade is None else f"{figures.reading_grade:g}")),
            ("You, we", inline(f"{figures.you}, {figures.we}")),
            ("Coded words", inline(coded)),
        )
    )


def _listed(report: Report, numbers: dict[int, int]) -> Table:
    return Table(
        columns=(
            Column("No.", "right", 0.6),
            Column("Line", "right", 0.7),
            Column("Rule", width=2.4),
            Column("Finding", width=5),
        ),
        rows=tuple(
            cells(
                (Span(str(numbers[id(finding)]), href=f"#finding-{numbers[id(finding)]}"),),
                str(finding.line),
                (Span(finding.rule.id, code=True), Span(f" {finding.rule.severity}")),
                finding.message,
            )
            for finding in report.findings
        ),
    )


def _reason(finding: Finding, number: int) -> Iterator[Block]:
    rule = finding.rule
    yield Heading(3, inline(f"{number}. {rule.title}"), anchor=f"finding-{number}")
    yield Paragraph((Span(f"Line {finding.line}: ", strong=True), Span(finding.message), Span(".")))
    yield Paragraph((Span("Instead. ", strong=True), Span(finding.suggest)))
    yield Paragraph((Span("Why. ", strong=True), Span(rule.why)))
    if rule.evidence:
        yield Paragraph((Span("Evidence. ", strong=True), Span(rule.evidence)))
    yield Paragraph((Span("Source: "), Span(rule.source.name, href=rule.source.url)), "note")


def _marked(report: Report, numbers: dict[int, int]) -> Iterator[Block]:
    """The post's blocks; what a rule found is strong, with the number of the finding behind it."""
    items: list[tuple[Block, ...]] = []
    for block in report.post.blocks:
        spans = _spans(block, report.findings, numbers)
        if block.kind == "item":
            items.append((Paragraph(spans),))
            continue
        if items:
            yield Bullets(tuple(items))
            items = []
        if block.kind in ("heading", "title"):
            yield Heading(min(max(block.level, 1) + 2, 4), spans)
        elif block.kind == "cell":
            yield Quote(spans)
        else:
            yield Paragraph(spans)
    if items:
        yield Bullets(tuple(items))


def _spans(block: PostBlock, findings: Sequence[Finding], numbers: dict[int, int]) -> Inline:
    """The block's text cut at its findings; one that overlaps another is numbered behind it."""
    places = {block.source(at): at for at in range(len(block.text))}
    cuts: list[tuple[int, int, int]] = []
    for finding in findings:
        if finding.end > finding.start and finding.start in places:
            last = next((places[at] for at in range(finding.end - 1, finding.start - 1, -1) if at in places), None)
            if last is not None:
                cuts.append((places[finding.start], last + 1, numbers[id(finding)]))
    spans: list[Span] = []
    done = 0
    for start, end, number in sorted(cuts):
        if start > done:
            spans.append(Span(block.text[done:start]))
        if end > done:
            spans.append(Span(block.text[max(start, done) : end], strong=True))
            done = end
        spans.append(Span(f" [{number}]", href=f"#finding-{number}"))
    return (*spans, Span(block.text[done:])) if block.text[done:] or not spans else tuple(spans)
