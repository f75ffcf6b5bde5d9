"""hiretool job: write, lint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiretool.cli._options import (
    chosen_format,
    emit,
    format_options,
    level_option,
    library,
    role_argument,
    say,
    workspace_folder,
)
from hiretool.cli.job_lint import lint
from hiretool.model import Level

if TYPE_CHECKING:
    import datetime

    from hiretool.discover import Library
    from hiretool.document import Document
    from hiretool.job import Company
    from hiretool.roles import Role

COMPANY = "company.yaml"
"""What a workspace calls the facts about its company."""

MOST_FINDINGS = 8


@click.group()
def job() -> None:
    """Write job posts, and check them."""


job.add_command(lint)


@job.command()
@role_argument
@level_option
@click.option(
    "--company",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Company facts in YAML.  [default: company.yaml of the workspace]",
)
@click.option(
    "--org", "organization", help="How ML sits in the company, such as embedded.  [default: what the company file says]"
)
@click.option("--track", help="Which of the jobs that the title stands for, where a role has tracks.")
@click.option("--language", default="en", show_default=True, help="A translation of the library, such as ar.")
@format_options("markdown", "html", "docx", "pdf", "jsonld", "json", "table", "bundle", default="markdown")
def write(
    role: str,
    level: Level,
    company: Path | None,
    organization: str | None,
    track: str | None,
    language: str,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Write the job post of ROLE.

    --format bundle writes a folder, -o DIR, for a careers site: index.html with the JSON-LD inside, posting.jsonld, and
    the post as PDF, DOCX and Markdown. What pay transparency laws ask of the post is said beside it.

    Example: hiretool job write ml-engineer --level senior --company company.yaml -o post.html
    """
    import datetime

    from hiretool import job, roles, writers

    found, today = library(), datetime.date.today()
    path = company or _of_workspace()
    facts, template = job.company(path), roles.get(role, found)
    chosen = organization or facts.organization
    if chosen is None:
        chosen = job.DEFAULT_ORGANIZATION
        say(f"Neither --org nor {path} says how ML sits in the company; written for {chosen!r}.")
    document = job.build(
        template, facts, found, level=level, organization=chosen, today=today, track=track, in_language=language
    )
    if format == "bundle":
        from hiretool.cli._post_folder import write as write_folder

        remarks = write_folder(document, output, force=force)
    else:
        emit(document, format, output, default="markdown", force=force)
        remarks = writers.remarks(document, chosen_format(format, output, "markdown"))
    for remark in remarks:
        say(remark)
    _say_better_title(template, track, level)
    _say_laws(facts, found, today)
    _say_findings(document, found, today)


def _of_workspace() -> Path:
    """The company file of the workspace. Raises: UsageError where there is none."""
    folder = workspace_folder()
    if folder is not None and (folder / COMPANY).is_file():
        say(f"Company facts from {folder / COMPANY}.")
        return folder / COMPANY
    missing = f"{folder} has no {COMPANY}" if folder is not None else "there is no workspace here"
    raise click.UsageError(
        f"Missing option '--company', and {missing}. hiretool init DIR makes a workspace with a {COMPANY} to fill in."
    )


def _say_better_title(role: Role, track: str | None, level: Level) -> None:
    """What the job would better be called, where its title stands for several."""
    if track is None:
        return
    chosen = role.tracks[track]
    say(f"Better called: {chosen.better_called}")
    if chosen.better_template:
        say(f"Its own template: hiretool job write {chosen.better_template} --level {level}")


def _say_findings(document: Document, found: Library, today: datetime.date) -> None:
    """What the linter finds in the post, so that a post that was written is a post that was checked."""
    from hiretool import writers
    from hiretool.job import lint

    linter = lint.Linter(found)
    post = linter.read(Path("post.html"), writers.write(document, "html"), "html")
    findings = linter.lint(post, today).findings
    count = f"{len(findings)} finding{'' if len(findings) == 1 else 's'}" if findings else "no findings"
    say(f"Checked by {len(linter.rules)} rules: {count}.{' hiretool job lint shows the places.' if findings else ''}")
    for finding in findings[:MOST_FINDINGS]:
        say(f"  {finding.rule.severity}[{finding.rule.id}] {finding.message}")


def _say_laws(facts: Company, found: Library, today: datetime.date) -> None:
    """What pay transparency laws ask of the post on the day when it is published."""
    import datetime

    from hiretool.job import law, law_report

    if not found.rubric_files("posts"):
        return
    laws = law.table(found)
    day = datetime.date.fromisoformat(facts.posted) if facts.posted else today
    asked = law.duties(law.places(facts), day, facts.employees, laws)
    for line in law_report.report(asked, law.carried(facts), laws):
        say(line)
