"""A tagged PDF through Typst: PDF/UA where every letter can be shown, and a warning on the page where one cannot."""

from __future__ import annotations

import json
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

from hiretool.document import (
    Block,
    Blocks,
    Box,
    Bullets,
    Cell,
    Code,
    Column,
    Direction,
    Document,
    Facts,
    Figure,
    Heading,
    Inline,
    Lines,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    Table,
    plain,
)
from hiretool.errors import HiretoolError
from hiretool.writers import _direction, _templates, _words

SUFFIX = ".pdf"
_UNSHOWN = re.compile(r"the text [`\"]+(.*?)[`\"]+ could not be displayed", re.DOTALL)
# Rust's way to write a letter that has no shape.
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_MOST_NAMED = 8
"""Letters that a notice names."""
_FONTS = ("Libertinus Serif", "DejaVu Sans Mono")
# Those that the wheel lacks are the machine's; what none of them has, Typst looks for in all there are.
_FONTS_FROM_RIGHT = (
    "Libertinus Serif",
    "Noto Naskh Arabic",
    "Noto Sans Arabic",
    "Amiri",
    "Noto Serif Hebrew",
    "Noto Sans Hebrew",
    "DejaVu Sans",
    "DejaVu Sans Mono",
)
# A block that is not split, and is longer than a page, loses what lies beyond it; so what may be long is split.
_SHORT = 3000
_FILLS = {
    f"step{step}": color for step, color in enumerate(("f3f6f9", "dde9f4", "bdd6ec", "93bbdf", "2b6ca8", "123f6b"), 1)
}


def write(document: Document) -> bytes:
    """Typst sources are made of quoted strings only, so nothing in the data is ever run.

    Fonts are the ones that the typst wheel brings and those of HIRETOOL_FONTS, so that a packet looks the same
    everywhere; the machine's are asked for letters that these lack, and for scripts that are written from the right,
    which they show better. A letter that no font has is named by its code point, and said to be missing on the page.
    """
    with tempfile.TemporaryDirectory(prefix="hiretool-pdf-") as scratch:
        source = _Source(Path(scratch), document.direction)
        parts = source.parts(_direction.isolated(_words.blocks(document), document))
        settings = _settings(document, parts)
        of_machine, lacking = _lacking(settings, parts, scratch)
        if lacking:
            named = str.maketrans({letter: f"[{_code_point(letter)}]" for letter in lacking})
            settings, parts = settings.translate(named), [part.translate(named) for part in parts]
            parts.insert(1, "".join(source.parts((Paragraph((Span(_notice(lacking)),), role="warning"),))))
        whole = settings + "".join(parts)
        try:
            return _compiled(whole, scratch, of_machine=of_machine, standard="ua-1")
        except _ForbiddenError:
            return _compiled(whole, scratch, of_machine=True, standard=None)


def remarks(document: Document) -> list[str]:
    """What whoever makes the PDF should know of it."""
    with tempfile.TemporaryDirectory(prefix="hiretool-pdf-") as scratch:
        parts = _Source(Path(scratch), document.direction).parts(_words.blocks(document))
        _, lacking = _lacking(_settings(document, parts), parts, scratch)
    return [_notice(lacking)] if lacking else []


class _ForbiddenError(Exception):
    """What PDF/UA does not allow: above all letters that no font at hand can show."""

    def __init__(self, letters: str) -> None:
        super().__init__(letters)
        self.letters = letters


def _notice(letters: str) -> str:
    """What stands on the page, and is told to whoever makes it: a document must not go out like this unseen."""
    names = [f"{_code_point(letter)} {unicodedata.name(letter, '')}".strip() for letter in letters[:_MOST_NAMED]]
    more = f" and {len(letters) - _MOST_NAMED} more" if len(letters) > _MOST_NAMED else ""
    return (
        f"This PDF lacks letters: {', '.join(names)}{more} are in no font at hand, so their code points stand in their"
        " place. Set HIRETOOL_FONTS to a folder with a font that has them, or use the HTML version."
    )


def _code_point(letter: str) -> str:
    return f"U+{ord(letter):04X}"


def _lacking(settings: str, parts: Sequence[str], scratch: str) -> tuple[bool, str]:
    """Whether the machine's fonts are asked, and those of the letters that no font has, in order."""
    letters = "".join(sorted(set(settings).union(*parts)))
    # The wheel has letters from the right in a font of one width only, in which a name falls apart.
    if not _direction.FROM_RIGHT.search(letters) and not _unshown(letters, scratch, of_machine=False):
        return False, ""
    return True, _unshown(letters, scratch, of_machine=True)


