"""A post as it is seen: by people who need a page to be whole, in Word, on paper, and with letters that no font has."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest

from hiretool import writers
from hiretool.document import Document
from tests import axe, browser, read_back
from tests.documents import made, post
from tests.test_job_language import arabic

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FULL: dict[str, Any] = {
    "remote_countries": ["Germany", "Kenya"],
    "remote_rules": "Two visits a year.",
    "team": "Four people and a boat.",
    "benefits": ["30 days of leave"],
    "other_pay": "A bonus.",
    "opening": "R-7",
    "closes": "2027-01-31",
    "answer_within_days": 10,
}


def full() -> Document:
    """A small post with everything that one can hold."""
    return post(**FULL)


# axe-core: rules of WCAG that a program can test


@pytest.fixture(scope="module")
def chromium() -> str:
    path = browser.chromium()
    if path is None:
        pytest.skip("no Chromium: neither /usr/bin/chromium nor the CHROMIUM variable names one")
    if axe.script() is None:
        pytest.skip("no axe-core: the development dependency axe-playwright-python is not installed")
    return path


PAGES = {"post": full, "arabic": lambda: arabic(**FULL), "packet": lambda: made("packet")}


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_violation(name: str, dark: bool, width: int, chromium: str, tmp_path: Path) -> None:
    content = writers.write(PAGES[name](), "html")
    assert axe.violations(chromium, content, tmp_path, dark=dark, width=width) == []


@pytest.mark.slow
def test_axe_finds_a_violation_where_there_is_one(chromium: str, tmp_path: Path) -> None:
    content = writers.write(full(), "html")
    broken = content.replace(b"</main>", b"<p style='color:#ccc'>faint</p><img src='data:,'></main>")
    found = [rule for rule, _, _ in axe.violations(chromium, broken, tmp_path)]
    assert found == ["color-contrast", "image-alt"]


@pytest.mark.slow
def test_an_arabic_post_fits_a_telephone(chromium: str, tmp_path: Path) -> None:
    found = browser.widths(chromium, writers.write(arabic(**FULL), "html"), 390, tmp_path)
    assert found["page"] <= found["window"] == 390


# Word


def test_a_post_in_word_has_real_headings_in_order() -> None:
    found = docx.Document(io.BytesIO(writers.write(full(), "docx")))
    headings = [
        (line.style.name, line.text) for line in found.paragraphs if line.style.name.startswith(("Title", "Head"))
    ]
    assert headings[0] == ("Title", "Senior engineer")
    assert {style for style, _ in headings[1:]} == {"Heading 1"}
    assert [text for _, text in headings[1:]] == re.findall(
        "^## (.*)$", writers.write(full(), "markdown").decode(), re.MULTILINE
    )


def test_tables_of_a_post_in_word_have_a_head_that_repeats_and_pictures_with_words() -> None:
    found = docx.Document(io.BytesIO(writers.write(full(), "docx")))
    assert len(found.tables) == 2
    for table in found.tables:
        assert table.rows[0]._tr.trPr.find(f"{WORD}tblHeader") is not None
        assert all(cell.text for cell in table.rows[0].cells)
    assert "Minutes 0 to 45 of 60" in read_back.docx(writers.write(full(), "docx"))


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.parametrize("name", ["post", "arabic"])
def test_a_post_in_word_opens_in_libreoffice(name: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice: soffice is not on the PATH")
    (tmp_path / "post.docx").write_bytes(writers.write(PAGES[name](), "docx"))
    # A profile of its own: two that share one wait for each other.
    command = [office, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "post.docx")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=170, check=False)
    assert (tmp_path / "post.pdf").exists(), done.stderr
    text = read_back.pdf((tmp_path / "post.pdf").read_bytes(), tmp_path)
    if text is not None:
        assert "Writes programs" in text
        assert "Four people and a boat." in text


# Letters that no font has

TOFU = "\U000f0000"
"""A private-use letter, which no font of any machine should have."""


def test_a_letter_that_no_font_has_is_named_and_not_printed_as_a_box(tmp_path: Path) -> None:
    given = post(name=f"Tide{TOFU}line", team=f"We are {TOFU}\U000f0001.")
    content = writers.write(given, "pdf")
    # Only a file without any box passes as PDF/UA.
    assert b"pdfuaid" in content
    text = read_back.pdf(content, tmp_path)
    if text is None:
        pytest.skip("no pdftotext on this machine")
    assert "Tide[U+F0000]line" in text
    assert "We are [U+F0000][U+F0001]." in text
    assert "This PDF lacks letters: U+F0000, U+F0001 are in no font at hand" in " ".join(text.split())


def test_whoever_makes_the_pdf_is_told_of_such_letters() -> None:
    [remark] = writers.remarks(post(name=f"Tide{TOFU}line"), "pdf")
    assert remark.startswith("This PDF lacks letters: U+F0000 are in no font at hand")
    assert "HIRETOOL_FONTS" in remark


@pytest.mark.parametrize("format", writers.names())
def test_there_is_nothing_to_remark_on_a_post_in_plain_letters(format: str) -> None:
    assert writers.remarks(full(), format) == []
    assert writers.remarks(post(name="Zoë Ọlá Đàm Łukasz"), format) == []


def test_many_letters_are_named_up_to_a_number() -> None:
    [remark] = writers.remarks(post(about="".join(chr(0xF0000 + number) for number in range(20))), "pdf")
    assert "U+F0007 and 12 more" in remark
    assert "U+F0008" not in remark


def test_names_in_unicode_come_through_in_every_format(tmp_path: Path) -> None:
    name = "Ọlá Đàm Łukasz سلمى"
    given = post(name=name)
    for format in ("markdown", "html", "docx", "jsonld", "json"):
        content = writers.write(given, format)
        text = read_back.docx(content) if format == "docx" else content.decode()
        assert name in text, format
    text = read_back.pdf(writers.write(given, "pdf"), tmp_path)
    if text is not None:
        assert "Ọlá Đàm Łukasz" in text
