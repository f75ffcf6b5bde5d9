"""hiretool rubric: show."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import emit, format_options, interview_option, level_option, library, role_argument
from hiretool.model import Level


@click.group()
def rubric() -> None:
    """Show what an interview rates, against which anchors."""


@rubric.command()
@role_argument
@interview_option
@level_option
@format_options("markdown", "html", "docx", "pdf", "json", "table", default="markdown")
def show(role: str, interview: str, level: Level, format: str | None, output: Path | None, force: bool) -> None:
    """Show the rubric of one interview of ROLE.

    Example: hiretool rubric show ml-engineer --interview pair-debugging --level senior
    """
    from hiretool import kit, roles

    found = library()
    document = kit.rubric(roles.get(role, found), found, interview=interview, level=level)
    emit(document, format, output, default="markdown", force=force)
