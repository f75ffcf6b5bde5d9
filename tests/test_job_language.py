"""Posts in another language: a translation is a folder, it leaves nothing out, and it may be written from the right."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path
from typing import Any

import docx
import pytest

from hiretool import discover, job, writers
from hiretool.document import Cell, Code, Column, Document, Facts, Paragraph, Span, Table, cells, inline
from hiretool.errors import DataError, NotFoundError, Problems
from hiretool.job import words
from hiretool.writers import _direction
from tests import read_back
from tests.conftest import LIBRARY
from tests.documents import TODAY, company, library, page, post, role

ARABIC = LIBRARY / "translations" / "ar"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def in_language(found: discover.Library, tongue: str = "ar", /, **changes: Any) -> Document:
    facts = {"name": "Tideline", "closes": "2027-01-31", "opening": "R-7"} | changes
    return job.build(
        role(), company(**facts), found, level="senior", organization="embedded", today=TODAY, in_language=tongue
    )


def arabic(**changes: Any) -> Document:
    return in_language(library(), **changes)


@pytest.fixture
def own(tmp_path: Path) -> discover.Library:
    """The small library with a copy of its translation laid over it, to be changed."""
    shutil.copytree(ARABIC, tmp_path / "own" / "translations" / "ar")
    return discover.Library((LIBRARY, tmp_path / "own"))


def changed(found: discover.Library, name: str, old: str, new: str) -> Path:
    path = found.roots[-1] / "translations" / "ar" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


# Nothing in another language


def test_no_english_word_of_ours_is_left_in_a_translation() -> None:
    content = writers.write(arabic(), "markdown").decode()
    data = arabic().data
    theirs = {
        word
        for value in (role().title, *data.values(), role().must_haves, *role().levels.values())
        for word in re.findall(r"[A-Za-z]+", str(value))
    }
    assert set(re.findall(r"[A-Za-z]{2,}", content)) - theirs == set()


def test_labels_titles_amounts_and_places_are_of_the_language() -> None:
    content = writers.write(arabic(remote_countries=["كينيا"], answer_within_days=10), "markdown").decode()
    assert content.startswith("# Engineer، مستوى متقدم\n")
    for told in (
        "- **الأجر:** من 88٬000 إلى 112٬000 EUR في السنة قبل الضريبة",
        "- **المكان:** Leipzig، أو عن بعد من كينيا",
        "- **العقد:** دوام كامل",
        "| شرط لازم | كيف يمكن إثباته |",
        "4. تسمع منا خلال 10 يوما بعد آخر جولة.",
    ):
        assert told in content, told


def test_cents_have_the_mark_of_the_language() -> None:
    pay = {"min": 18.5, "max": 1000, "currency": "EUR", "period": "hour"}
    assert "من 18٫50 إلى 1٬000 EUR في الساعة" in writers.write(arabic(pay=pay), "markdown").decode()


def test_search_engines_are_told_the_same_in_that_language() -> None:
    described = read_back.shown(writers.write(arabic(), "jsonld").decode())
    assert read_back.shown("نحكم على الطلبات بما يطلبه هذا الإعلان") in described


def test_a_bar_is_named_in_the_language() -> None:
    content = writers.write(arabic(), "html").decode()
    assert "<title>من الدقيقة 0 إلى 45 من 60</title>" in content
    assert "Minutes 0" not in content


# Gaps


def test_every_language_there_is_can_be_asked_for(own: discover.Library) -> None:
    assert list(words.languages(own)) == ["ar"]
    assert words.language("en", own).templates is None
    with pytest.raises(NotFoundError, match=r"No translation named 'arr'\. Did you mean 'ar'"):
        in_language(own, "arr")


def test_keys_that_a_translation_lacks_are_named_all_at_once(own: discover.Library) -> None:
    path = changed(own, "words.yaml", "list_comma:", "# list_comma:")
    changed(own, "words.yaml", "  pay: الأجر\n", "")
    with pytest.raises(Problems) as caught:
        in_language(own)
    said = str(caught.value)
    assert "list_comma: is missing" in said
    assert "facts.pay: is missing" in said
    assert said.startswith(str(path))


@pytest.mark.parametrize(
    ("old", "new", "saying"),
    [
        ("من {min} إلى {max} {currency} {period}", "من {min} إلى {max} {period}", "amounts.range: expected {currency}"),
        ("{count} دقيقة", "{minutes} دقيقة", "times.minutes: expected {count}"),
        ('foot: "{title}، {company}"', 'foot: "{title} {company} {x}"', "foot: nothing is known for {x}"),
        ("direction: rtl", "direction: left", "direction: expected 'ltr' or 'rtl'"),
        ("language: ar", "language: fa", "language: expected 'ar' as the folder is called, got 'fa'"),
        ("schema: 1", "schema: 1\nlabels: {}", "labels: unknown key"),
    ],
)
def test_a_mistake_in_the_words_is_named(own: discover.Library, old: str, new: str, saying: str) -> None:
    changed(own, "words.yaml", old, new)
    with pytest.raises((Problems, DataError), match=re.escape(saying)):
        in_language(own)


@pytest.mark.parametrize("name", words.FILES)
def test_a_translation_has_both_files(own: discover.Library, name: str) -> None:
    (own.roots[-1] / "translations" / "ar" / name).unlink()
    with pytest.raises(
        DataError, match=f"{re.escape(name)}: is missing; a translation has words.yaml and job-post.md.j2"
    ):
        in_language(own)


@pytest.mark.parametrize(
    ("old", "missing"),
    [
        ("{{ part.needs }}", "part.needs"),
        ("{{ part.trade_offs }}", "part.trade_offs"),
        ("{{ accommodation_contact }}", "accommodation_contact"),
        ("{{ mission }}", "mission"),
        ("{{ posted }}", "posted"),
    ],
)
def test_what_a_translation_leaves_out_is_named(own: discover.Library, old: str, missing: str) -> None:
    path = changed(own, "job-post.md.j2", old, "")
    with pytest.raises(Problems, match=rf"{re.escape(str(path))}: leaves out \{{\{{ {missing} \}}\}}"):
        writers.write(in_language(own), "markdown")


@pytest.mark.parametrize(
    ("old", "new", "saying"),
    [
        ("{{ mission }}", "{{ mission }}{% if %}", ":9: is no template: "),
        ("{{ mission }}", "{{ mission }}{{ misson }}", "cannot be filled in: 'misson' is undefined"),
        (
            "{{ mission }}",
            "{{ mission }}{{ ''.__class__.__mro__ }}",
            "cannot be filled in: access to attribute '__class__'",
        ),
        ("{{ mission }}", "{{ mission }}{{ 1 / 0 }}", "cannot be filled in: division by zero"),
    ],
)
def test_a_template_that_cannot_be_filled_in_is_the_libraries_mistake(
    own: discover.Library, old: str, new: str, saying: str
) -> None:
    path = changed(own, "job-post.md.j2", old, new)
    with pytest.raises((Problems, DataError), match=re.escape(f"{path}") + ".*" + re.escape(saying)):
        writers.write(in_language(own), "html")


def test_a_library_may_bring_its_own_english(own: discover.Library) -> None:
    folder = own.roots[-1] / "translations" / "en"
    folder.mkdir()
    shipped = Path(writers.__file__).parents[1] / "templates"
    for name in words.FILES:
        shutil.copy(shipped / name, folder / name)
    (folder / "words.yaml").write_text(
        (shipped / "words.yaml").read_text(encoding="utf-8").replace("Senior {role}", '"{role} III"'), encoding="utf-8"
    )
    assert in_language(own, "en").title == "Engineer III"
    assert post().title == "Senior engineer"


def test_a_brace_in_the_data_is_no_name() -> None:
    content = writers.write(arabic(name="{role} {{ 7 * 191 }}"), "markdown").decode()
    assert "1337" not in content
    assert "{role} {{ 7 \\* 191 }}" in content


# From the right


def test_a_page_says_its_language_and_direction() -> None:
    root = next(read_back.html(writers.write(arabic(), "html")).all("html"))
    assert root.attributes == {"lang": "ar", "dir": "rtl"}
    root = next(read_back.html(writers.write(post(), "html")).all("html"))
    assert root.attributes == {"lang": "en"}


def test_no_rule_of_the_page_knows_left_from_right() -> None:
    style = (Path(writers.__file__).parents[1] / "templates" / "_page.css").read_text(encoding="utf-8")
    for side in ("left", "right"):
        assert not re.search(rf"(?:text-align|float)\s*:\s*{side}|(?:padding|margin|border|inset)-{side}\b", style)
        assert not re.search(rf"[;{{\s]{side}\s*:", style)


def test_latin_words_and_days_keep_their_order_on_a_page_from_the_right() -> None:
    def shown(text: str) -> str:
        [block] = _direction.isolated((Paragraph(inline(text)),), page(direction="rtl"))
        assert isinstance(block, Paragraph)
        return block.text[0].text

    assert shown("Writes programs.") == "\u2066Writes programs.\u2069"
    assert shown(" Sets direction. ") == " \u2066Sets direction.\u2069 "
    assert shown("Tideline شركة.") == "\u200fTideline شركة."
    assert shown("حتى 2027-01-31.") == "حتى \u20662027-01-31\u2069."
    assert shown("نقيس الماء.") == "نقيس الماء."
    assert shown("12") == "12"
    assert shown("") == ""


def test_a_page_from_the_left_is_left_as_it_is() -> None:
    blocks = (Paragraph(inline("Writes programs. حتى 2027-01-31")),)
    assert _direction.isolated(blocks, page()) is blocks
    assert _direction.marked(blocks, page()) is blocks


def test_every_text_of_a_block_is_kept_and_no_name_of_a_part_is() -> None:
    cell = Cell((Span("a", href="https://a.example/"),), "head", "b", points=("c",))
    table = Table((Column("d", note="e"),), (cells(cell),), "f")
    kept = _direction.isolated((table, Facts((("g", inline("h")),)), Code("i")), page(direction="rtl"))
    told = repr(kept)
    for letter in "abcdefgh":
        assert f"\\u2066{letter}\\u2069" in told, letter
    assert "Code(text='i')" in told
    assert "href='https://a.example/'" in told
    assert "kind='head'" in told


def test_a_pdf_from_the_right_is_tagged_and_in_its_language(tmp_path: Path) -> None:
    content = writers.write(arabic(), "pdf")
    assert b"/StructTreeRoot" in content
    assert b"/Lang" in content
    assert b"pdfuaid" in content
    text = read_back.pdf(content, tmp_path)
    if text is not None:
        assert "Writes programs" in text
        # A reader of the file may give the letters in either order, and their joined forms.
        assert re.search("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]", text)


def test_word_reads_paragraphs_and_tables_from_the_right() -> None:
    found = docx.Document(io.BytesIO(writers.write(arabic(), "docx")))
    styles = found.styles.element
    assert styles.find(f"{WORD}docDefaults/{WORD}pPrDefault/{WORD}pPr/{WORD}bidi") is not None
    spoken = styles.find(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr/{WORD}lang")
    assert (spoken.get(f"{WORD}val"), spoken.get(f"{WORD}bidi")) == ("ar", "ar")
    assert found.sections[0]._sectPr.find(f"{WORD}bidi") is not None
    assert all(table._tbl.tblPr.find(f"{WORD}bidiVisual") is not None for table in found.tables)
    runs = [run for line in found.paragraphs for run in line.runs if run.text.strip()]
    for run in runs:
        assert bool(run.font.rtl) == bool(re.search("[\u0600-\u06ff]", run.text)), run.text
    assert found.core_properties.language == "ar"


def test_word_keeps_one_size_for_letters_of_both_directions() -> None:
    found = docx.Document(io.BytesIO(writers.write(arabic(), "docx")))
    for root in (found.styles.element, found.element):
        for name, twin in (("sz", "szCs"), ("b", "bCs")):
            for element in root.iter(f"{WORD}{name}"):
                after = element.getnext()
                assert after is not None
                assert after.tag == f"{WORD}{twin}"
                assert dict(after.attrib) == dict(element.attrib)


def test_a_link_in_word_is_told_once_from_the_right_too() -> None:
    assert read_back.docx(writers.write(arabic(), "docx")).count("https://tideline.example/jobs/7") == 1


def test_a_word_file_from_the_left_is_what_it_was() -> None:
    found = docx.Document(io.BytesIO(writers.write(post(), "docx")))
    assert not list(found.element.iter(f"{WORD}bidi", f"{WORD}rtl", f"{WORD}bidiVisual"))
    assert found.styles.element.find(f"{WORD}docDefaults/{WORD}pPrDefault/{WORD}pPr/{WORD}bidi") is None
