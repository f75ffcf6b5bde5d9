"""Every claim about a question is tried, whatever state its folder is in."""

import shutil

import pytest

from hiretool import exercise, questions
from hiretool.exercise import libraries
from tests.library_exercises.factory import CASE, CODING, DEBUGGING, MATH, formats, question, report


@pytest.mark.parametrize("name", [DEBUGGING, CODING, MATH, CASE])
def test_a_right_question_holds(tmp_path, name):
    found = report(question(tmp_path, name))
    assert found.problems() == []
    assert all(claim.held and not claim.skipped for claim in found.claims)
    assert found.as_dict()["claims"][0]["held"]


def test_a_library_that_is_not_installed_leaves_claims_untried(tmp_path):
    entry = question(tmp_path, DEBUGGING, replaced={"question.yaml": ("needs:", "libraries: [no-such-thing]\nneeds:")})
    found = report(entry)
    assert found.problems() == []
    skipped = [claim.detail for claim in found.claims if claim.skipped]
    assert skipped == ["needs no-such-thing: pip install 'hiretool[exercises]'"]


def test_a_library_is_known_by_the_name_that_is_imported():
    assert libraries.missing(["PyYAML", "jinja2"]) == ""


def test_a_folder_that_is_hardly_begun_yields_problems_not_a_crash(tmp_path):
    whole = question(tmp_path, DEBUGGING)
    for path in whole.folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name != "question.yaml":
            path.unlink()
    problems = report(questions.read(whole.folder)).problems()
    assert problems[0].startswith("the folder holds what its format needs: not so: prompt.md is missing")
    assert any("rubric.yaml: does not exist" in found for found in problems)


@pytest.mark.parametrize("lost", ["verify/variants.py", "prompt.md", "candidate/weekly.py"])
def test_any_missing_file_is_a_problem(tmp_path, lost):
    assert report(question(tmp_path, DEBUGGING, without=[lost])).problems()


def test_the_command_of_the_prompt_must_run(tmp_path):
    entry = question(tmp_path, DEBUGGING, replaced={"prompt.md": ("weekly.py data/", "weekly.py date/")})
    (found,) = report(entry).problems()
    assert found.startswith("the command of the prompt runs: not so: python weekly.py date/loaves.txt ")
    assert "exit code 1: FileNotFoundError" in found


def test_a_page_that_cannot_be_filled_in_is_a_problem(tmp_path):
    entry = question(tmp_path, MATH, replaced={"interviewer.md": ("# Guide", "# {{ sides + who }}")})
    (found,) = report(entry).problems()
    assert found.startswith("interviewer.md can be filled in: not so: ")
    assert "unsupported operand" in found


def test_memory_beyond_what_is_needed_is_a_problem(tmp_path):
    hungry = ("    longest = ", "    full = bytearray(220 << 20) if seed == 1 else b''\n    longest = ")
    (found,) = report(question(tmp_path, CODING, replaced={"verify/check.py": hungry})).problems()
    assert found.startswith("no step takes more than 200 MB: not so: ")


def test_a_link_in_the_candidates_folder_is_refused(tmp_path):
    entry = question(tmp_path, DEBUGGING)
    (entry.folder / "candidate" / "more.py").symlink_to(entry.folder / "verify" / "check.py")
    assert any("candidate/more.py: is a link" in found for found in report(entry).problems())


def test_progress_names_what_is_tried(tmp_path):
    told = []
    exercise.check(question(tmp_path, CODING), formats(), seeds=1, on_progress=told.append)
    assert told == ["texts", "what the candidate receives", "4 versions", "two processes"]


def test_nothing_is_left_in_the_bank(tmp_path):
    entry = question(tmp_path, MATH)
    before = sorted(entry.folder.rglob("*"))
    report(entry)
    assert sorted(entry.folder.rglob("*")) == before
