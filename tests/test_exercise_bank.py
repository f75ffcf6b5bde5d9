"""Every claim about every shipped question holds."""

import pytest

from hiretool import discover, exercise, questions, rubrics

LIBRARY = discover.library()


@pytest.fixture(scope="module")
def formats():
    return {name: rubrics.format(name, LIBRARY) for name in LIBRARY.rubric_files("formats")}


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", LIBRARY.question_folders())
def test_a_shipped_question_is_right(name, formats):
    report = exercise.check(questions.get(name, LIBRARY), formats)
    assert report.problems() == []
