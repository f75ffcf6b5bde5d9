"""What a writer writes: a document made of a few kinds of block, the same for every output format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Align = Literal["left", "right", "center"]
Direction = Literal["ltr", "rtl"]
CellKind = Literal["", "head", "missing", "muted", "strong", "step1", "step2", "step3", "step4", "step5", "step6"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str | None = None


Inline = tuple[Span, ...]


def inline(text: str | Inline) -> Inline:
    """Plain text as one span; spans as they are."""
    return (Span(text),) if isinstance(text, str) else text


def plain(text: str | Inline) -> str:
    """The words of an inline text, without their style."""
    return text if isinstance(text, str) else "".join(span.text for span in text)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that a cell may hold."""

    value: str
    """As it stands in the row; empty for what leaves the cell blank."""
    words: str = ""
    """What people read, where that differs."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A cell of a document's rows that a person fills in, once for all the rows for which the answer is the same."""

    column: str
    rows: tuple[int, ...]
    """Places in the document's rows, from 0; formats of rows show the first to be filled in."""
    label: str = ""
    choices: tuple[Choice, ...] = ()
    """Nothing else may be answered; any text where there are none."""
    value: str = ""
    """What is filled in already."""
    kind: Literal["text", "lines", "day"] = "text"
    """One line, several, or a date in ISO form."""
    longest: int = 200
    """Characters of a text."""
    needed: bool = False
    """A row that is filled in must have it."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a document's rows are filled in, for the formats that can hold a form.

    Blocks that carry one of its `asks` stand where people look for it.
    """

    asks: tuple[Ask, ...]
    name: str = "Form"
    """Of the sheet that is filled in."""
    order: tuple[str, ...] = ()
    """Columns in the order in which a sheet shows them; names of `beside` among them."""
    beside: Sequence[Mapping[str, str]] = ()
    """What is there to read beside each row, and no part of it."""
    how: tuple[str, ...] = ()
    """How to fill it in, a sentence or two each."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: SVG with its own title, and the same in words for those who do not see it."""

    svg: str
    alt: str
    width_mm: float


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    """1 for the title of the document, down to 4."""
    text: Inline
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Inline
    role: Literal["", "lead", "note", "warning", "kicker"] = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    role: Literal["", "ticks"] = ""
    """ticks: each item has a box to tick on paper."""
    first: int = 1
    """Number of the first item, where they are ordered."""
    ask: Ask | None = None
    """What the ticks answer: its choices are the items."""


@dataclass(frozen=True, slots=True)
class Quote:
    text: Inline
    source: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Short terms with their values, for the head of a page."""

    items: tuple[tuple[str, Inline], ...]
    asks: tuple[Ask | None, ...] = ()
    """For each item, what it asks for; nobody is asked where there are none."""


@dataclass(frozen=True, slots=True)
class Cell:
    text: Inline
    kind: CellKind = ""
    note: str = ""
    """A second, smaller line."""
    picture: Picture | None = None
    points: tuple[str, ...] = ()
    """A short list, below the text if there is any."""


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    align: Align = "left"
    width: float = 1.0
    """Share of the table's width."""
    note: str = ""
    picture: Picture | None = None
    """A scale above a column of charts."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Something by which the rows of a table are looked for, on pages that can narrow it down."""

    label: str
    values: tuple[tuple[str, ...], ...]
    """What each row has, as slugs or whole numbers."""
    kind: Literal["among", "most"] = "among"
    """among: rows that have the chosen value; most: rows whose only value, a number, is no greater."""
    order: tuple[str, ...] = ()
    """Values in the order in which they are offered; by name where it is empty."""


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    role: Literal["", "heat", "form", "chart"] = ""
    """heat: cells shaded by step; form: rows tall enough to write in; chart: a picture in each row."""
    finders: tuple[Finder, ...] = ()
    """Ignored by formats that are read from the first row to the last."""


@dataclass(frozen=True, slots=True)
class Figure:
    picture: Picture
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A part that is not split over pages."""

    blocks: tuple[Block, ...]
    role: Literal["framed", "together"] = "framed"
    """together: kept whole, with no frame around it."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Empty lines to write on, on paper."""

    label: str
    count: int = 2
    ask: Ask | None = None


@dataclass(frozen=True, slots=True)
class Markdown:
    """A text of the library that is written in Markdown; its headings move down by `below` levels."""

    text: str
    below: int = 0


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Rule:
    pass


Block = Heading | Paragraph | Bullets | Quote | Code | Facts | Table | Figure | Box | Lines | PageBreak | Rule
Blocks = tuple[Block, ...]
Part = Block | Markdown


@dataclass(frozen=True)
class Document:
    """Something to be written in any format.

    kind: names the template of its words; data: what the JSON writer writes, and what the template fills in;
    parts: blocks that the template places by name; rows: what CSV and XLSX write, one mapping a row.
    """

    kind: str
    title: str
    data: Mapping[str, Any]
    parts: Mapping[str, Part | Sequence[Part]] = field(default_factory=dict)
    rows: Sequence[Mapping[str, Any]] | None = None
    form: Form | None = None
    """How the rows are filled in, where a person is to do that."""
    sheets: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    """Name -> rows: what a workbook holds in the place of `rows`, a sheet each; those without a row are left out."""
    linked_data: Mapping[str, Any] | None = None
    """JSON-LD for search engines, made from the same fields as the visible text; writers add the text itself."""
    foot: str = ""
    """Printed at the foot of each page."""
    language: str = "en"
    direction: Direction = "ltr"
    templates: Path | None = None
    """Folder of the templates in another language; the shipped ones, in English, if None."""


def cells(*texts: str | Inline | Cell) -> tuple[Cell, ...]:
    """A row of a table."""
    return tuple(text if isinstance(text, Cell) else Cell(inline(text)) for text in texts)


def bullets(items: Sequence[str | Inline], *, ordered: bool = False) -> Bullets:
    """A list of one paragraph an item."""
    return Bullets(tuple((Paragraph(inline(item)),) for item in items), ordered=ordered)