def _unshown(letters: str, scratch: str, *, of_machine: bool) -> str:
    """Those of the letters that no font has. A page of them alone is made in no time, a long document is not."""
    found: set[str] = set()
    # Typst may stop at the first that it cannot show.
    while not (left := "".join(letter for letter in letters if letter not in found)).isascii():
        words = f'#set document(title: "Letters")\n#text({_string(" ".join(left))})'
        try:
            _compiled(words, scratch, of_machine=of_machine, standard="ua-1")
            break
        except _ForbiddenError as error:
            new = {letter for letter in error.letters if letter in left and not letter.isascii()}
            if not new:
                break
            found |= new
    return "".join(sorted(found))


def _compiled(source: str, scratch: str, *, of_machine: bool, standard: Literal["ua-1"] | None) -> bytes:
    """Raises: _ForbiddenError, HiretoolError."""
    import os

    import typst

    main = Path(scratch) / "main.typ"
    main.write_text(source, encoding="utf-8")
    fonts = [folder for folder in [os.environ.get("HIRETOOL_FONTS", "")] if folder]
    try:
        content: bytes = typst.compile(
            str(main),
            root=scratch,
            font_paths=fonts,
            ignore_system_fonts=not of_machine,
            pdf_standards=standard or [],
        )
    except typst.TypstError as error:
        if "PDF/UA" in str(error):
            found = "".join(_UNSHOWN.findall(f"{error}\n{getattr(error, 'diagnostic', '')}"))
            raise _ForbiddenError(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), found)) from error
        raise HiretoolError(f"The PDF could not be made: {error}") from error
    return content


def _settings(document: Document, parts: Sequence[str]) -> str:
    """The document's names, and the style of all documents."""
    language, *_ = document.language.split("-")
    names = {"title": document.title, "language": language, "foot": document.foot or document.title}
    lets = "".join(f"#let doc-{name} = {_string(value)}\n" for name, value in names.items())
    fonts = _FONTS_FROM_RIGHT if any(map(_direction.FROM_RIGHT.search, parts)) else _FONTS
    lets += f"#let doc-direction = {document.direction}\n#let doc-fonts = {_array(map(_string, fonts))}\n"
    return lets + (_templates.TEMPLATES / "_page.typ").read_text(encoding="utf-8") + "\n"


def _string(text: str) -> str:
    """A Typst string literal: no control characters, quotes and backslashes escaped."""
    return json.dumps(_words.clean(text), ensure_ascii=False)


class _Source:
    """Blocks -> Typst code; pictures become files in `folder`."""

    def __init__(self, folder: Path, direction: Direction) -> None:
        self._folder, self._direction, self._pictures = folder, direction, 0

    def parts(self, blocks: Blocks) -> list[str]:
        """Typst code of each block; what stands before a table stays on its page."""
        found = []
        for number, block in enumerate(blocks):
            code = self._block(block)
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            if isinstance(block, Paragraph) and isinstance(following, Table):
                code = f"#block(sticky: true)[{code}]"
            if isinstance(block, Heading) and (number == 0 or isinstance(blocks[number - 1], PageBreak)):
                code = f"#opening[{code}]"
            found.append(f"{code}\n\n")
        return found

    def _blocks(self, blocks: Blocks) -> str:
        return "".join(self.parts(blocks)).strip()

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                anchor = f" <{block.anchor}>" if block.anchor else ""
                return f"#heading(level: {block.level})[{self._inline(block.text)}]{anchor}"
            case Paragraph():
                return f"#p-{block.role or 'plain'}[{self._inline(block.text)}]"
            case Bullets():
                return self._bullets(block)
            case Quote():
                whole = str(_length(plain(block.text)) < _SHORT).lower()
                return f"#said([{self._inline(block.text)}], {_string(block.source)}, {whole})"
            case Code():
                return f"#code({_string(block.text)})"
            case Facts():
                items = _array(f"({_string(term)}, [{self._inline(value)}])" for term, value in block.items)
                return f"#facts({items})"
            case Table():
                return self._table(block)
            case Figure():
                return f"#fig({self._picture(block.picture)}, {_string(block.caption)})"
            case Box():
                return f"#{block.role}[{self._blocks(block.blocks)}]"
            case Lines():
                return f"#lines({_string(block.label)}, {block.count})"
            case PageBreak():
                return "#pagebreak(weak: true)"
            case Rule():
                return "#hair"

    def _bullets(self, block: Bullets) -> str:
        if block.role == "ticks":
            words = [
                f"[{self._inline(part.text)}]" for item in block.items for part in item if isinstance(part, Paragraph)
            ]
            return f"#ticks({_array(words)})"
        items = ", ".join(f"[{self._blocks(item)}]" for item in block.items)
        return f"#enum(start: {block.first}, {items})" if block.ordered else f"#list({items})"

    def _table(self, block: Table) -> str:
        widths = _array(f"{column.width:g}fr" for column in block.columns)
        aligns = _array(column.align for column in block.columns)
        head = _array(self._head(column) for column in block.columns)
        shares = [column.width / sum(other.width for other in block.columns) for column in block.columns]
        rows = _array(self._cell(cell, is_short(row, shares)) for row in block.rows for cell in row)
        caption = f"#p-caption[#text({_string(block.caption)})]\n" if block.caption else ""
        return f"{caption}#grid-{block.role or 'plain'}({widths}, {aligns}, {head}, {rows})"

    def _head(self, column: Column) -> str:
        if column.picture:
            return f"[#{self._picture(column.picture, '100%')}]"
        return f"h-cell({_string(column.title)}, {_string(column.note)})"

    def _cell(self, cell: Cell, whole: bool) -> str:
        text = "".join(_span(span, longest=16) for span in cell.text)
        if cell.points:
            text += f"#points({', '.join(f'[{_span(Span(point))}]' for point in cell.points)})"
        picture = self._picture(cell.picture, "100%") if cell.picture else "none"
        fill = f'rgb("#{_FILLS[cell.kind]}")' if cell.kind in _FILLS else "none"
        return f"d-cell([{text}], {_string(cell.note)}, {picture}, {_string(cell.kind)}, {fill}, {str(whole).lower()})"

    def _picture(self, picture: Picture, width: str = "") -> str:
        self._pictures += 1
        name = f"picture-{self._pictures}.svg"
        (self._folder / name).write_text(with_colours(picture.svg), encoding="utf-8")
        image = f"image({_string(name)}, width: {width or f'{picture.width_mm}mm'}, alt: {_string(picture.alt)})"
        return turned(image, picture, self._direction)

    def _inline(self, text: Inline) -> str:
        return "".join(map(_span, text))


