"""What the check says of a question's words, its canaries and what it hands out."""

import pytest

from hiretool import questions
from hiretool.exercise import canary, prose
from hiretool.exercise.handed import Scanner
from hiretool.exercise.start import lay_out, mark, start
from tests.library_exercises.factory import CASE, CODING, DEBUGGING, broken_words, formats, question


def problems(entry, about):
    return [problem for problem in broken_words(entry) if problem.startswith(about)]


def test_a_whole_question_has_no_problem(tmp_path):
    assert broken_words(question(tmp_path, DEBUGGING)) == []


@pytest.mark.parametrize("name", ["prompt.md", "interviewer.md", "rubric.yaml", "hints.yaml"])
def test_what_is_left_to_fill_in_is_found_where_it_stands(tmp_path, name):
    entry = question(tmp_path, CODING)
    path = entry.folder / name
    path.write_text(path.read_text().rstrip() + "\n# TODO: say why\n")
    (problem,) = problems(entry, "nothing is left to fill in")
    assert f"{name}:" in problem
    assert "'TODO'" in problem


def test_an_exercise_may_keep_its_own_list_of_things_to_do(tmp_path):
    entry = question(tmp_path, CODING, files={"candidate/NOTES.md": "TODO: ask Kim\n"})
    assert problems(entry, "nothing is left to fill in") == []


@pytest.mark.parametrize(
    "said",
    [
        "Most candidates look at the log first.",
        "Candidates usually ask for the data.",
        "Usually candidates begin with the loop.",
        "Many people overlook it.",
    ],
)
def test_nothing_is_said_of_candidates_before_somebody_has_counted(tmp_path, said):
    entry = question(tmp_path, CODING)
    guide = entry.folder / "interviewer.md"
    guide.write_text(guide.read_text() + f"\n{said}\n")
    assert problems(entry, "it says of candidates only what somebody has counted")
    yaml = entry.folder / "question.yaml"
    yaml.write_text(yaml.read_text().replace("{people: 0}", "{people: 12}"))
    assert problems(questions.read(entry.folder), "it says of candidates only what somebody has counted") == []


@pytest.mark.parametrize(
    ("example", "fine"),
    [
        ("Gives an excellent explanation.", False),
        ("Communicates very clearly.", False),
        ("Handles errors appropriately.", False),
        ("Says 'it is very likely the join' and counts the keys.", True),
        ("Removes the very rows by which it could be seen.", True),
        ("Counts the keys before and after the join.", True),
    ],
)
def test_an_adjective_is_no_anchor(tmp_path, example, fine):
    entry = question(tmp_path, CODING, replaced={"rubric.yaml": ("[Runs it once.]", f'["{example}"]')})
    assert bool(problems(entry, "examples and own anchors are no mere adjectives")) is not fine


def test_a_dimension_without_examples_is_named(tmp_path):
    cut = "  verify:\n    2: [Shows that it runs.]\n    3: [Shows that it is right.]\n"
    entry = question(tmp_path, CODING, replaced={"rubric.yaml": (cut, "  verify:\n")})
    (problem,) = problems(entry, "each dimension that it informs")
    assert "examples of verify: at points 4" in problem


def test_a_section_of_the_guide_that_is_missing_or_empty_is_named(tmp_path):
    entry = question(tmp_path, CODING)
    (entry.folder / "interviewer.md").write_text("# Guide\n\n## Minutes\n\n0-5 hello\n\n## After\n")
    spoken = formats()["coding"].model_copy(update={"guide_sections": ["Minutes", "Follow-ups", "After"]})
    claims = {claim.name: claim for claim in prose.claims(entry, spoken, entry.rubric)}
    detail = claims["the guide has the sections of coding"].detail
    assert detail == "'## Follow-ups' is missing; '## After' is empty"


def test_a_prompt_that_nobody_can_read_while_somebody_waits_is_too_long(tmp_path):
    entry = question(tmp_path, CASE)
    (entry.folder / "prompt.md").write_text("# Long\n\n" + "word " * 500 + "\n\n    " + "code " * 900)
    (problem,) = problems(entry, "prompt.md can be read")
    assert "it has 502 words" in problem


