"""hiretool packet: build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiretool.cli._fit import bar_option, conflicts_option, seed_option
from hiretool.cli._options import (
    chosen_format,
    emit,
    extra_option,
    format_options,
    input_file,
    level_option,
    library,
    opened_store,
    role_option,
    say,
    workspace_folder,
)
from hiretool.model import Level

if TYPE_CHECKING:
    import pandas as pd


@click.group()
def packet() -> None:
    """Build the hiring committee's packet."""


@packet.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@role_option
@level_option
@click.option(
    "--candidates",
    multiple=True,
    metavar="NAME",
    help="Show this candidate; again for each other one. Everybody's ratings count all the same.  [default: all]",
)
@bar_option
@conflicts_option
@click.option("--blind", is_flag=True, help="Show letters for candidates' names, in notes too.")
@click.option(
    "--key", type=click.Path(path_type=Path), metavar="FILE", help="With --blind: CSV of who each letter stands for."
)
@click.option("--opening", default="", help="Name or number of the opening, for the head of the packet.")
@click.option("--weights-by", default="", metavar="TEXT", help="Who set the weights, and when.")
@extra_option
@seed_option
@format_options("html", "pdf", "docx", "markdown", "xlsx", "json", "table", default="markdown")
def build(
    file: Path | None,
    role: str,
    level: Level,
    candidates: tuple[str, ...],
    bar: float | None,
    conflicts: Path | None,
    blind: bool,
    key: Path | None,
    opening: str,
    weights_by: str,
    extra: str,
    seed: int,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Build the packet from the scorecards in FILE, or from the workspace's.

    An overview, a page for each candidate, and a sheet to sign. FILE is CSV or XLSX in the normal form, - for standard
    input. A card whose rows are all blank was given out and has not been handed in. Where -o names a folder, all
    formats and the sheet are written into it.

    Example: hiretool packet build cards.csv --role ml-engineer --level senior -o packet/
    """
    import datetime

    from hiretool import packet, roles, writers
    from hiretool.cli import _packet_folder
    from hiretool.cli._fit import ledger
    from hiretool.cli._ratings import of_role
    from hiretool.scoring import conflicts as pairs

    _check_key(key, output, blind=blind, force=force)
    folder = output if output and not format and _packet_folder.is_meant(output) else None
    if folder:
        _packet_folder.may_write(folder, force=force)
    found = library()
    template = roles.get(role, found)
    made = packet.full(
        of_role(file, role, needed="packet build"),
        template,
        found,
        level=level,
        today=datetime.date.today(),
        bar=bar,
        candidates=candidates,
        conflicts=_pairs(pairs.read(*input_file(conflicts))) if conflicts else (),
        changes=opened_store(needed="packet build").changes(role) if file is None else None,
        hide_names=blind,
        opening=opening,
        weights_by=weights_by,
        extra=extra,  # type: ignore[arg-type]
        log_head=_log_head() if file is None else "",
        ledger=ledger(role) if file is None else None,
        seed=seed,
    )
    for remark in made.remarks:
        say(remark)
    if folder:
        _packet_folder.write(made, folder, force=force)
    else:
        emit(made.document, format, output, default="markdown", force=force)
        for remark in writers.remarks(made.document, chosen_format(format, output, "markdown")):
            say(remark)
    if key:
        emit(made.key_document(), "csv", key, default="csv", force=force)


def _check_key(key: Path | None, output: Path | None, *, blind: bool, force: bool) -> None:
    """Whether the key can be written, before the packet is."""
    from hiretool import files

    if key is None:
        return
    if not blind:
        raise click.UsageError("--key says who the letters of --blind stand for; pass --blind too.")
    if str(key) == "-" or key == output:
        raise click.UsageError("--key needs a file of its own, apart from the packet.")
    files.may_write(key, force=force)


def _pairs(frame: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(frame["candidate"], frame["interviewer"], strict=True))


def _log_head() -> str:
    """Hash of the newest entry of the workspace's log, printed on the packet so that the two can be matched."""
    folder = workspace_folder()
    if folder is None:
        return ""
    from hiretool.store import audit, workspace

    return audit.head(workspace.open(folder).store()) or ""
