"""Every format writes every block, loses no word, and takes nothing in the data for anything but text."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import functools
import io
import itertools
import json
import re
import typing
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import jinja2
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from hiretool import charts, document, writers
from hiretool.document import (
    Block,
    Box,
    Bullets,
    Cell,
    Code,
    Column,
    Document,
    Facts,
    Figure,
    Heading,
    Lines,
    Markdown,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    bullets,
    cells,
    inline,
)
from hiretool.errors import HiretoolError, NotFoundError
from tests import read_back
from tests.documents import page


def tries(count: int) -> settings:
    """The same examples in each run, so that a failure is the change's and not the day's."""
    return settings(max_examples=count, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BAR = charts.minute_bar(0, 30, 60)
# Each kind of block, with words that nothing else has.
EXAMPLES: tuple[tuple[Block, str], ...] = (
    (Heading(2, inline("heading-word")), "heading-word"),
    (Paragraph((Span("strong-word", strong=True), Span(" emphasis-word", emphasis=True))), "strong-word emphasis-word"),
    (Paragraph((Span("in-line", code=True),)), "in-line"),
    (Paragraph(inline("note-word"), "note"), "note-word"),
    (Paragraph(inline("warning-word"), "warning"), "warning-word"),
    (Paragraph((Span("link-word", href="https://example.com/"),)), "link-word"),
    (Bullets(((Paragraph(inline("outer-word")), bullets(["inner-word"])),)), "outer-word inner-word"),
    (bullets(["first-word", "second-word"], ordered=True), "first-word second-word"),
    (Bullets(((Paragraph(inline("tick-word")),),), role="ticks"), "tick-word"),
    (Quote(inline("quote-word"), "source-word"), "quote-word source-word"),
    (Code("code-block-word\n  indented-word"), "code-block-word indented-word"),
    (Facts((("term-word", inline("value-word")),)), "term-word value-word"),
    (
        Table(
            (Column("head-word", note="head-note-word"), Column("right-word", "right")),
            (cells(Cell(inline("row-word"), "head", "cell-note-word"), Cell((), points=("point-word", "other-word"))),),
            "caption-word",
        ),
        "caption-word head-word head-note-word right-word row-word cell-note-word point-word other-word",
    ),
    (Table((Column("missing-head"),), (cells(Cell(inline("none-word"), "missing")),), role="heat"), "none-word"),
    (Table((Column("bar-head"),), (cells(Cell(inline("30-word"), picture=BAR)),), role="chart"), "bar-head 30-word"),
    (Table((Column("form-head"),), (cells(Cell(())),), role="form"), "form-head"),
    (Figure(BAR, "figure-word"), "figure-word"),
    (Box((Heading(2, inline("box-head")), Paragraph(inline("box-word")))), "box-head box-word"),
    (Box((Paragraph(inline("together-word")),), role="together"), "together-word"),
    (Lines("lines-word", 2), "lines-word"),
    (PageBreak(), ""),
    (Rule(), ""),
)  # fmt: skip


def words(content: bytes, format: str, folder: Path) -> str | None:
    """The text in what a format wrote; None where it cannot be read back here."""
    readers: dict[str, Callable[[], str | None]] = {
        ".md": lambda: read_back.markdown(content).text,
        ".html": lambda: read_back.html(content).text(),
        ".docx": lambda: read_back.docx(content),
        ".pdf": lambda: read_back.pdf(content, folder),
    }
    return readers.get(writers.suffix(format), content.decode)()


def of_pages() -> list[str]:
    """The formats that write a document's words; the others write its rows or its data."""
    found = []
    for name in writers.names():
        try:
            if b"probe-word" in writers.write(page(Paragraph(inline("probe-word"))), name) or name in ("docx", "pdf"):
                found.append(name)
        except HiretoolError:
            continue
    return found


PAGES = of_pages()


def test_an_unknown_format_is_answered_with_the_one_meant() -> None:
    with pytest.raises(NotFoundError, match="Did you mean 'markdown'"):
        writers.write(page(), "markdwon")


