"""hiretool job write: where the company comes from, what is said beside the post, and the folder for a careers site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hiretool import shipped
from hiretool.job import google
from tests import read_back
from tests.conftest import LIBRARY, Result, Run
from tests.documents import TODAY

COMPANY = """\
schema: 1
name: Tideline
site: https://tideline.example/
about: We measure.
organization: embedded
location: {city: Denver, region: CO, country: US}
pay: {min: 88000, max: 112000, currency: USD}
accommodation_contact: Write to us.
apply_url: https://tideline.example/jobs/7
opening: R-7
posted: "2026-11-20"
"""
BUNDLE = ["index.html", "post.docx", "post.md", "post.pdf", "posting.jsonld"]


@pytest.fixture
def company(tmp_path: Path) -> Path:
    path = tmp_path / "company.yaml"
    path.write_text(COMPANY, encoding="utf-8")
    return path


@pytest.fixture
def write(run: Run) -> Run:
    """job write on the small library."""

    def call(*arguments: object, input: str | bytes = b"") -> Result:
        return run("--library", LIBRARY, "job", "write", *arguments, input=input)

    return call


# The company


def test_the_company_of_the_workspace_serves_where_none_is_named(run: Run, tmp_path: Path) -> None:
    assert run("init", "hiring").code == 0
    (tmp_path / "hiring" / "company.yaml").write_text(COMPANY, encoding="utf-8")
    done = run("--workspace", "hiring", "--library", LIBRARY, "job", "write", "engineer")
    assert done.code == 0, done.stderr
    assert "Tideline" in done.stdout
    assert done.stderr.startswith("Company facts from hiring/company.yaml.\n")


def test_a_company_that_is_named_comes_before_that_of_the_workspace(run: Run, company: Path) -> None:
    run("init", "hiring")
    done = run("--workspace", "hiring", "--library", LIBRARY, "job", "write", "engineer", "--company", company)
    assert "Tideline" in done.stdout
    assert "Company facts" not in done.stderr


def test_without_a_company_the_way_to_one_is_told(write: Run) -> None:
    done = write("engineer")
    assert (done.code, done.stdout) == (2, "")
    assert "Missing option '--company', and there is no workspace here. hiretool init DIR makes" in done.stderr


def test_a_workspace_without_a_company_says_so(run: Run, tmp_path: Path) -> None:
    run("init", "hiring")
    (tmp_path / "hiring" / "company.yaml").unlink()
    done = run("--workspace", "hiring", "job", "write", "ml-engineer")
    assert done.code == 2
    assert "and hiring has no company.yaml" in done.stderr


def test_the_company_that_init_makes_is_one_that_can_be_posted(run: Run, tmp_path: Path) -> None:
    run("init", "hiring")
    made = (tmp_path / "hiring" / "company.yaml").read_bytes()
    assert made == (shipped.demo() / "company.yaml").read_bytes()
    done = run("--workspace", "hiring", "job", "write", "ml-engineer", "--json")
    assert json.loads(done.stdout)["company"] == "Halvorsen & Adeyemi Grid"


def test_each_key_of_a_company_is_shown_in_the_file_to_fill_in() -> None:
    from hiretool.job import Company

    text = (shipped.demo() / "company.yaml").read_text(encoding="utf-8")
    names = [field.alias or name for name, field in Company.model_fields.items()]
    assert [name for name in names if f"{name}:" not in text] == []


# What is said beside the post


def test_what_the_law_of_the_place_asks_is_said_beside_the_post(write: Run, company: Path) -> None:
    done = write("engineer", "--company", company)
    assert done.code == 0
    assert "Pay transparency, by the table of 2026-11-20 (notes, no legal advice):" in done.stderr
    assert "Denver, CO, US: Colorado: applies; it holds from 2021-01-01." in done.stderr
    assert "This post lacks the benefits, other pay such as a bonus or equity and the last day to apply." in done.stderr
    assert "Colorado" not in done.stdout.replace("Denver", "")


def test_a_law_of_the_day_of_the_post_counts_and_not_that_of_today(write: Run, company: Path) -> None:
    company.write_text(COMPANY.replace("2026-11-20", "2020-11-20"), encoding="utf-8")
    done = write("engineer", "--company", company)
    assert "Colorado: does not apply; it holds from 2021-01-01." in done.stderr


def test_a_library_of_ones_own_need_hold_no_table(write: Run, company: Path) -> None:
    # The small library is laid over the shipped one, whose table serves.
    assert "Pay transparency" in write("engineer", "--company", company).stderr


def test_a_title_of_several_jobs_is_refused_with_what_to_choose_by(run: Run, company: Path) -> None:
    done = run("job", "write", "data-scientist", "--company", company)
    assert (done.code, done.stdout) == (1, "")
    assert "Data scientist is the title of more than one job. Choose one by its duties with --track:" in done.stderr
    assert "ml-adjacent: More than half of the duties" in done.stderr
    assert "Better called: " in done.stderr


def test_the_better_title_and_its_template_are_said(run: Run, company: Path) -> None:
    done = run("job", "write", "data-scientist", "--company", company, "--track", "ml-adjacent", "--level", "senior")
    assert done.code == 0
    assert "Better called: ML engineer" in done.stderr
    assert "Its own template: hiretool job write ml-engineer --level senior" in done.stderr
    assert "Better called" not in done.stdout


def test_a_role_without_tracks_has_none_to_choose(write: Run, company: Path) -> None:
    done = write("engineer", "--company", company, "--track", "ml-adjacent")
    assert done.code == 1
    assert "No track of engineer named 'ml-adjacent'. There are none." in done.stderr


def test_letters_that_no_font_has_are_said(write: Run, company: Path) -> None:
    company.write_text(COMPANY.replace("name: Tideline", 'name: "Tideline \U000f0000"'), encoding="utf-8")
    done = write("engineer", "--company", company, "-o", "post.pdf")
    assert done.code == 0
    assert "This PDF lacks letters: U+F0000 are in no font at hand" in done.stderr
    assert "lacks letters" not in write("engineer", "--company", company, "-o", "post.html").stderr


# The bundle


def test_a_bundle_is_a_page_and_the_post_in_other_formats(write: Run, company: Path, tmp_path: Path) -> None:
    done = write("engineer", "--company", company, "--format", "bundle", "-o", "careers/r-7")
    assert (done.code, done.stdout) == (0, "")
    assert "Wrote careers/r-7 (5 files); index.html is the page." in done.stderr
    folder = tmp_path / "careers" / "r-7"
    assert sorted(path.name for path in folder.iterdir()) == BUNDLE
    posting = json.loads((folder / "posting.jsonld").read_bytes())
    page = read_back.html((folder / "index.html").read_bytes())
    assert json.loads(next(page.all("script")).text()) == posting
    assert not [problem for problem in google.problems(posting, TODAY) if problem.severity == "error"]
    assert (folder / "post.pdf").read_bytes().startswith(b"%PDF-")
    assert "# Engineer" in (folder / "post.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("output", [(), ("-o", "-")])
def test_a_bundle_does_not_go_to_standard_output(write: Run, company: Path, output: tuple[str, ...]) -> None:
    done = write("engineer", "--company", company, "--format", "bundle", *output)
    assert (done.code, done.stdout) == (2, "")
    assert "A bundle is a folder; pass -o DIR." in done.stderr


def test_a_bundle_replaces_nothing_unless_it_is_told_to(write: Run, company: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "post.md").write_text("mine", encoding="utf-8")
    (folder / "other.txt").write_text("mine", encoding="utf-8")
    bundle = ("engineer", "--company", company, "--format", "bundle", "-o", "out")
    done = write(*bundle)
    assert done.code == 1
    assert "out is not empty" in done.stderr
    assert (folder / "post.md").read_text(encoding="utf-8") == "mine"
    assert write(*bundle, "--force").code == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted([*BUNDLE, "other.txt"])
    assert (folder / "other.txt").read_text(encoding="utf-8") == "mine"
    assert (folder / "post.md").read_text(encoding="utf-8") != "mine"


def test_a_bundle_is_no_file(write: Run, company: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    done = write("engineer", "--company", company, "--format", "bundle", "-o", "out", "--force")
    assert done.code == 2
    assert "out is a file; a bundle is a folder." in done.stderr


def test_a_bundle_that_cannot_be_made_leaves_nothing(
    write: Run, company: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hiretool.errors import HiretoolError
    from hiretool.writers import docx

    def broken(document: object) -> bytes:
        raise HiretoolError("no more ink")

    monkeypatch.setattr(docx, "write", broken)
    before = sorted(tmp_path.iterdir())
    done = write("engineer", "--company", company, "--format", "bundle", "-o", "out")
    assert done.code == 1
    assert "no more ink" in done.stderr
    assert sorted(tmp_path.iterdir()) == before


# Language


def test_a_post_is_written_in_a_language_of_the_library(write: Run, company: Path) -> None:
    done = write("engineer", "--company", company, "--language", "ar", "-o", "post.html")
    assert done.code == 0, done.stderr
    assert '<html lang="ar" dir="rtl">' in Path("post.html").read_text(encoding="utf-8")


def test_an_unknown_language_is_answered_with_those_there_are(write: Run, company: Path) -> None:
    done = write("engineer", "--company", company, "--language", "fr")
    assert done.code == 1
    assert "No translation named 'fr'. Known: ar, en." in done.stderr


def test_a_library_may_hold_translations_alone(run: Run, company: Path, tmp_path: Path) -> None:
    folder = tmp_path / "own" / "translations" / "ar"
    folder.mkdir(parents=True)
    for path in (LIBRARY / "translations" / "ar").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    done = run("--library", "own", "job", "write", "ml-engineer", "--company", company, "--language", "ar")
    assert done.code == 0, done.stderr
    assert "الأجر" in done.stdout
