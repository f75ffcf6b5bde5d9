"""What was written, read again: the words of a document in each format, and the elements of a page."""

from __future__ import annotations

import io
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta"}


def shown(text: str) -> str:
    """The letters of a text that a page can show, without blanks: what has to come back."""
    kept = (
        letter
        for letter in text
        if unicodedata.category(letter) not in ("Cc", "Cs") and letter not in "\ufeff\ufffe\uffff"
    )
    return "".join("".join(kept).split())


def columns(text: str) -> int:
    """Columns of a terminal."""
    wide = {"W": 2, "F": 2}
    invisible = ("Mn", "Me", "Cf")
    return sum(
        0 if unicodedata.category(letter) in invisible else wide.get(unicodedata.east_asian_width(letter), 1)
        for letter in text
    )


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    children: list[Element | str] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator[Element]:
        """Elements below this one, in order; of some tags only, if any are given."""
        for child in self.children:
            if isinstance(child, Element):
                if not tags or child.tag in tags:
                    yield child
                yield from child.all(*tags)

    def text(self) -> str:
        """All text below, a blank between elements."""
        return " ".join(child if isinstance(child, str) else child.text() for child in self.children)

    def exact_text(self) -> str:
        return "".join(child if isinstance(child, str) else child.exact_text() for child in self.children)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> inside <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def html(content: bytes) -> Element:
    reader = _Reader()
    reader.feed(content.decode())
    reader.close()
    assert len(reader.open) == 1, [element.tag for element in reader.open]
    return reader.root


def body(content: bytes) -> Element:
    return next(html(content).all("main"))


@dataclass
class Read:
    """Markdown as a reader sees it."""

    text: str = ""
    links: list[str] = field(default_factory=list)
    markup: set[str] = field(default_factory=set)
    """Kinds of block and inline marks that were found."""


def markdown(content: bytes) -> Read:
    from markdown_it import MarkdownIt

    read = Read()
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for token in parser.parse(content.decode()):
        read.markup.add(token.type)
        if token.type in ("fence", "code_block"):
            read.text += token.content + "\n"
        for child in token.children or ():
            read.markup.add(child.type)
            if child.type in ("text", "code_inline"):
                read.text += child.content
            elif child.type == "html_inline":
                assert child.content == "<br>", child.content
                read.text += " "
            elif child.type == "link_open":
                read.links.append(str(child.attrs["href"]))
            else:
                read.text += " " if child.type in ("softbreak", "hardbreak") else ""
        read.text += " "
    assert "html_block" not in read.markup
    return read


def docx(content: bytes) -> str:
    """All text of a Word document, in order, with the descriptions of its pictures."""
    import docx
    from docx.oxml.ns import qn

    found = []
    for element in docx.Document(io.BytesIO(content)).element.body.iter():
        if element.tag == qn("w:t"):
            found.append(element.text or "")
        elif element.tag in (qn("w:br"), qn("w:p"), qn("w:tab")):
            found.append("\n")
        elif element.tag == qn("wp:docPr"):
            found.append(element.get("descr") or "")
    return "".join(found)


def pdf(content: bytes, folder: Path) -> str | None:
    """All text of a PDF, None where there is no pdftotext."""
    assert content.startswith(b"%PDF-")
    if not shutil.which("pdftotext"):
        return None
    path = folder / "read.pdf"
    path.write_bytes(content)
    done = subprocess.run(["pdftotext", "-q", "-raw", path, "-"], capture_output=True, check=True)
    return done.stdout.decode()