def test_each_format_has_an_ending_of_its_own() -> None:
    endings = [writers.suffix(name) for name in writers.names()]
    assert len(set(endings)) == len(endings)
    assert all(ending.startswith(".") for ending in endings)


def test_the_examples_hold_every_kind_of_block() -> None:
    assert {type(block) for block, _ in EXAMPLES} == set(typing.get_args(Block))


@pytest.mark.parametrize("format", PAGES)
def test_no_block_loses_a_word(format: str, tmp_path: Path) -> None:
    text = words(writers.write(page(*(block for block, _ in EXAMPLES)), format), format, tmp_path)
    if text is None:
        pytest.skip("no pdftotext on this machine")
    # Headings may be in capitals, and a narrow column may divide a word.
    found = read_back.shown(text).replace("\u00ad", "").replace("\u200b", "").casefold()
    missing = [word for _, said in EXAMPLES for word in said.split() if word not in found]
    assert not missing


@pytest.mark.parametrize("format", PAGES)
def test_a_document_without_parts_is_written(format: str) -> None:
    assert writers.write(page(), format)


@pytest.mark.parametrize("format", PAGES)
def test_a_figure_is_told_in_words_where_it_is_not_seen(format: str, tmp_path: Path) -> None:
    if format == "pdf":
        pytest.skip("alternative texts of a PDF are not read back here")
    text = words(writers.write(page(Figure(BAR)), format), format, tmp_path)
    assert text is not None
    assert "Minutes 0 to 30 of 60" in text


@pytest.mark.parametrize("format", PAGES)
def test_a_name_that_the_template_needs_and_the_data_lack_is_an_error(format: str) -> None:
    with pytest.raises(jinja2.UndefinedError):
        writers.write(Document("kit", "Kit", {}), format)


@pytest.mark.parametrize("format", PAGES)
def test_a_template_in_the_data_is_never_run(format: str, tmp_path: Path) -> None:
    attack = "{{ 7 * 191 }} {% raw %} {# x #}"
    data = {"minutes": attack, "rounds": [], "seed": attack}
    parts: dict[str, Any] = {name: Paragraph(inline(attack)) for name in ("rounds", "coverage", "missing")}
    text = words(writers.write(Document("kit", attack, data, parts), format), format, tmp_path)
    if text is not None:
        assert "1337" not in text
        assert read_back.shown(text).count(read_back.shown(attack)) >= 4


@pytest.mark.parametrize("format", PAGES)
def test_data_cannot_put_a_part_where_it_likes(format: str, tmp_path: Path) -> None:
    title = "\ue000list\ue001"
    content = writers.write(page(Paragraph(inline("only-once")), title=title), format)
    if (text := words(content, format, tmp_path)) is not None:
        assert text.count("only-once") == 1


# Markdown


SPECIAL = "*_`~[]()<>#|\\!&;:.-+=1a9é\u0301宮 \t\n\r$@{}\"'/\x00\x1b\u202e\u2028\u00a0"
TEXTS = st.one_of(st.text(max_size=60), st.text(st.sampled_from(SPECIAL), max_size=40))
PLACES: dict[str, Callable[[str], Block]] = {
    "paragraph": lambda text: Paragraph(inline(text)),
    "heading": lambda text: Heading(2, inline(text)),
    "bullet": lambda text: bullets([text]),
    "nested": lambda text: Bullets(((bullets([text]),),)),
    "numbered": lambda text: bullets([text], ordered=True),
    "quote": lambda text: Quote(inline(text)),
    "fact": lambda text: Facts((("", inline(text)),)),
    "cell": lambda text: Table((Column(""),), (cells(text),)),
    "point": lambda text: Table((Column(""),), (cells(Cell((), points=(text,))),)),
    "caption": lambda text: Table((Column(""),), (), text),
    "column": lambda text: Table((Column(text),), ()),
    "label": lambda text: Lines(text, 0),
    "code": Code,
}
INLINE = {"softbreak", "hardbreak", "text", "inline", "html_inline"}
HARMLESS = {
    name: read_back.markdown(writers.write(page(place("x")), "markdown")).markup for name, place in PLACES.items()
}


