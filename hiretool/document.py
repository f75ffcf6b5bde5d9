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
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    role: Literal["", "heat", "form", "chart"] = ""
    """heat: cells shaded by step; form: rows tall enough to write in; chart: a picture in each row."""


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
