"""A job post as a folder for a careers site: the page with its JSON-LD, and the same post to print and to send."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiretool.cli._options import say

if TYPE_CHECKING:
    from hiretool.document import Document

FILES = {"index": "html", "posting": "jsonld", "post": ("pdf", "docx", "markdown")}


def write(document: Document, folder: Path | None, *, force: bool) -> list[str]:
    """Write the folder, all of it or nothing; return what whoever makes it should know of the files.

    force: files of these names in a folder that is there are replaced, others stay.
    Raises: HiretoolError if the folder holds something and `force` is not set, or cannot be written.
    """
    from hiretool import files, writers

    if folder is None or str(folder) == "-":
        raise click.UsageError("A bundle is a folder; pass -o DIR.")
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{folder} is a file; a bundle is a folder.")
    remarks = []
    with files.replaced_folder(folder) if force else files.new_folder(folder) as scratch:
        for stem, formats in FILES.items():
            for format in [formats] if isinstance(formats, str) else formats:
                name = f"{stem}{writers.suffix(format)}"
                files.write(scratch / name, writers.write(document, format))
                remarks += [f"{name}: {remark}" for remark in writers.remarks(document, format)]
    say(f"Wrote {folder} ({len(list(folder.iterdir()))} files); index.html is the page.")
    return remarks
