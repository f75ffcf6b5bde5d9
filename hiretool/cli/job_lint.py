"""hiretool job lint."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiretool.cli._options import emit, input_file, library, put, say

if TYPE_CHECKING:
    import datetime

    from hiretool.job.lint import Config, Linter, Report

FORMS = ("markdown", "text", "html", "docx", "pdf", "jsonld")
SEVERITIES = ("error", "warning", "note")
ENDINGS = {".html": "html", ".json": "json", ".sarif": "sarif"}
STANDARD = Path("-")


@click.command()
@click.argument("files", metavar="FILE|-...", type=click.Path(path_type=Path), nargs=-1)
@click.option("--as", "form", type=click.Choice(FORMS), help="What the post is written in.  [default: by its ending]")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Rules on, off, stricter.")
@click.option("--only", multiple=True, metavar="RULE", help="Run this rule alone; may be repeated.")
@click.option("--off", multiple=True, metavar="RULE", help="Do not run this rule; may be repeated.")
@click.option("--least", type=click.Choice(SEVERITIES), help="Leave out what is less severe.  [default: note]")
@click.option("--why", is_flag=True, help="With the reason and the evidence of each finding.")
@click.option("--fix", is_flag=True, help="Put the safe fixes into the file; for -, the mended post is the output.")
@click.option("--rules", is_flag=True, help="List the rules, and check nothing.")
@click.option("--today", metavar="DATE", help="The day for closing dates and laws.  [default: today]")
@click.option("--format", type=click.Choice(("text", "json", "sarif", "html")), help="Output format.  [default: text]")
@click.option("--json", "format", flag_value="json", help="Short for --format json.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE; - is output.")
@click.option("--force", is_flag=True, help="Replace the output file if it exists.")
def lint(files: Sequence[Path], rules: bool, fix: bool, form: str | None, today: str | None, **wanted: Any) -> None:
    """Check job posts for what keeps people away: Markdown, text, HTML, DOCX, PDF or JSON-LD.

    A finding has its place, its rule, what to write instead and where the rule comes from; exit code 1 if there is
    any. A comment `<!-- hiretool: ignore RULE -->` takes findings of its line and the next one back, `ignore-file RULE`
    those of the whole post. job-lint.yaml beside the post turns rules on and off.

    Example: hiretool job lint post.html
    """
    from hiretool.job.lint import Linter

    if not files and not rules:
        raise click.UsageError("Name a post, or - for standard input.")
    linter = Linter(library(), _config(files, wanted))
    if rules:
        _list_rules(linter, wanted)
        return
    day = _day(today)
    reports = []
    for file in files:
        name, raw = input_file(file)
        reports.append(linter.lint(linter.read(name, raw, form), day))  # type: ignore[arg-type]
    if fix:
        reports = [_mended(linter, report, file, day) for report, file in zip(reports, files, strict=True)]
    # The mended post is the output then; findings would stand in the middle of it.
    if not (fix and STANDARD in files):
        _write(reports, linter, wanted)
    from hiretool.job.lint import report as words

    sys.stdout.flush()
    say(words.closing(reports, len(linter.rules)))
    if any(found.findings for found in reports):
        raise click.exceptions.Exit(1)


def _config(files: Sequence[Path], wanted: dict[str, Any]) -> Config:
    """The config file, if there is one, with what the command line adds."""
    from hiretool.cli._options import workspace_folder
    from hiretool.job import lint as linting

    path = wanted["config"]
    if path is None:
        places = [*(file.parent for file in files if file != STANDARD), Path(), workspace_folder()]
        found = [place / linting.CONFIG for place in places if place is not None and (place / linting.CONFIG).is_file()]
        path = found[0] if found else None
        if path is not None:
            say(f"Rules as {path} says.")
    config = linting.config(path) if path is not None else linting.Config()
    changes: dict[str, Any] = {"turned_off": [*config.turned_off, *wanted["off"]]}
    if wanted["least"]:
        changes["least"] = wanted["least"]
    if wanted["only"]:
        changes["only"] = list(wanted["only"])
    return config.model_copy(update=changes)


def _day(written: str | None) -> datetime.date:
    import datetime

    if written is None:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(written)
    except ValueError as error:
        problem = f"expected a date such as 2026-11-26, got {written!r}"
        raise click.BadParameter(problem, param_hint="--today") from error


def _mended(linter: Linter, report: Report, file: Path, day: datetime.date) -> Report:
    """The report of the post with its safe fixes, once these are written."""
    from hiretool.job.lint import fixed

    text, count = fixed(report.post, report.findings)
    if file == STANDARD:
        put(text.encode(), None, force=False)
    elif count:
        put(text.encode(), file, force=True)
    say(f"{count or 'No'} fix{'' if count == 1 else 'es'} made in {report.post.name}.")
    return linter.lint(linter.read(Path(report.post.name), text.encode(), report.post.form), day)


def _write(reports: Sequence[Report], linter: Linter, wanted: dict[str, Any]) -> None:
    import json

    from hiretool.job.lint import report as words

    output: Path | None = wanted["output"]
    format = wanted["format"] or (ENDINGS.get(output.suffix.lower()) if output else None) or "text"
    if format == "html":
        emit(words.page(reports, len(linter.rules)), "html", output, default="html", force=wanted["force"])
    elif format == "text":
        put(words.text(reports, why=wanted["why"]).encode(errors="replace"), output, force=wanted["force"])
    else:
        made = words.sarif(reports, linter.rules) if format == "sarif" else words.data(reports, len(linter.rules))
        put((json.dumps(made, indent=2, ensure_ascii=False) + "\n").encode(), output, force=wanted["force"])


def _list_rules(linter: Linter, wanted: dict[str, Any]) -> None:
    import json

    if wanted["format"] == "json":
        shown = {"id", "group", "severity", "title", "why", "suggest", "source", "opt_in"}
        listed = [rule.model_dump(mode="json", include=shown) for rule in linter.rules]
        text = json.dumps({"schema": 1, "rules": listed}, indent=2, ensure_ascii=False)
        put(f"{text}\n".encode(), None, force=False)
        return
    longest = max((len(rule.id) for rule in linter.rules), default=0)
    lines = [f"{rule.id:<{longest}}  {rule.severity:<7}  {rule.title}" for rule in linter.rules]
    put("".join(f"{line}\n" for line in lines).encode(), None, force=False)
    say(f"{len(linter.rules)} rule{'' if len(linter.rules) == 1 else 's'}.")
