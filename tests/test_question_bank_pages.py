"""The bank as a whole: what passes the options, its pages to look through, and how many families each round has."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hiretool import discover, questions
from hiretool.kit import coverage
from hiretool.model import ANCHOR_LEVELS
from tests import browser
from tests.conftest import LIBRARY, Run

BROWSER = browser.chromium()
NEEDS_BROWSER = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium")
Listed = Callable[..., list[str]]


@pytest.fixture
def listed(run: Run) -> Listed:
    def ids(*options: str) -> list[str]:
        found = run("--library", LIBRARY, "question", "list", *options, "--json")
        assert found.code == 0, found.stderr
        return [row["id"] for row in json.loads(found.stdout)]

    return ids


@functools.cache
def entries() -> list[questions.Entry]:
    return list(questions.all(discover.library(LIBRARY)))


@pytest.mark.parametrize(
    ("options", "holds"),
    [
        (("--interview", "math"), lambda question: question.format == "math"),
        (("--level", "staff"), lambda question: "staff" in question.levels),
        (("--level", "director"), lambda question: "staff" in question.levels),
        (("--competency", "coding"), lambda question: "coding" in question.competencies),
        (("--role", "ml-engineer"), lambda question: "ml-engineer" in question.roles),
        (("--at-most", "8"), lambda question: question.minutes.total() <= 8),
        (("--family", "leakage-cv"), lambda question: question.family == "leakage-cv"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_an_option_keeps_those_that_pass_and_no_other(
    listed: Listed, options: tuple[str, ...], holds: Callable[[questions.Question], bool]
) -> None:
    expected = [entry.question.id for entry in entries() if holds(entry.question)]
    assert listed(*options) == expected
    assert 0 < len(expected) < len(entries())


def test_words_are_looked_for_in_title_and_prompt_and_never_in_the_guide(listed: Listed) -> None:
    assert "math/two-coins" in listed("--words", "COIN")
    entry = next(entry for entry in entries() if entry.question.id == "math/two-coins")
    assert "interviewer" in (entry.folder / "interviewer.md").read_text().casefold()
    assert entry.question.id not in listed("--words", "interviewer")
    assert listed("--words", entry.canary) == []


@pytest.mark.parametrize(
    ("option", "name", "said"),
    [("--family", "leakage-cw", "leakage-cv"), ("--role", "ml-enginer", "ml-engineer"), ("--at-most", "0", "x>=1")],
)
def test_a_name_that_the_bank_lacks_is_said_with_what_was_meant(run: Run, option: str, name: str, said: str) -> None:
    found = run("question", "list", option, name)
    assert found.code in (1, 2)
    assert said in found.stderr


def _pages(run: Run, tmp_path: Path, *options: str) -> dict[str, str]:
    made = run("--library", LIBRARY, "question", "catalogue", "--interview", "math", *options, "-o", "pages")
    assert made.code == 0, made.stderr
    folder = tmp_path / "pages"
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*.html")}


def test_each_question_has_a_page_that_the_list_links_to(run: Run, tmp_path: Path) -> None:
    pages = _pages(run, tmp_path)
    ids = [entry.question.id for entry in entries() if entry.question.format == "math"]
    assert sorted(pages) == sorted([*(f"{name}.html" for name in ids), "index.html"])
    assert all(f'href="{name}.html"' in pages["index.html"] for name in ids)


def test_secret_parts_are_in_the_interviewers_pages_only(run: Run, tmp_path: Path) -> None:
    entry = next(entry for entry in entries() if entry.question.id == "math/two-coins")
    assert entry.hints is not None
    hint = entry.hints.said(entry.hints.ladder[0], {})
    open_to_all = "".join(_pages(run, tmp_path).values())
    assert hint not in open_to_all
    assert "For the interviewer" not in open_to_all
    assert "hiretool-canary" not in open_to_all
    (tmp_path / "pages").rename(tmp_path / "before")
    for_interviewers = _pages(run, tmp_path, "--guide")["math/two-coins.html"]
    assert hint in for_interviewers
    assert "Training answers" in for_interviewers


def test_a_catalogue_of_nothing_is_not_written(run: Run, tmp_path: Path) -> None:
    made = run("question", "catalogue", "--words", "xyzzyplugh", "-o", "pages")
    assert made.code == 1
    assert "No question of the bank passes" in made.stderr
    assert not (tmp_path / "pages").exists()


SEARCH = """
const page = frame.contentDocument;
const shown = () => [...page.querySelectorAll("tbody tr")].filter((row) => row.getClientRects().length).length;
const set = (control, value) => {
  control.value = value;
  control.dispatchEvent(new frame.contentWindow.Event("input", {bubbles: true}));
};
const [format, , level, , minutes] = page.querySelectorAll(".finder select");
found = [shown()];
set(format, "theory"); found.push(shown());
set(level, "staff"); found.push(shown());
page.querySelector(".finder button").click();
set(format, ""); set(level, "");
set(minutes, "8"); found.push(shown());
set(minutes, "");
set(page.querySelector("[data-words]"), "COINS two"); found.push(shown());
found.push(page.querySelector("output").textContent);
"""


@NEEDS_BROWSER
def test_the_list_is_narrowed_down_in_a_browser(run: Run, tmp_path: Path) -> None:
    run("--library", LIBRARY, "question", "catalogue", "-o", "all")
    assert BROWSER is not None
    found = browser.asked(BROWSER, (tmp_path / "all" / "index.html").read_bytes(), SEARCH, tmp_path)
    asked = [entry.question for entry in entries()]
    theory = [question for question in asked if question.format == "theory"]
    expected = [
        len(asked),
        len(theory),
        sum("staff" in question.levels for question in theory),
        sum(question.minutes.total() <= 8 for question in asked),
        1,
        f"1 of {len(asked)}",
    ]
    assert found == expected


# Figures


def test_counts_are_those_of_the_folder(run: Run) -> None:
    found = json.loads(run("question", "counts", "--json").stdout)
    bank = list(questions.all(discover.library()))
    assert (
        found["total"]
        == len(bank)
        == found["by_format"]["math"]["all"]
        + sum(levels["all"] for name, levels in found["by_format"].items() if name != "math")
    )
    assert found["families"] == len({entry.question.family for entry in bank})
    shown = run("question", "counts")
    assert shown.code == 0
    assert max(map(len, shown.stdout.splitlines())) <= 80


def test_a_cell_counts_families_and_not_questions(run: Run) -> None:
    found = json.loads(run("question", "counts", "--json").stdout)
    bank = list(questions.all(discover.library()))
    cell = next(cell for cell in found["cells"] if (cell["role"], cell["format"]) == ("ml-engineer", "coding"))
    asked = [
        entry.question
        for entry in bank
        if entry.question.format == "coding"
        and "ml-engineer" in entry.question.roles
        and cell["level"] in entry.question.levels
    ]
    assert (cell["questions"], cell["families"]) == (len(asked), len({question.family for question in asked}))


def test_every_round_of_a_shipped_role_has_families_enough(run: Run) -> None:
    """Two candidates need not meet the same question, and one that became known can rest."""
    found = json.loads(run("question", "counts", "--json").stdout)
    assert found["enough"] == coverage.ENOUGH
    assert found["thin"] == []
    assert set(found["by_role"]["ml-engineer"]) == {"all", *ANCHOR_LEVELS}


def test_only_what_passes_the_options_is_proved(run: Run) -> None:
    found = run("--library", LIBRARY, "question", "check", "--family", "coins", "--variants", "5", "--json")
    assert [row["id"] for row in json.loads(found.stdout)["questions"]] == ["math/two-coins"]