@pytest.mark.parametrize("place", PLACES)
@tries(25)
@given(text=TEXTS)
@example(text="1. one")
@example(text="a\n# b\n- c\n> d\n```\ne")
@example(text="a|b\n:-")
@example(text="    four blanks")
@example(text="&lt;b&gt; <b>x</b> ~~gone~~ \\*")
@example(text="x\r\n\r\n***\n===")
@example(text="[a]: http://x.example\n![i](http://x.example)")
def test_markdown_shows_any_text_and_obeys_none(place: str, text: str) -> None:
    read = read_back.markdown(writers.write(page(PLACES[place](text), title="T"), "markdown"))
    marks = "•:" if place in ("point", "fact") else ""
    assert read_back.shown(read.text).removeprefix("T").lstrip(marks) == read_back.shown(text).lstrip(marks)
    allowed = HARMLESS[place] | INLINE | {"paragraph_open", "paragraph_close"}
    assert read.markup <= allowed


@tries(60)
@given(text=TEXTS)
def test_markdown_of_a_template_shows_any_text(text: str) -> None:
    read = read_back.markdown(writers.write(page(title=text), "markdown"))
    assert read_back.shown(read.text) == read_back.shown(text)
    assert read.markup <= INLINE | {"heading_open", "heading_close"}


SPANS = st.lists(
    st.builds(
        Span,
        TEXTS,
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.sampled_from([None, None, "https://example.com/a", "mailto:a@example.com"]),
    ),
    max_size=4,
)


@tries(60)
@given(spans=SPANS)
@example(spans=[Span("a", strong=True), Span("b", strong=True, emphasis=True)])
@example(spans=[Span("wow!"), Span("x", href="https://example.com/a")])
@example(spans=[Span("a", code=True), Span("b", code=True, strong=True)])
@example(spans=[Span("a"), Span(" b ", strong=True), Span("c")])
def test_markdown_loses_no_letter_at_the_seams_of_styles(spans: list[Span]) -> None:
    read = read_back.markdown(writers.write(page(Paragraph(tuple(spans)), title="T"), "markdown"))
    assert read_back.shown(read.text).removeprefix("T") == read_back.shown("".join(span.text for span in spans))
    assert "image" not in read.markup


def test_markdown_keeps_the_style_of_words_that_stand_alone() -> None:
    text = (
        Span("Scope: ", strong=True),
        Span("one "),
        Span("area", emphasis=True),
        Span(", "),
        Span("x.py", code=True),
    )
    assert b"**Scope:** one *area*, `x.py`" in writers.write(page(Paragraph(text)), "markdown")


def test_a_note_of_several_paragraphs_stays_in_its_quote() -> None:
    content = writers.write(page(Quote(inline("first\n\nsecond\nthird"), "Ada")), "markdown").decode()
    quoted = content.split("# Title\n\n")[1].rstrip("\n").split("\n")
    assert all(line.startswith(">") for line in quoted), content


LIBRARY_TEXT = """Read **this**.

1. one
2. two

   ```sh
   run | it
   ```

Then

5. five

> - said
> - twice

| a | b |
|---|---|
| `x\\|y` | 2 |
"""


def test_a_text_of_the_library_comes_through_with_its_lists_and_code() -> None:
    text = page()
    content = writers.write(dataclasses.replace(text, parts={"list": Markdown(LIBRARY_TEXT)}), "markdown").decode()
    for kept in ("**this**", "1. one", "2. two", "   run | it", "5. five", "- said", "- twice", "| `x\\|y` | 2 |"):
        assert kept in content, kept


def test_a_heading_of_the_library_stands_below_the_one_above_it() -> None:
    parts = {"list": [Heading(2, inline("Question")), Markdown("# Title\n\n## Part", below=2)]}
    found = read_back.body(writers.write(dataclasses.replace(page(), parts=parts), "html"))
    assert [element.tag for element in found.all("h1", "h2", "h3", "h4")] == ["h1", "h2", "h3", "h4"]


