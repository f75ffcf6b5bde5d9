"""People kept on file, told, left alone and deleted, as a recruiter does it; and every mistake in a line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hiretool import shipped
from hiretool.cli import people_kept
from hiretool.sourcing.corpus import Corpus
from hiretool.sourcing.privacy.suppressions import Suppressions
from tests import read_back
from tests.conftest import Result, Run

PAPERS = shipped.demo() / "papers.jsonl"
TODAY = ("--today", "2026-11-26")
LETTER = """
[privacy]
controller = "Tideline"
address = "1 Quay, Leipzig"
contact = "care@tideline.example"
interests = "to find people for openings that need published expertise"
balancing_test = "file LIA-7 of 2026-09-01"
"""


@pytest.fixture
def hire(run: Run, tmp_path: Path) -> Callable[..., Result]:
    """The command line in a workspace that says who answers for the data, beside a list of people found."""
    assert run("init", tmp_path / "hiring").code == 0
    with (tmp_path / "hiring" / "hiretool.toml").open("a") as settings:
        settings.write(LETTER)
    found = run(
        "people",
        "find",
        "diffusion",
        "--from",
        PAPERS,
        "--until",
        "2026-11-20",
        "--json",
        "-o",
        tmp_path / "found.json",
    )
    assert found.code == 0
    return lambda *arguments, **options: run("--workspace", tmp_path / "hiring", *arguments, **options)


def listed(tmp_path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((tmp_path / "found.json").read_text())["people"]
    return found


def saved(hire: Callable[..., Result], *options: str) -> list[dict[str, Any]]:
    done = hire("people", "saved", *TODAY, "--json", *options)
    assert done.code == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)["people"]
    return found


def save(hire: Callable[..., Result], who: object, *options: str) -> Result:
    return hire("people", "save", who, "--from", "found.json", *TODAY, *options)


def fails(done: Result, saying: str, code: int = 1) -> None:
    assert done.code == code, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert saying in " ".join(done.stderr.split())


def test_somebody_in_a_list_is_kept_by_rank_or_name_with_source_dates_and_ground(hire, tmp_path: Path) -> None:
    first, second = listed(tmp_path)[:2]
    assert save(hire, 1, "--note", "Label shift").code == 0
    done = save(hire, second["name"])
    assert done.stdout == ""
    assert "Tell them by 2026-12-20" in done.stderr
    rows = saved(hire)
    assert [row["name"] for row in rows] == [first["name"], second["name"]]
    assert rows[0]["papers"] == sorted(paper["id"] for paper in first["papers"])
    assert rows[0]["source"].startswith("arXiv, publicly accessible")
    assert rows[0]["identity"]
    assert {name: rows[0][name] for name in ("found_on", "first_seen", "notice_due", "retain_until", "note")} == {
        "found_on": "2026-11-20",
        "first_seen": "2026-11-20",
        "notice_due": "2026-12-20",
        "retain_until": "2027-05-20",
        "note": "Label shift",
    }
    assert (rows[0]["legal_basis"], rows[0]["balancing_test"]) == ("legitimate interest", "file LIA-7 of 2026-09-01")
    assert "@" not in json.dumps(rows)


def test_saving_twice_says_so_and_prolongs_nothing(hire) -> None:
    save(hire, 1)
    again = hire("people", "save", "1", "--from", "found.json", "--today", "2027-03-01")
    assert "on file already, as number 1" in again.stderr
    assert "send the notice: it was due on 2026-12-20" in again.stderr
    assert [row["retain_until"] for row in saved(hire)] == ["2027-05-20"]


def test_the_list_comes_from_standard_input_too(hire, tmp_path: Path) -> None:
    done = hire("people", "save", "1", "--from", "-", *TODAY, input=(tmp_path / "found.json").read_bytes())
    assert done.code == 0
    assert len(saved(hire)) == 1


def test_without_a_balancing_test_nobody_is_kept(hire, tmp_path: Path) -> None:
    settings = tmp_path / "hiring" / "hiretool.toml"
    settings.write_text(settings.read_text().replace("balancing_test = ", "authority = ").replace("# authority", "# x"))
    fails(save(hire, 1), "needs a balancing test that is written down")
    assert save(hire, 1, "--balancing-test", "file 9", "--retain", "2").code == 0
    assert [(row["balancing_test"], row["retain_until"]) for row in saved(hire)] == [("file 9", "2027-01-20")]
    assert save(hire, 2, "--basis", "consent, given on 2026-11-01 in person").code == 0


@pytest.mark.parametrize(
    ("arguments", "saying", "code"),
    [
        (["save", "1"], "--from FILE", 2),
        (["save", "999", "--from", "found.json"], "No person in found.json named '999'", 1),
        (["save", "Nobody Here", "--from", "found.json"], "No person in found.json named 'Nobody Here'", 1),
        (["save", "?", "--from", "found.json"], "is no name", 1),
        (["save", "1", "--from", "none.json"], "does not exist", 1),
        (["save", "1", "--from", "hiring/hiretool.toml"], "is not JSON", 1),
        (["save", "1", "--from", "found.json", "--opening", "x"], "No opening named 'x'", 1),
        (["notice", "Nobody Here"], "No person on file named 'Nobody Here'", 1),
        (["contact", "1"], "--do-not or --allow", 2),
        (["purge"], "Say whom, in one way", 2),
        (["purge", "--all", "--expired"], "Say whom, in one way", 2),
        (["purge", "--all", "--corpus", "x"], "--corpus needs --person", 2),
        (["purge", "--person", "99"], "No person on file named '99'", 1),
        (["forget", "Ada Example", "--paper", "x"], "'x' is no arXiv id", 1),
        (["forget", "Ada Example", "--orcid", "0000"], "'0000' is no ORCID iD", 1),
        (["forget", "Ada Example", "--key-lost"], "", 0),
    ],
)
def test_a_mistake_is_said_in_a_line(hire, arguments: list[str], saying: str, code: int) -> None:
    fails(hire("people", *arguments), saying, code)


@pytest.mark.parametrize(
    "command", ["save 1 --from x", "saved", "notice 1", "contact 1 --do-not", "forget x", "purge --all"]
)
def test_a_workspace_is_needed(run: Run, hire, command: str) -> None:
    fails(run("people", *command.split()), "needs a workspace. Make one with: hiretool init DIR")


def test_what_is_due_is_listed(hire) -> None:
    save(hire, 1)
    save(hire, 2)
    assert saved(hire, "--due") == []
    done = hire("people", "saved", "--due", "--today", "2026-12-21", "--format", "csv")
    assert done.stdout.count("send the notice: it was due on 2026-12-20") == 2
    hire("people", "notice", "1", "--sent", "2026-12-20", "--today", "2026-12-21")
    due = json.loads(hire("people", "saved", "--due", "--json", "--today", "2026-12-14").stdout)["people"]
    assert [(row["id"], row["to_do"]) for row in due] == [(2, "send the notice by 2026-12-20")]
    late = json.loads(hire("people", "saved", "--due", "--json", "--today", "2027-05-21").stdout)["people"]
    assert [row["to_do"][:6] for row in late] == ["delete", "delete"]


@pytest.mark.parametrize("format", ["markdown", "html", "docx", "pdf"])
def test_the_letter_says_all_that_article_14_asks_for(hire, tmp_path: Path, format: str) -> None:
    save(hire, 1)
    done = hire("people", "notice", "1", "--format", format, "-o", "letter", *TODAY)
    assert done.code == 0, done.stderr
    assert "Send it by 2026-12-20" in done.stderr
    content = (tmp_path / "letter").read_bytes()
    if format in ("markdown", "html"):
        name = listed(tmp_path)[0]["name"]
        for said in (
            *("Tideline", "1 Quay, Leipzig", "care@tideline.example", name, "2027-05-20", "2026-11-20"),
            *("Article 6(1)(f)", "to find people for openings", "file LIA-7", "arXiv, publicly accessible"),
            *("Article 15", "Article 16", "Article 17", "Article 18", "Article 20", "Article 21", "Article 22"),
            *("Article 77", "You can object at any time", "Nobody outside of Tideline", "all:diffusion"),
        ):
            assert said in content.decode().replace("&#64;", "@"), said
    else:
        assert content.startswith(b"PK" if format == "docx" else b"%PDF")
    assert saved(hire)[0]["notice_written"] == "2026-11-26"


def test_the_right_to_object_comes_first(hire, tmp_path: Path) -> None:
    save(hire, 1)
    hire("people", "notice", "1", "-o", "letter.html", *TODAY)
    page = read_back.html((tmp_path / "letter.html").read_bytes())
    headings = [heading.text().strip() for heading in page.all("h2")]
    assert headings[0] == "You can object"


def test_a_letter_needs_to_say_who_writes(hire, tmp_path: Path) -> None:
    settings = tmp_path / "hiring" / "hiretool.toml"
    settings.write_text(
        settings.read_text().replace('\naddress = "1 Quay, Leipzig"', "").replace('\ncontroller = "Tideline"', "")
    )
    save(hire, 1)
    done = hire("people", "notice", "1", "-o", "letter.md")
    fails(done, '[privacy] controller = "Example Ltd" address = "1 Example Street')
    assert not (tmp_path / "letter.md").exists()
    assert saved(hire)[0]["notice_written"] is None


def test_a_letter_is_not_written_over_another(hire, tmp_path: Path) -> None:
    save(hire, 1)
    (tmp_path / "letter.md").write_text("mine")
    fails(hire("people", "notice", "1", "-o", "letter.md"), "letter.md exists")
    assert (tmp_path / "letter.md").read_text() == "mine"


@pytest.mark.parametrize("day", ["2026-11-19", "2026-11-27"])
def test_a_letter_cannot_have_been_sent_before_it_could_be(hire, day: str) -> None:
    save(hire, 1)
    fails(hire("people", "notice", "1", "--sent", day, *TODAY), f"cannot have been sent on {day}")
    assert saved(hire)[0]["notice_sent"] is None


def test_do_not_contact_bars_the_letter_and_outlives_the_row(hire, tmp_path: Path) -> None:
    name = listed(tmp_path)[0]["name"]
    save(hire, 1)
    assert hire("people", "contact", "1", "--do-not").code == 0
    assert "(do not" in hire("people", "saved", *TODAY).stdout
    assert saved(hire)[0]["do_not_contact"] is True
    fails(hire("people", "notice", name), "asked not to be contacted")
    assert hire("people", "purge", "--person", name).code == 0
    again = save(hire, 1)
    assert "asked not to be contacted" in again.stderr
    assert saved(hire)[0]["do_not_contact"] is True
    assert hire("people", "contact", "2", "--allow").code == 0
    assert hire("people", "notice", "2", "-o", "letter.md", *TODAY).code == 0
    assert hire("people", "purge", "--all").code == 0
    save(hire, 1)
    assert saved(hire)[0]["do_not_contact"] is False


def test_who_objects_is_deleted_and_cannot_be_saved_or_listed_again(hire, tmp_path: Path) -> None:
    name = listed(tmp_path)[0]["name"]
    save(hire, 1)
    save(hire, 2)
    hire("people", "notice", "1", "-o", "letter.md", *TODAY)
    done = hire("people", "forget", "1")
    assert done.code == 0, done.stderr
    assert "Deleted: 1 on file" in done.stderr
    assert "letter.md: names them" in done.stderr
    assert [row["id"] for row in saved(hire)] == [2]
    fails(save(hire, name), "objected to being kept here; nothing was saved")
    papers = [paper["id"] for paper in listed(tmp_path)[0]["papers"]]
    objections = Suppressions.load(tmp_path / "hiring")
    assert objections.hides(name, papers)
    assert not objections.hides(name, ["2401.99999"])
    hire("people", "purge", "--all")
    assert Suppressions.load(tmp_path / "hiring").hides(name, papers)
    assert hire("people", "forget", name, *(f"--paper={id}" for id in papers), "--withdraw").code == 0
    assert not Suppressions.load(tmp_path / "hiring").hides(name, papers)


def test_who_objects_by_name_alone_takes_all_namesakes_along_and_that_is_said(hire, tmp_path: Path) -> None:
    done = hire("people", "forget", "Ada Example")
    assert "All who bear the name are left out" in done.stderr
    assert Suppressions.load(tmp_path / "hiring").hides("Ada B. Example", ["2401.00001"])
    assert "recorded before" in hire("people", "forget", "Example, Ada").stderr


def test_an_objection_takes_spellings_and_papers_from_a_list(hire, tmp_path: Path) -> None:
    entry = listed(tmp_path)[2]
    assert hire("people", "forget", "3", "--from", "found.json").code == 0
    objections = Suppressions.load(tmp_path / "hiring")
    assert objections.hides(entry["name"], [entry["papers"][0]["id"]])
    assert not objections.hides(entry["name"], [])


def test_a_purge_deletes_whom_it_was_told_and_the_files_if_asked(hire, tmp_path: Path) -> None:
    for rank in (1, 2, 3):
        save(hire, rank)
    hire("people", "notice", "1", "-o", "one.md", *TODAY)
    hire("people", "saved", "-o", "all.csv", *TODAY)
    done = hire("people", "purge", "--person", "1")
    assert "one.md: names them" in done.stderr
    assert "all.csv: names them" in done.stderr
    assert (tmp_path / "one.md").exists()
    name = listed(tmp_path)[0]["name"]
    done = hire("people", "purge", "--person", name, "--exports")
    assert "one.md: deleted" in done.stderr
    assert not (tmp_path / "one.md").exists()
    assert not (tmp_path / "all.csv").exists()
    assert [row["id"] for row in saved(hire)] == [2, 3]
    assert "Deleted: 0 on file" in hire("people", "purge", "--expired", *TODAY).stderr
    assert "Deleted: 0 on file" in hire("people", "purge", "--older-than", "6", *TODAY).stderr
    assert "Deleted: 2 on file" in hire("people", "purge", "--older-than", "5", *TODAY).stderr
    assert saved(hire) == []


def test_a_purge_tells_of_a_candidate_of_the_name_and_leaves_them(hire, tmp_path: Path) -> None:
    name = listed(tmp_path)[0]["name"]
    save(hire, 1)
    hire("kit", "build", "ml-engineer", "--candidate", name, "-o", "kit")
    done = hire("people", "purge", "--person", name)
    assert "another purpose, and left as it is: 1 of that name" in done.stderr


def built(run: Callable[..., Result], tmp_path: Path) -> Path:
    """A corpus of the shipped, invented papers."""
    folder = tmp_path / "corpus"
    done = run("corpus", "build", PAPERS, "--corpus", folder)
    assert done.code == 0, done.stderr
    return folder


def authors(folder: Path) -> set[str]:
    with Corpus(folder) as corpus:
        return {name for paper in corpus.all() for name in paper.authors}


def test_a_purge_takes_the_name_out_of_a_corpus(hire, tmp_path: Path) -> None:
    name = listed(tmp_path)[1]["name"]
    folder = built(hire, tmp_path)
    assert name in authors(folder)
    done = hire("people", "purge", "--person", name, "--corpus", folder)
    assert done.code == 0, done.stderr
    assert "papers from which the name was taken: 1." in done.stderr
    assert name not in authors(folder)
    assert len(authors(folder)) > 10


def test_a_corpus_that_is_not_purged_is_named(hire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIRETOOL_CORPUS", str(tmp_path / "none"))
    assert "--corpus" not in hire("people", "purge", "--person", "Ada Example").stderr
    folder = built(hire, tmp_path)
    monkeypatch.setenv("HIRETOOL_CORPUS", str(folder))
    assert f"--corpus {folder}" in hire("people", "purge", "--person", "Ada Example").stderr


def test_a_wrong_corpus_is_said_before_anything_is_deleted(hire) -> None:
    save(hire, 1)
    fails(hire("people", "purge", "--person", "1", "--corpus", "none"), "no corpus is there")
    assert len(saved(hire)) == 1


OUTPUTS = ("table", "json", "csv", "markdown", "html")


def outputs(hire: Callable[..., Result], folder: Path) -> str:
    """All that a search and its report say, in each format that is text."""
    said = ""
    for format in OUTPUTS:
        done = hire("people", "find", "diffusion", "--corpus", folder, "--until", "2026-11-20", "--format", format)
        assert done.code == 0, done.stderr
        said += done.stdout + done.stderr
    fresh = hire("people", "find", "diffusion", "--corpus", folder, "--until", "2026-11-20", "--json").stdout
    for source, given in (("-", fresh.encode()), ("found.json", b"")):
        done = hire("people", "report", source, "--format", "markdown", input=given)
        assert done.code == 0, done.stderr
        said += done.stdout
    return said.casefold()


@pytest.mark.parametrize("place", ["first", "co-author"])
def test_after_an_objection_and_a_new_corpus_the_person_is_in_no_output(hire, tmp_path: Path, place: str) -> None:
    entry = next(one for one in listed(tmp_path) if any(len(paper["authors"]) > 1 for paper in one["papers"]))
    paper = next(paper for paper in entry["papers"] if len(paper["authors"]) > 1)
    name = entry["name"] if place == "first" else paper["authors"][1]
    folder = built(hire, tmp_path)
    assert name.casefold() in outputs(hire, folder)
    # A name among co-authors of other people is nobody's in particular, so that only the name alone hides it there.
    which = ("--paper", paper["id"]) if place == "first" else ()
    assert hire("people", "forget", name, *which).code == 0
    shutil.rmtree(folder)
    built(hire, tmp_path)
    assert name.casefold() not in outputs(hire, folder)


def test_a_file_that_another_command_wrote_is_noted_where_a_workspace_is_in_use(
    hire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people_kept.note_written(tmp_path / "nowhere.csv")
    monkeypatch.setenv("HIRETOOL_WORKSPACE", str(tmp_path / "hiring"))
    name = listed(tmp_path)[0]["name"]
    people_kept.note_written(tmp_path / "found.json")
    people_kept.note_written(None)
    done = hire("people", "purge", "--person", name)
    assert "found.json: names them" in done.stderr
    assert "nowhere.csv" not in done.stderr


def test_the_log_holds_and_names_nobody(hire, tmp_path: Path) -> None:
    name = listed(tmp_path)[0]["name"]
    for arguments in (
        ["save", "1", "--from", "found.json", "--note", f"{name} again", *TODAY],
        ["notice", "1", "-o", "letter.md", *TODAY],
        ["contact", "1", "--do-not"],
        ["forget", name],
        ["purge", "--all"],
    ):
        assert hire("people", *arguments).code == 0
    assert "unbroken" in hire("audit", "verify").stdout
    content = (tmp_path / "hiring" / "hiretool.db").read_bytes().lower()
    assert not [part for part in name.lower().split() if len(part) > 3 and part.encode() in content]