# Canaries, marks and templates


def test_each_kind_of_secret_file_carries_its_canary_and_still_works(tmp_path):
    entry = question(tmp_path, DEBUGGING)
    assert canary.carried(entry).held
    for path in entry.folder.rglob("*"):
        if path.is_file():
            secret = "candidate" not in path.parts and path.name != "prompt.md"
            assert (entry.canary in path.read_text()) == secret, path
    hints = entry.folder / "hints.yaml"
    hints.write_text(hints.read_text().replace(entry.canary, ""))
    claim = canary.carried(entry)
    assert not claim.held
    assert "first hints.yaml has none" in claim.detail


def test_marks_tell_copies_apart_and_hang_on_the_seed(tmp_path):
    entry = question(tmp_path, CODING)
    marks = {mark(entry, seed, candidate) for seed in range(50) for candidate in ("Ada", "Bo", "")}
    assert len(marks) == 150
    assert mark(entry, 1, "Ada") == mark(entry, 1, "Ada")


def test_numbers_of_the_variant_are_filled_into_templates(tmp_path):
    entry = question(tmp_path, DEBUGGING, files={"candidate/README.md.j2": "There are {{ loaves }} loaves.\n"})
    start(entry, tmp_path / "out", seed=1)
    assert (tmp_path / "out" / "README.md").read_text() == f"There are {entry.params(1)['loaves']} loaves.\n"
    assert not (tmp_path / "out" / "README.md.j2").exists()
    lay_out(entry.folder / "candidate", tmp_path / "plain", {"loaves": 7})
    assert "7 loaves" in (tmp_path / "plain" / "README.md").read_text()


@pytest.mark.parametrize(
    "planted",
    [
        lambda entry: (entry.folder / "hints.yaml").read_text(),
        lambda entry: entry.canary,
        lambda entry: entry.hints.said(entry.hints.ladder[-1], {}),
        lambda entry: "\n".join((entry.folder / "verify" / "check.py").read_text().splitlines()[3:12]),
    ],
)
def test_a_secret_is_found_wherever_it_lies(tmp_path, planted):
    entry = question(tmp_path, DEBUGGING)
    start(entry, tmp_path / "out", seed=1)
    scanner = Scanner(entry)
    assert scanner.leaks(tmp_path / "out") == []
    (tmp_path / "out" / "deep").mkdir()
    (tmp_path / "out" / "deep" / "data.csv").write_text(f"a,b\n1,2\n{planted(entry)}\n3,4\n")
    assert scanner.leaks(tmp_path / "out")


@pytest.mark.parametrize(
    "sentence", ["Ask as many people as you like.", "How many people wait?", "Please fill in the form."]
)
def test_words_that_say_nothing_of_candidates_may_stand(tmp_path, sentence):
    assert broken_words(question(tmp_path, DEBUGGING, files={"CHANGELOG.md": f"# 1\n\n{sentence}\n"})) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The sum of all of them is\n4. It is odd.\n", [2]),
        ("- An item whose sum is a +\n  b, or a\n  + b, and no more.\n", [3]),
        ("It has two parts:\n1. one\n2. two\n", []),
        ("1. one\n   that goes on\n2. two\n", []),
        ("| a |\n| --- |\n- b\n", []),
        ("    x = a\n    - b\n", []),
        ("A sum\n\n4. four\n", []),
    ],
)
def test_a_line_of_prose_that_would_be_shown_as_a_list_is_a_problem(tmp_path, text, lines):
    entry = question(tmp_path, DEBUGGING)
    guide = entry.folder / "interviewer.md"
    before = len(guide.read_text().splitlines()) + 1
    guide.write_text(guide.read_text() + "\n" + text)
    found = [problem for problem in broken_words(entry) if "like an item" in problem]
    assert bool(found) is bool(lines)
    assert all(f"interviewer.md:{before + line}" in found[0] for line in lines)
