"""hiretool packet: build."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import (
    emit,
    extra_option,
    format_options,
    level_option,
    library,
    role_option,
    workspace_folder,
)
from hiretool.model import Level


@click.group()
def packet() -> None:
    """Build the hiring committee's packet."""


@packet.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@role_option
@level_option
@click.option("--opening", default="", help="Name or number of the opening, for the head of the packet.")
@extra_option
@format_options("html", "pdf", "docx", "markdown", "json", "table", default="markdown")
def build(
    file: Path | None,
    role: str,
    level: Level,
    opening: str,
    extra: str,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Build the packet from the scorecards in FILE, or from the workspace's.

    FILE is CSV or XLSX in the normal form, - for standard input. A card whose rows are all blank was given out and has
    not been handed in.

    Example: hiretool packet build cards.csv --role ml-engineer --level senior -o packet.pdf
    """
    import datetime

    from hiretool import packet, roles
    from hiretool.cli._ratings import of_role

    found = library()
    template = roles.get(role, found)
    document = packet.build(
        of_role(file, role, needed="packet build"),
        template,
        found,
        level=level,
        today=datetime.date.today(),
        opening=opening,
        extra=extra,  # type: ignore[arg-type]
        log_head=_log_head() if file is None else "",
    )
    emit(document, format, output, default="markdown", force=force)


def _log_head() -> str:
    """Hash of the newest entry of the workspace's log, printed on the packet so that the two can be matched."""
    folder = workspace_folder()
    if folder is None:
        return ""
    from hiretool.store import audit, workspace

    return audit.head(workspace.open(folder).store()) or ""
