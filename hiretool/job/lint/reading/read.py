"""Bytes -> post, by the form that they have."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from hiretool import files
from hiretool.errors import DataError
from hiretool.job.lint.post import Block, Builder, Form, Post
from hiretool.job.lint.reading import lines, structured
from hiretool.job.lint.reading.lines import Known
from hiretool.job.lint.reading.markup import read_html

FORMS: tuple[Form, ...] = get_args(Form)
AT_MOST_BYTES = 3_000_000
"""A long post is 20 kB of text; a page around it has been seen at 1 MB."""

_ENDINGS: dict[str, Form] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".jsonld": "jsonld",
    ".json": "jsonld",
}
_TAGS = re.compile(r"<(?:!doctype|html|head|body|div|p|ul|h[1-6]|article|section)\b", re.IGNORECASE)
_BULLET = re.compile(r"^\s*[•·‣▪▸►◦●■–-]\s+")


def read(path: Path, raw: bytes | None = None, form: Form | None = None, *, known: Known = lambda line: False) -> Post:
    """The post in a file.

    raw: its bytes where they are in memory; `path` is then for messages and for its ending.
    form: what it is written in; by the ending of the file, else by its first letters, if left out.
    known: whether a short line of a text without markup is what posts call a section.
    Raises: DataError, saying what was expected.
    """
    raw = files.content(path, at_most=AT_MOST_BYTES) if raw is None else raw
    if len(raw) > AT_MOST_BYTES:
        raise DataError(path, "", f"has {len(raw):,} bytes; expected a post of {AT_MOST_BYTES:,} at most")
    if not raw.strip():
        raise DataError(path, "", "is empty; expected a job post")
    form = form or _ENDINGS.get(path.suffix.lower()) or _seen(raw)
    post = _READERS[form](path, raw, known)
    if not any(block.words for block in post.blocks):
        raise DataError(path, "", f"has no words that can be read as {form}; name its form with --as")
    return post


def _seen(raw: bytes) -> Form:
    """What the first letters show."""
    head = raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:2000]
    if head.startswith(b"%PDF"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    if head[:1] in (b"{", b"["):
        return "jsonld"
    return "html" if _TAGS.search(head.decode("utf-8", "replace")) else "markdown"


def _text(path: Path, raw: bytes) -> str:
    if b"\x00" in raw[:4096] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DataError(path, "", "holds binary data; expected Markdown, text, HTML, DOCX, PDF or JSON-LD")
    return files.decoded(raw, path)


def _markdown(path: Path, raw: bytes, known: Known) -> Post:
    source = _text(path, raw)
    return Post(str(path), "markdown", source, lines.markdown(source))


def _plain(path: Path, raw: bytes, known: Known) -> Post:
    source = _text(path, raw)
    return Post(str(path), "text", source, lines.plain(source, known))


def _html(path: Path, raw: bytes, known: Known) -> Post:
    source = _text(path, raw)
    blocks, scripts = read_html(source)
    for block in blocks:
        # Pages style a paragraph as a heading; its words tell.
        if block.kind == "paragraph" and known(block.text):
            block.kind, block.level = "heading", 4
    post = Post(str(path), "html", source, blocks)
    for text, place in scripts:
        try:
            post.postings += structured.postings(text, place)
        except ValueError as error:
            line, _ = post.position(place)
            post.remarks.append(f"the JSON-LD at line {line} is not valid JSON ({error}); search engines pass it over")
    return post


def _jsonld(path: Path, raw: bytes, known: Known) -> Post:
    source = _text(path, raw)
    try:
        found = structured.postings(source)
    except ValueError as error:
        raise DataError(path, getattr(error, "lineno", ""), f"is not valid JSON: {error}") from error
    if not found:
        raise DataError(path, "", 'holds no JobPosting; expected an object with "@type": "JobPosting"')
    blocks: list[Block] = []
    # One posting to an address is the search engines' rule; a second one is reported and not read.
    posting = found[0]
    if isinstance(posting.data.get("title"), str):
        builder = Builder()
        shown, places = structured.letters(source, posting.place("title"))
        for letter, place in zip(shown, places, strict=False):
            builder.add(letter, place)
        if (block := builder.block("title")) is not None:
            blocks.append(block)
    if isinstance(posting.data.get("description"), str):
        shown, places = structured.letters(source, posting.place("description"))
        blocks += read_html(shown, places)[0]
    return Post(str(path), "jsonld", source, blocks, found)


def _docx(path: Path, raw: bytes, known: Known) -> Post:
    """A line a paragraph, in the order of the document; cells of tables too."""
    import docx
    from docx.opc.exceptions import OpcError
    from docx.table import Table

    try:
        document = docx.Document(io.BytesIO(raw))
        found: list[tuple[str, str]] = []
        for part in document.iter_inner_content():
            if isinstance(part, Table):
                found += [(cell.text, "cell") for row in part.rows for cell in row.cells]
            else:
                style = (part.style.name or "") if part.style else ""
                numbered = part._p.pPr is not None and part._p.pPr.numPr is not None
                found.append((part.text, "item" if numbered and not style.startswith("Heading") else style))
    except (OpcError, KeyError, ValueError, zipfile.BadZipFile, OSError, AttributeError) as error:
        raise DataError(path, "", f"is not a readable DOCX file ({type(error).__name__})") from error
    return _from_lines(path, "docx", found)


def _pdf(path: Path, raw: bytes, known: Known) -> Post:
    """The lines of each page in reading order, as far as the file lets it be seen."""
    import logging

    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DataError(path, "", "is locked with a password; save it without one")
        text = "\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError) as error:
        raise DataError(path, "", f"is not a readable PDF file ({type(error).__name__})") from error
    if not text.strip():
        raise DataError(path, "", "is a PDF without text, perhaps pictures of pages; lint the file it was made from")
    source = "\n".join(line.rstrip() for line in text.splitlines())
    post = Post(str(path), "pdf", source, lines.plain(source, known))
    post.remarks.append("lines and columns are those of the text in the PDF; where its paragraphs end cannot be seen")
    return post


def _from_lines(path: Path, form: Form, found: list[tuple[str, str]]) -> Post:
    blocks: list[Block] = []
    texts: list[str] = []
    place = 0
    below_title = int(any(style == "Title" for _, style in found))
    for written, style in found:
        text = " ".join(written.split())
        builder = Builder()
        bullet = _BULLET.match(text)
        start = bullet.end() if bullet else 0
        builder.add(text[start:], place + start)
        if style.startswith("Heading") or style == "Title":
            digits = re.sub(r"\D", "", style)
            block = builder.block("heading", int(digits) + below_title if digits else 1)
        elif style == "cell":
            block = builder.block("cell")
        else:
            block = builder.block("item" if bullet or style.startswith("List") or style == "item" else "paragraph")
        if block:
            blocks.append(block)
        texts.append(text)
        place += len(text) + 1
    return Post(str(path), form, "\n".join(texts), blocks)


_READERS: dict[Form, Callable[[Path, bytes, Known], Post]] = {
    "markdown": _markdown,
    "text": _plain,
    "html": _html,
    "docx": _docx,
    "pdf": _pdf,
    "jsonld": _jsonld,
}
