"""`packet build`, as somebody uses it: one file or a folder, some candidates, letters for names."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from hiretool import shipped
from tests.conftest import LIBRARY, Run

COMMAND = ("--library", LIBRARY, "packet", "build", "cards.csv", "--role", "engineer", "--level", "senior")
HEADER = "role,candidate,interviewer,interview,competency,rating,note,recommendation,submitted_at\n"
FILES = {"packet.html", "packet.pdf", "packet.docx", "packet.md", "packet.xlsx", "packet.json", "decision.pdf"}


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    """Two candidates, rated by two people on two competencies."""
    rows = "".join(
        f"engineer,{name},{who},find-out,{competency},{2 + len(name + who) % 3},{name} was clear,yes,2026-11-03\n"
        for name in ("Ada Lem", "Wei Om")
        for who in ("Bo Ek", "Cy Lo")
        for competency in ("debugging", "coding")
    )
    path = tmp_path / "cards.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["out", "out/", "deep/er/R-2041.final"])
def test_a_folder_holds_every_format_and_the_sheet_to_sign(run: Run, cards: Path, tmp_path: Path, name: str) -> None:
    done = run(*COMMAND, "-o", name)
    assert (done.code, done.stdout) == (0, "")
    assert {path.name for path in (tmp_path / name).iterdir()} == FILES
    assert "7 files" in done.stderr
    assert (tmp_path / name / "decision.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_that_holds_something_is_left_alone_unless_told(run: Run, cards: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("precious")
    done = run(*COMMAND, "-o", "out")
    assert done.code == 1
    assert "out is not empty. Use --force" in done.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"mine.txt"}
    assert run(*COMMAND, "-o", "out", "--force").code == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES | {"mine.txt"}


def test_a_file_in_the_place_of_the_folder_is_said(run: Run, cards: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("precious")
    done = run(*COMMAND, "-o", "out")
    assert done.code == 1
    assert "out is a file; name a folder" in done.stderr
    assert (tmp_path / "out").read_text() == "precious"


def test_a_file_with_an_ending_is_one_format(run: Run, cards: Path, tmp_path: Path) -> None:
    assert run(*COMMAND, "-o", "packet.json").code == 0
    assert json.loads((tmp_path / "packet.json").read_text())["kind"] == "packet"
    assert run(*COMMAND, "-o", "plain", "--format", "json").code == 0
    assert (tmp_path / "plain").is_file()


def test_letters_stand_for_names_and_the_key_lies_apart(run: Run, cards: Path, tmp_path: Path) -> None:
    done = run(*COMMAND, "--blind", "--key", "key.csv", "--json")
    assert done.code == 0
    assert "Ada" not in done.stdout
    key = list(csv.DictReader(io.StringIO((tmp_path / "key.csv").read_text())))
    assert {row["candidate"] for row in key} == {"Ada Lem", "Wei Om"}
    assert {row["letter"] for row in key} == {"Candidate A", "Candidate B"}


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--key", "key.csv"), 2, "pass --blind too"),
        (("--blind", "--key", "-"), 2, "a file of its own"),
        (("--blind", "--key", "cards.csv"), 1, "cards.csv exists"),
        (("--candidates", "Ada Lim"), 1, "No candidate named 'Ada Lim'. Did you mean 'Ada Lem'?"),
        (("--bar", "5"), 2, "--bar"),
        (("--conflicts", "none.csv"), 1, "none.csv: does not exist"),
        (("--bar", "nan"), 1, "expected 1 to 4, got nan"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    run: Run, cards: Path, tmp_path: Path, options: tuple[str, ...], code: int, said: str
) -> None:
    done = run(*COMMAND, *options, "-o", "out")
    assert done.code == code, done.stderr
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"cards.csv"}


def test_candidates_bar_weights_and_conflicts_are_taken(run: Run, cards: Path, tmp_path: Path) -> None:
    (tmp_path / "conflicts.csv").write_text("candidate,interviewer\nAda Lem,Bo Ek\n")
    options = ("--candidates", "Ada Lem", "--bar", "2.5", "--weights-by", "Kim Lee", "--conflicts", "conflicts.csv")
    done = run(*COMMAND, *options, "--json")
    assert done.code == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["n_candidates"], found["n_candidates_rated"], found["bar_score"]) == (1, 2, 2.5)
    assert found["weights_set_by"] == "Kim Lee"
    assert found["candidates"][0]["with_conflicts"] is not None
    assert found["changes"] is None


def test_a_conflict_that_leaves_nothing_out_is_said(run: Run, cards: Path, tmp_path: Path) -> None:
    (tmp_path / "conflicts.csv").write_text("candidate,interviewer\nAda Lem,Bo Eck\n")
    done = run(*COMMAND, "--conflicts", "conflicts.csv", "--json")
    assert done.code == 0
    assert "no card of Bo Eck on Ada Lem is here. Check the spelling" in done.stderr


def test_a_workspace_tells_which_cards_were_changed_late(run: Run, tmp_path: Path) -> None:
    role = ("--role", "ml-engineer", "--level", "senior")
    cards = (shipped.demo() / "scorecards.csv").read_text(encoding="utf-8")
    (tmp_path / "first.csv").write_text(cards, encoding="utf-8")
    before = "Øystein Brekkhus,build,coding,3"
    assert cards.count(before) >= 1
    (tmp_path / "second.csv").write_text(cards.replace(before, before[:-1] + "4", 1), encoding="utf-8")
    assert run("init", "hiring").code == 0
    assert run("--workspace", "hiring", "scorecard", "import", "first.csv").code == 0
    assert run("--workspace", "hiring", "packet", "build", *role, "--json").code == 0
    replaced = run(
        "--workspace", "hiring", "scorecard", "import", "second.csv", "--replace", "--reason", "Read my notes again."
    )
    assert replaced.code == 0, replaced.stderr
    done = run("--workspace", "hiring", "packet", "build", *role, "--json")
    [change] = json.loads(done.stdout)["changes"]
    assert change["interviewer"] == "Øystein Brekkhus"
    assert "changed Coding from 3 to 4" in change["text"]
    assert "had been shown" in change["text"]
    assert "reason given: Read my notes again." in change["text"]
