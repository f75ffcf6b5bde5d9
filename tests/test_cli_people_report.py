"""`people report` as a recruiter runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.found_people import everybody, found, person


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "found.json"
    path.write_text(json.dumps(found(person(1, "Ama Abe"), person(2, "Bo Bee"))), encoding="utf-8")
    return path


def test_a_file_becomes_a_document_by_the_ending_of_its_name(file: Path, run: Run) -> None:
    for name, start in (("p.html", b"<!doctype"), ("p.pdf", b"%PDF"), ("p.md", b"# People"), ("p.csv", b"rank,name")):
        done = run("people", "report", file, "-o", name)
        assert done.code == 0, done.stderr
        assert done.stdout == ""
        assert f"Wrote {name}" in done.stderr
        assert Path(name).read_bytes().startswith(start)


def test_without_a_name_markdown_goes_to_standard_output(file: Path, run: Run) -> None:
    done = run("people", "report", file, "--person", "2")
    assert done.code == 0
    assert done.stdout.startswith("# People to read about: Bo Bee\n")
    assert done.stderr == ""


def test_standard_input_is_read(file: Path, run: Run) -> None:
    done = run("people", "report", "-", "--json", input=file.read_bytes())
    assert [one["name"] for one in json.loads(done.stdout)["people"]] == ["Ama Abe", "Bo Bee"]


def test_nothing_is_replaced_unless_told_to(file: Path, run: Run) -> None:
    Path("p.md").write_text("mine", encoding="utf-8")
    done = run("people", "report", file, "-o", "p.md")
    assert done.code == 1
    assert Path("p.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("missing", [["gone.json"], ["."], ["found.json", "--person", "Nobody"]])
def test_what_is_not_there_is_said(file: Path, run: Run, missing: list[str]) -> None:
    done = run("people", "report", *missing)
    assert done.code == 1
    assert done.stdout == ""


def test_whoever_objected_after_the_search_is_left_out(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("init", "space").code == 0
    monkeypatch.chdir("space")
    assert run("people", "forget", "Bo Bee").code == 0
    done = run("people", "report", file, "--json")
    assert [one["name"] for one in json.loads(done.stdout)["people"]] == ["Ama Abe"]
    assert "Bo Bee" not in done.stdout


def test_everybody_fits(file: Path, run: Run) -> None:
    file.write_text(json.dumps(everybody()), encoding="utf-8")
    done = run("people", "report", file, "--format", "csv")
    assert done.code == 0
    assert done.stdout.count("cat:cs.LG") == 25