# HTML


def structure(content: bytes) -> list[tuple[str, frozenset[tuple[str, str | None]]]]:
    """Elements and attributes of a page, without what a text's line ends and direction add."""
    return [
        (element.tag, frozenset(pair for pair in element.attributes.items() if pair[0] != "aria-label"))
        for element in read_back.html(content).all()
        if element.tag not in ("br", "bdi")
    ]


@functools.cache
def plain_structure(place: str) -> list[tuple[str, frozenset[tuple[str, str | None]]]]:
    return structure(writers.write(page(PLACES[place]("x"), title="T"), "html"))


@pytest.mark.parametrize("place", PLACES)
@tries(10)
@given(text=TEXTS)
@example(text="</title></style></script><script>alert(1)</script>")
@example(text='"\' onmouseover=alert(1) x="')
@example(text="<!-- --><img src=x>&lt;b&gt;&#60;")
def test_html_shows_any_text_and_makes_no_element_of_it(place: str, text: str) -> None:
    assume(read_back.shown(text) or place not in ("column", "caption"))
    content = writers.write(page(PLACES[place](text), title=text or "T"), "html")
    assert read_back.shown(text) in read_back.shown(read_back.body(content).exact_text())
    assert structure(content) == plain_structure(place)


def test_html_keeps_right_to_left_text_to_itself() -> None:
    content = writers.write(page(Paragraph(inline("a \u202eevil")), Paragraph(inline("سلمى"))), "html")
    assert [element.attributes for element in read_back.html(content).all("bdi")] == [{"dir": "auto"}] * 2


def test_json_in_a_page_cannot_end_its_script() -> None:
    name = "</script><script>alert(1)</script><!--"
    content = writers.write(page(linked_data={"name": name}), "html")
    scripts = list(read_back.html(content).all("script"))
    assert [script.attributes for script in scripts] == [{"type": "application/ld+json"}]
    assert json.loads(scripts[0].text()) == {"name": name}


# Word, PDF


@tries(8)
@given(text=TEXTS)
def test_word_shows_any_text(text: str) -> None:
    blocks = [place(text) for name, place in PLACES.items() if name not in ("fact",)]
    content = writers.write(page(*blocks, title=text or "T"), "docx")
    assume(read_back.shown(text))
    assert read_back.shown(read_back.docx(content)).count(read_back.shown(text)) >= len(blocks)


# The order in which Word wants a paragraph's, a table's and a cell's properties. Source: ECMA-376 Part 1, 17.3.1.26,
# 17.4.59 and 17.4.69; python-docx checks none of it, and Word calls a file that breaks it damaged.
WORD_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore pBdr shd tabs spacing ind contextualSpacing jc outlineLvl rPr",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "pBdr": "top left bottom right between",
    "tblBorders": "top left bottom right insideH insideV",
}


def test_word_finds_properties_in_the_order_that_it_demands() -> None:
    content = writers.write(page(*(block for block, _ in EXAMPLES)), "docx")
    body = docx.Document(io.BytesIO(content)).element.body
    for name, order in WORD_ORDER.items():
        for properties in body.iter(f"{{{WORD}}}{name}"):
            places = [order.split().index(element.tag.removeprefix(f"{{{WORD}}}")) for element in properties]
            assert places == sorted(places), name


def test_word_gets_real_headings_and_heads_that_repeat() -> None:
    blocks = [Heading(2, inline("Part")), Heading(3, inline("Detail")), Table((Column("a"),), (cells("b"),))]
    found = docx.Document(io.BytesIO(writers.write(page(*blocks), "docx")))
    assert [line.style.name for line in found.paragraphs[:3]] == ["Title", "Heading 1", "Heading 2"]
    assert found.tables[0].rows[0]._tr.trPr.find(f"{{{WORD}}}tblHeader") is not None
    assert found.core_properties.title == "Title"
    assert found.core_properties.language == "en"


