"""Document -> bytes, one module for each output format; the folder is the registry."""

from __future__ import annotations

import dataclasses
import importlib
from pathlib import Path

from hiretool.document import Document
from hiretool.errors import NotFoundError
from hiretool.writers import _words


def names() -> list[str]:
    """The output formats there are."""
    return sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py"))


def write(document: Document, format: str) -> bytes:
    """The document in one output format.

    Raises: NotFoundError for an unknown format; HiretoolError where the format does not fit the document.
    """
    if format not in names():
        raise NotFoundError("output format", format, names())
    content: bytes = importlib.import_module(f"hiretool.writers.{format}").write(_one_line(document))
    return content


def remarks(document: Document, format: str) -> list[str]:
    """What whoever writes the document in a format should know of the result, such as letters that no font has."""
    told = getattr(importlib.import_module(f"hiretool.writers.{format}"), "remarks", None)
    found: list[str] = told(_one_line(document)) if told else []
    return found


def _one_line(document: Document) -> Document:
    """Title and foot on one line each: they stand in heads and feet, which have no room for more."""
    title, foot = (" ".join(_words.clean(text).split()) for text in (document.title, document.foot))
    return dataclasses.replace(document, title=title, foot=foot)


def suffix(format: str) -> str:
    """The ending that a file in this format has, with its dot."""
    ending: str = importlib.import_module(f"hiretool.writers.{format}").SUFFIX
    return ending
