"""Every document that hiretool makes: each format writes it, and its page works for everybody, without outside help."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hiretool import writers
from hiretool.document import Cell, Span, bullets, cells, inline, plain
from hiretool.errors import HiretoolError
from hiretool.writers import _finder, _form_page
from tests import browser, read_back
from tests.documents import KINDS, committee, made, panel
from tests.read_back import Element

TEMPLATES = {path.name.removesuffix(".md.j2") for path in Path(writers.__file__).parents[1].glob("templates/*.md.j2")}


def test_the_examples_hold_every_kind_that_has_a_template() -> None:
    # The report of people found belongs to sourcing, and is tested there.
    assert set(KINDS) == TEMPLATES - {"people"}


@pytest.mark.parametrize("format", writers.names())
@pytest.mark.parametrize("kind", KINDS)
def test_every_format_writes_every_document_or_says_why_not(kind: str, format: str) -> None:
    try:
        content = writers.write(made(kind), format)
    except HiretoolError as error:
        content = str(error).encode() if "Use " in str(error) else b""
    assert content


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_is_written_the_same_twice(kind: str) -> None:
    for format in ("markdown", "html", "json", "table"):
        assert writers.write(made(kind), format) == writers.write(KINDS[kind](), format)


@pytest.mark.parametrize("kind", KINDS)
def test_json_is_an_interface(kind: str) -> None:
    data = json.loads(writers.write(made(kind), "json"), parse_constant=pytest.fail)
    assert list(data)[:3] == ["schema", "kind", "title"]
    assert (data["schema"], data["kind"], data["title"]) == (1, kind, made(kind).title)
    assert all(name == name.lower() and " " not in name for name in data)


@pytest.fixture(params=KINDS)
def page(request: pytest.FixtureRequest) -> Element:
    return read_back.html(writers.write(made(request.param), "html"))


def test_a_page_asks_the_network_for_nothing(page: Element) -> None:
    assert not list(page.all("link", "img", "iframe", "object", "embed", "audio", "video", "base", "form"))
    for element in page.all():
        assert not {"src", "srcset", "action", "formaction", "background", "poster"} & set(element.attributes)
        assert not [name for name in element.attributes if name.startswith("on")]
        if "href" in element.attributes:
            assert element.tag == "a"
    assert "url(" not in next(page.all("style")).text()
    assert "@import" not in next(page.all("style")).text()


def test_a_page_runs_no_script_but_that_of_a_form_or_of_a_search(page: Element) -> None:
    asks = any("data-column" in element.attributes for element in page.all())
    searched = any(element.attributes.get("role") == "search" for element in page.all())
    own = [script for script in page.all("script") if script.attributes != {"type": "application/ld+json"}]
    rows = [{"type": "application/json", "id": "rows"}] if asks else []
    assert [script.attributes for script in own] == [*rows, *({} for _ in range(asks + searched))]
    known = [_form_page.script().strip()] * asks + [_finder.script().strip()] * searched
    assert [script.exact_text().strip() for script in own[len(rows) :]] == known


def test_a_page_has_a_language_a_title_and_one_main_part(page: Element) -> None:
    assert [element.attributes.get("lang") for element in page.all("html")] == ["en"]
    assert [len(list(page.all(tag))) for tag in ("main", "h1")] == [1, 1]
    titles = list(next(page.all("head")).all("title"))
    assert [title.text() for title in titles] == [next(page.all("h1")).text()]
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in [
        element.attributes for element in page.all("meta")
    ]


def test_the_outline_of_a_page_skips_no_level(page: Element) -> None:
    levels = [int(element.tag[1]) for element in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))
    assert all(element.text().strip() for element in page.all("h1", "h2", "h3", "h4", "h5", "h6"))


def test_a_table_says_what_it_is_and_what_its_heads_are_for(page: Element) -> None:
    for table in page.all("table"):
        assert next(table.all("caption")).text().strip()
        heads = list(table.all("th"))
        assert heads
        assert all(head.attributes.get("scope") in ("row", "col") for head in heads)
        rows = list(next(table.all("tbody")).all("tr"))
        width = len(list(next(table.all("thead")).all("th", "td")))
        assert all(len([child for child in row.children if isinstance(child, Element)]) == width for row in rows)


def test_a_part_that_scrolls_can_be_reached_by_key_and_has_a_name(page: Element) -> None:
    for element in page.all("div"):
        if str(element.attributes.get("class")).startswith("scroll"):
            assert element.attributes["tabindex"] == "0"
            assert element.attributes["role"] == "group"
            assert element.attributes["aria-label"]


def test_a_chart_is_an_image_with_a_name(page: Element) -> None:
    for chart in page.all("svg"):
        assert chart.attributes["role"] == "img"
        assert next(chart.all("title")).text().strip()


def test_links_inside_a_page_lead_somewhere(page: Element) -> None:
    ids = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for link in page.all("a"):
        href = str(link.attributes["href"])
        beside = page_kind(page) == "catalogue" and re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+\.html", href)
        assert beside or href.startswith(("https://", "http://", "mailto:")) or href.removeprefix("#") in ids


def page_kind(page: Element) -> object:
    return next(page.all("body")).attributes["class"]


def test_only_a_job_post_is_for_search_engines() -> None:
    for kind in KINDS:
        content = writers.write(made(kind), "html").decode()
        assert ('<meta name="robots" content="noindex">' in content) == (kind != "job-post")


def test_texts_are_spans_and_back() -> None:
    assert inline("a") == (Span("a"),)
    assert inline((Span("a", strong=True),)) == (Span("a", strong=True),)
    assert plain((Span("a"), Span("b", code=True))) == "ab"
    assert cells("a", Cell(inline("b"), "head")) == (Cell(inline("a")), Cell(inline("b"), "head"))
    assert [plain(item[0].text) for item in bullets(["a", "b"]).items] == ["a", "b"]


# In a browser


WIDTHS = (1280, 390)


@pytest.fixture(scope="module")
def chromium() -> str:
    path = browser.chromium()
    if path is None:
        pytest.skip("no Chromium: neither /usr/bin/chromium nor the CHROMIUM variable names one")
    return path


def pages() -> Iterator[tuple[str, bytes]]:
    for kind in KINDS:
        yield kind, writers.write(made(kind), "html")
    yield "packet-60", writers.write(committee(panel(60, 9)), "html")


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_its_window(width: int, chromium: str, tmp_path: Path) -> None:
    for name, content in pages():
        found = browser.widths(chromium, content, width, tmp_path / f"{name}-{width}")
        assert found["window"] == width, name
        assert found["page"] <= width, f"{name}: {found}"


@pytest.mark.slow
def test_a_faint_text_is_found(chromium: str, tmp_path: Path) -> None:
    content = writers.write(made("list"), "html").replace(b"</main>", b"<p style='color:#bbb'>faint</p></main>")
    assert [text for text, _ in browser.faint_texts(chromium, content, tmp_path, dark=False, least=4.5)] == ["faint"]
    assert not browser.faint_texts(chromium, content, tmp_path, dark=True, least=4.5)


@pytest.mark.slow
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(dark: bool, chromium: str, tmp_path: Path) -> None:
    # 4.5 to 1 for text. Source: WCAG 2.2, 1.4.3.
    for name, content in pages():
        faint = browser.faint_texts(chromium, content, tmp_path / f"{name}-{dark}", dark=dark, least=4.5)
        assert not faint, f"{name}: {faint[:5]}"


@pytest.mark.slow
def test_a_packet_prints_and_is_pictured(chromium: str, tmp_path: Path) -> None:
    content = writers.write(made("packet"), "html")
    printed = browser.printed(chromium, content, tmp_path / "print")
    assert printed.startswith(b"%PDF-")
    text = read_back.pdf(printed, tmp_path)
    if text is not None:
        assert "Candidate 01" in text
        assert "The committee's decision" in text
    for width in WIDTHS:
        assert browser.pictured(chromium, content, width, tmp_path / f"shot-{width}").startswith(b"\x89PNG")