def test_columns_in_word_are_as_wide_as_asked_for_whoever_reads_them() -> None:
    table = Table((Column("a", width=1), Column("b", width=3)), (cells("c", "d"),))
    found = docx.Document(io.BytesIO(writers.write(page(table), "docx"))).tables[0]
    for widths in (
        [column.width for column in found.columns],
        *([cell.width for cell in row.cells] for row in found.rows),
    ):
        assert widths[1] == pytest.approx(3 * widths[0], rel=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "#set page(fill: red) #panic() $x$ *b* _e_ `c` <label> @ref // gone /* gone */ [x](y) \\ ~ -- ' \"",
        "\"] #panic() [\"",
        "Zoë Ọlá Adéyẹmí Đàm Quỳnh Łukasz",
        "x\x00\x1b[31m\x7f\u202e\u200b\ufeff\ufffe",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch" * 3,
    ],
)  # fmt: skip
def test_a_pdf_shows_any_text(text: str, tmp_path: Path) -> None:
    content = writers.write(page(*(place(text) for place in PLACES.values()), title=text), "pdf")
    found = read_back.pdf(content, tmp_path)
    if found is not None:
        invisible = str.maketrans("", "", "\u202e\u200b\ufeff\u00ad")
        letters = read_back.shown(found).translate(invisible).replace("’", "'").replace("–", "--")
        for word in text.translate(invisible).split():
            assert read_back.shown(word)[:20] in letters, word


def test_a_pdf_says_which_letters_no_font_has() -> None:
    from hiretool.writers import pdf

    assert "in no font at hand" in pdf._notice("宮")
    assert writers.write(page(Paragraph(inline("\U0001f3fb\U000f0000")), title="宮本"), "pdf").startswith(b"%PDF-")


def test_a_pdf_is_tagged() -> None:
    content = writers.write(page(Heading(2, inline("Part")), Paragraph(inline("Text"))), "pdf")
    assert b"/StructTreeRoot" in content
    assert b"/MarkInfo" in content


@pytest.mark.parametrize("separator", ["\n", " "])
@pytest.mark.parametrize("count", [42, 335, 1000])
def test_a_note_as_long_as_a_page_or_longer_is_not_cut_off_in_a_pdf(separator: str, count: int, tmp_path: Path) -> None:
    note = separator.join(f"line-{number:03}" for number in range(count))
    blocks = [Quote(inline(note), "Ada"), Table((Column("a"), Column("b")), (cells(note, "short"),)), Code(note)]
    text = read_back.pdf(writers.write(page(*blocks), "pdf"), tmp_path)
    if text is None:
        pytest.skip("no pdftotext on this machine")
    found = re.sub(r"line-\s+", "line-", text)
    assert [number for number in range(count) if found.count(f"line-{number:03}") < 3] == []


# Terminal


WIDE = st.text(st.sampled_from("ab 宮本武蔵é\u0301\u200b漢字 -\n"), max_size=300)


@tries(30)
@given(text=st.one_of(TEXTS, WIDE), count=st.integers(1, 14), role=st.sampled_from(["", "ticks"]))
def test_a_terminal_line_is_never_wider_than_the_terminal(text: str, count: int, role: Any) -> None:
    noted = Cell(inline(text), note=text, points=(text,))
    table = Table(
        tuple(Column(text[:20] or "c", ("left", "right")[number % 2]) for number in range(count)),
        (cells(*(text[number:] for number in range(count))), cells(*([noted] * count))),
        text,
    )
    nested = Bullets(((Paragraph(inline(text)), bullets([text], ordered=True)),), role=role)
    blocks = [Heading(2, inline(text)), Paragraph(inline(text)), Quote(inline(text), text), nested]
    blocks += [Facts(((text[:30], inline(text)), ("b", inline("c")))), table, Lines(text, 1)]
    for line in writers.write(page(*blocks, title=text), "table").decode().split("\n"):
        assert read_back.columns(line) <= 80, line


