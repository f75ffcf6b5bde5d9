"""The demo, as somebody who has just cloned the project runs it."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run


def test_the_demo_makes_all_of_the_main_job_without_a_network(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Any, **__: Any) -> None:
        raise AssertionError("the demo opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refused)
    done = run("demo")
    assert done.code == 0, done.stderr
    made = {path.relative_to(tmp_path / "demo").as_posix() for path in (tmp_path / "demo").rglob("*") if path.is_file()}
    assert {f"job-post{ending}" for ending in (".md", ".html", ".docx", ".pdf", ".jsonld")} <= made
    assert {"organization.html", "project.html"} <= made
    assert {"packet.html", "packet.pdf", "scores.csv", "scores.xlsx", "people.html", "rubric.pdf"} <= made
    assert {
        "kit/for-interviewers/pack.pdf",
        "kit/for-candidate/guide.html",
        "kit/for-interviewers/scorecards.xlsx",
    } <= made
    for name in made - {".hiretool-demo"}:
        if not name.startswith("kit/for-candidate/"):
            assert name in done.stdout, name
    assert "invented" in done.stdout
    assert "Missing" not in done.stderr
    assert (tmp_path / "demo" / "packet.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.slow
def test_the_demo_can_be_run_again_and_replaces_its_own_files(run: Run) -> None:
    assert run("demo", "here").code == 0
    assert run("demo", "here").code == 0


def test_the_demo_writes_over_nobody_elses_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "packet.html").write_text("precious")
    done = run("demo", "mine")
    assert done.code == 1
    assert (tmp_path / "mine" / "packet.html").read_text() == "precious"
    assert "--force" in done.stderr