def turned(image: str, picture: Picture, direction: Direction) -> str:
    """Typst code of a chart that begins where lines begin; one with letters in it is left as it is."""
    return f"scale(x: -100%, {image})" if direction == "rtl" and "<text" not in picture.svg else image


def is_short(row: Sequence[Cell], shares: Sequence[float]) -> bool:
    """Whether a row is sure to fit on a page; one cell that is kept whole keeps its row whole."""
    texts = ("\n".join([plain(cell.text), *cell.points]) for cell in row)
    return all(_length(text) < _SHORT * share for text, share in zip(texts, shares, strict=True))


def _array(items: Iterable[str]) -> str:
    return f"({''.join(f'{item}, ' for item in items)})"


def _length(text: str) -> int:
    """Letters that a text takes the room of: wide ones count two, and a line that ends early as more than its own."""
    return len(text) + sum(letter > "\u2e7f" for letter in text) + 60 * text.count("\n")


def _span(span: Span, longest: int = 30) -> str:
    words = span.text if span.href and not span.href.startswith("#") else _breakable(span.text, longest)
    text = "#linebreak()".join(f"#text({_string(line)})" for line in words.split("\n"))
    if span.code:
        text = f"#raw({_string(span.text)})"
    if span.emphasis:
        text = f"#emph[{text}]"
    if span.strong:
        text = f"#strong[{text}]"
    if span.href and span.href.startswith("#"):
        text = f"#link(label({_string(span.href[1:])}))[{text}]"
    elif span.href:
        text = f"#link({_string(span.href)})[{text}]"
    return text


def _breakable(text: str, longest: int) -> str:
    """The text with places to break inside words that no column may hold; scripts that need none are left alone."""

    def broken(word: re.Match[str]) -> str:
        return re.sub(r"(.{8})(?=\w)", "\\1\u200b", word.group())

    return re.sub(f"[!-,.0-\u058f]{{{longest},}}", broken, text)


# The classes of _page.css, as attributes: Typst's SVG reader sees no style sheet of the page.
_COLOURS: dict[str, dict[str, Any]] = {
    "grid": {"stroke": "#cfccc4"},
    "bar": {"stroke": "#a8400a"},
    "range": {"stroke": "#1d5c94"},
    "point": {"fill": "#1d5c94"},
    "raw": {"stroke": "#1c2126"},
    "ring": {"fill": "#ffffff", "stroke": "#1d5c94"},
    "block": {"fill": "#1d5c94"},
}


def with_colours(svg: str) -> str:
    """The SVG with colours as attributes, for readers that know no style sheet."""

    def attributes(match: re.Match[str]) -> str:
        return "".join(f' {name}="{value}"' for name, value in _COLOURS.get(match.group(1), {}).items())

    svg = re.sub(r"<text class=\"bar\"", '<text fill="#a8400a"', svg)
    svg = re.sub(r"<text(?! fill)", '<text fill="#4d565f"', svg)
    return re.sub(r' class="(\w+)"', attributes, svg).replace("<svg", '<svg font-family="Libertinus Serif"', 1)