def test_wide_letters_take_two_columns_in_a_table() -> None:
    table = Table((Column("Name"), Column("n", "right")), (cells("宮本", "1"), cells("abcd", "10")))
    lines = writers.write(page(table), "table").decode().splitlines()[3:]
    assert lines == ["Name   n", "----  --", "宮本   1", "abcd  10"]


def test_a_table_of_too_many_columns_becomes_a_list() -> None:
    table = Table(tuple(Column(f"Competency {number}") for number in range(9)), (cells(*"123456789"),))
    lines = writers.write(page(table), "table").decode().splitlines()[3:]
    assert lines[0] == "Competency 0  1"
    assert lines[8] == "Competency 8  9"


@pytest.mark.parametrize("format", ["markdown", "table"])
def test_no_letter_steers_the_terminal(format: str) -> None:
    content = writers.write(
        page(Paragraph(inline("\x1b]0;owned\x07\x1b[2J\x9b31m")), title="\x1b[1mT"), format
    ).decode()
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", content)


# Headings, links


@tries(30)
@given(levels=st.lists(st.integers(1, 9), max_size=8), boxed=st.booleans())
def test_an_outline_never_skips_a_level(levels: list[int], boxed: bool) -> None:
    headings: list[Block] = [Heading(level, inline(f"h{level}")) for level in levels]
    blocks = [Box(tuple(headings))] if boxed else headings
    content = writers.write(page(*blocks), "html")
    found = [int(element.tag[1]) for element in read_back.body(content).all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert found[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(found))


BAD_LINKS = (
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/",
    "/local",
    "ftp://example.com/",
    'https://example.com/" onmouseover="alert(1)',
    "https://example.com/><script>",
    "https://example.com/\nx",
    "https://example.com/ x",
)


@pytest.mark.parametrize("href", BAD_LINKS)
def test_only_safe_links_are_links(href: str) -> None:
    text = Paragraph((Span("label", href=href), Span(href, href=href)))
    assert not read_back.markdown(writers.write(page(text), "markdown")).links
    assert not list(read_back.html(writers.write(page(text), "html")).all("a"))
    assert f"({href})" not in read_back.docx(writers.write(page(text), "docx"))
    assert b"/URI" not in writers.write(page(text), "pdf")


@pytest.mark.parametrize("href", ["https://example.com/a_(b)?c=d&e=f#g", "http://example.com", "mailto:a@example.com"])
def test_safe_links_stay(href: str) -> None:
    text = Paragraph((Span("label", href=href),))
    assert read_back.markdown(writers.write(page(text), "markdown")).links == [href]
    links = read_back.html(writers.write(page(text), "html")).all("a")
    assert [element.attributes for element in links] == [{"href": href}]
    assert f"label ({href})" in read_back.docx(writers.write(page(text), "docx"))
    assert b"/URI" in writers.write(page(text), "pdf")


def test_a_link_inside_the_document_is_one_where_it_leads_somewhere() -> None:
    blocks = (Paragraph((Span("Ada", href="#candidate-1"),)), Heading(2, inline("Ada"), "candidate-1"))
    found = read_back.html(writers.write(page(*blocks), "html"))
    assert [element.attributes["href"] for element in found.all("a")] == ["#candidate-1"]
    assert [element.attributes.get("id") for element in found.all("h2")] == ["candidate-1"]
    assert not read_back.markdown(writers.write(page(*blocks), "markdown")).links
    assert "#candidate-1" not in read_back.docx(writers.write(page(*blocks), "docx"))
    assert writers.write(page(*blocks), "pdf").startswith(b"%PDF-")


# Rows: CSV, XLSX


def rows_of(*values: Any) -> Document:
    return Document("ratings", "Rows", {}, rows=[{"text": value, "number": 1} for value in values])


LIVE = st.builds("".join, st.tuples(st.text(st.sampled_from(" \t\n\r\x00\u200b\ufeff'"), max_size=3),
                                    st.sampled_from("=+-@＝＋－＠"), TEXTS))  # fmt: skip


@tries(100)
@given(text=st.one_of(TEXTS, LIVE))
@example(text="a\r=1+1")
@example(text="\x01=1+1")
@example(text="-5")
def test_no_cell_of_a_csv_is_run(text: str) -> None:
    content = writers.write(rows_of(text), "csv").decode()
    header, row = csv.reader(io.StringIO(content, newline=""))
    assert header == ["text", "number"]
    cell = row[0]
    assert not re.match("[\\s\u200b-\u200f\u2060\ufeff\u00ad]*[=+\\-@＝＋－＠]", cell) or re.fullmatch(
        r"[-+]?\d+(\.\d+)?", cell
    )
    assert read_back.shown(cell) in (read_back.shown(text), "'" + read_back.shown(text))


def test_a_live_column_name_is_made_harmless_too() -> None:
    written = Document("ratings", "Rows", {}, rows=[{"=1+1": "x"}])
    assert writers.write(written, "csv").startswith(b"'=1+1\n")


@tries(40)
@given(text=st.one_of(TEXTS, LIVE))
@example(text="_x0041_ \ufffe")
@example(text="https://example.com")
def test_no_cell_of_a_workbook_is_run(text: str) -> None:
    import python_calamine

    content = writers.write(rows_of(text), "xlsx")
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert sheet[0] == ["text", "number"]
    assert read_back.shown(str(sheet[1][0])) == read_back.shown(text)


@pytest.mark.parametrize("format", ["csv", "xlsx"])
@pytest.mark.parametrize("value", [float("nan"), None])
def test_what_is_missing_is_an_empty_cell(format: str, value: Any) -> None:
    content = writers.write(rows_of(value), format)
    if format == "csv":
        assert content == b"text,number\n,1\n"
    else:
        assert b'r="A2"' not in zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    "title", ["a/b:c*d?e[f]g\\h", "'quoted'", "😀" * 40, "", "Scores: Machine-learning engineer, senior"]
)
def test_any_title_makes_a_sheet(title: str) -> None:
    assert writers.write(Document("ratings", title, {}, rows=[{"a": 1}]), "xlsx").startswith(b"PK")


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_a_page_is_no_table(format: str) -> None:
    with pytest.raises(HiretoolError, match=r"This list is not a table; .* Use markdown, html or json"):
        writers.write(page(), format)


