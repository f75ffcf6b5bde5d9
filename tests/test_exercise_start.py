"""A candidate receives what was meant, and nothing secret."""

import os
import stat

import pytest

from hiretool import exercise
from hiretool.errors import HiretoolError
from tests.library_exercises.factory import CASE, DEBUGGING, MATH, question


def names(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_prompt_code_and_data_are_written_and_nothing_else(tmp_path):
    written = exercise.start(question(tmp_path, DEBUGGING), tmp_path / "out", seed=1)
    assert names(tmp_path / "out") == {"PROMPT.md", "weekly.py", "data/loaves.txt"}
    assert {path.relative_to(tmp_path / "out").as_posix() for path in written} == names(tmp_path / "out")


def test_a_poor_draw_is_passed_over_for_prompt_and_data_alike(tmp_path):
    entry = question(tmp_path, DEBUGGING)
    exercise.start(entry, tmp_path / "poor", seed=0)
    exercise.start(entry, tmp_path / "fair", seed=1)
    for name in ("PROMPT.md", "data/loaves.txt"):
        poor, fair = ((tmp_path / kind / name).read_text().split("\n---\n")[0] for kind in ("poor", "fair"))
        assert poor == fair
    assert str(entry.params(0)["loaves"]) in (tmp_path / "poor" / "PROMPT.md").read_text()


@pytest.mark.parametrize("name", [MATH, CASE])
def test_a_question_without_files_is_a_prompt(tmp_path, name):
    exercise.start(question(tmp_path, name), tmp_path / "out", seed=3)
    assert names(tmp_path / "out") == {"PROMPT.md"}


def test_an_empty_folder_is_filled_and_can_be_entered(tmp_path):
    (tmp_path / "out").mkdir()
    exercise.start(question(tmp_path, CASE), tmp_path / "out", seed=0)
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) & stat.S_IRGRP
    assert names(tmp_path / "out") == {"PROMPT.md"}


def test_a_folder_that_holds_something_is_refused(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(HiretoolError, match="is not empty"):
        exercise.start(question(tmp_path, CASE), tmp_path / "out", seed=0)
    assert names(tmp_path / "out") == {"mine.txt"}


def test_nothing_is_left_when_the_data_cannot_be_written(tmp_path):
    entry = question(tmp_path, DEBUGGING, replaced={"verify/variants.py": ('(folder / "data").mkdir()', "1 / 0")})
    with pytest.raises(HiretoolError, match=r"variants\.py: ZeroDivisionError: division by zero \(variants\.py:\d+\)"):
        exercise.start(entry, tmp_path / "new" / "out", seed=0)
    assert list((tmp_path / "new").iterdir()) == []


def test_a_secret_inside_the_candidates_folder_is_not_handed_out(tmp_path):
    entry = question(
        tmp_path,
        DEBUGGING,
        files={"candidate/answers.csv": "1"},
        replaced={"question.yaml": ('"verify/**"]', '"verify/**", "**/answers.csv"]')},
    )
    with pytest.raises(HiretoolError, match=r"candidate/answers\.csv would go to the candidate"):
        exercise.start(entry, tmp_path / "out", seed=0)
    assert not (tmp_path / "out").exists()


def test_what_tools_leave_behind_stays_behind(tmp_path):
    entry = question(tmp_path, DEBUGGING, files={"candidate/__pycache__/weekly.pyc": "x", "candidate/.DS_Store": "x"})
    exercise.start(entry, tmp_path / "out", seed=0)
    assert names(tmp_path / "out") == {"PROMPT.md", "weekly.py", "data/loaves.txt"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_place_that_may_not_be_written_is_said(tmp_path):
    (tmp_path / "shut").mkdir(mode=0o500)
    with pytest.raises(HiretoolError, match="cannot be written"):
        exercise.start(question(tmp_path, CASE), tmp_path / "shut" / "out", seed=0)
