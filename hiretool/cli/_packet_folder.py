"""A packet as a folder: every format, and the sheet to sign."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hiretool.cli._options import say

if TYPE_CHECKING:
    from hiretool.packet import Packet

FORMATS = ("html", "pdf", "docx", "markdown", "xlsx", "json")


def is_meant(output: Path) -> bool:
    """Whether a name means a folder: it is one, or it has no ending of a format."""
    from hiretool import writers

    endings = {writers.suffix(name) for name in writers.names()}
    return str(output) != "-" and (output.is_dir() or output.suffix.lower() not in endings)


def may_write(folder: Path, *, force: bool) -> None:
    """Raises: HiretoolError where something stands in the way, before any work is done."""
    from hiretool.errors import HiretoolError

    if folder.exists() and not folder.is_dir():
        raise HiretoolError(f"{folder} is a file; name a folder, or a file with an ending such as .pdf.")
    if not force and folder.is_dir() and any(folder.iterdir()):
        raise HiretoolError(f"{folder} is not empty. Use --force to replace the packet in it, or name another folder.")


def write(made: Packet, folder: Path, *, force: bool) -> None:
    """Write packet.* and decision.pdf, all of them or none; what should be known of a file is said.

    force: files of these names in a folder that is there are replaced, others stay.
    Raises: HiretoolError if the folder holds something and `force` is not set, or cannot be written.
    """
    from hiretool import files, writers

    remarks: list[str] = []
    with files.replaced_folder(folder) if force else files.new_folder(folder) as scratch:
        for format in FORMATS:
            name = f"packet{writers.suffix(format)}"
            files.write(scratch / name, writers.write(made.document, format))
            remarks += [f"{name}: {remark}" for remark in writers.remarks(made.document, format)]
        files.write(scratch / "decision.pdf", writers.write(made.decision, "pdf"))
    say(f"Wrote {folder} ({len(FORMATS) + 1} files); packet.html is the one to read, decision.pdf the one to sign.")
    for remark in remarks:
        say(remark)