# JSON


def test_json_has_its_version_and_nothing_that_json_lacks() -> None:
    import numpy as np

    data = {
        "nan": float("nan"),
        "infinite": [float("inf"), np.float64("nan")],
        "day": datetime.date(2026, 11, 20),
        "moment": datetime.datetime(2026, 11, 20, 9, 30, tzinfo=datetime.UTC),
        "count": np.int64(3),
        "schema": 99,
    }
    found = json.loads(writers.write(Document("list", "T", data), "json"), parse_constant=pytest.fail)
    assert list(found)[:3] == ["schema", "kind", "title"]
    assert found["schema"] == 1
    assert (found["nan"], found["infinite"], found["count"]) == (None, [None, None], 3)
    assert (found["day"], found["moment"]) == ("2026-11-20", "2026-11-20T09:30:00+00:00")


@tries(40)
@given(text=st.text(st.characters(exclude_categories=()), max_size=30))
def test_json_holds_any_text(text: str) -> None:
    content = writers.write(Document("list", "T", {"text": text}), "json")
    assert json.loads(content)["text"] == text.encode("utf-8", "replace").decode()


def test_only_a_document_with_linked_data_is_written_as_such() -> None:
    with pytest.raises(HiretoolError, match="This list has no JSON-LD"):
        writers.write(page(), "jsonld")
    assert json.loads(writers.write(page(linked_data={"@type": "JobPosting"}), "jsonld")) == {"@type": "JobPosting"}


def test_texts_of_the_document_module_are_plain() -> None:
    assert document.plain((Span("a", strong=True), Span("b"))) == "ab"
    assert document.plain("ab") == "ab"
