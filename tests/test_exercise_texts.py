"""The words of a question belong together, and none that is secret reaches a candidate."""

import pytest

from hiretool import questions
from hiretool.errors import HiretoolError
from hiretool.kit import asked
from tests.library_exercises.factory import DEBUGGING, SEVERAL_FAULTS, broken_parcel, broken_words, question


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("rubric.yaml", "observe: 3, repair: 2", "observe: 3, speed: 2", "answer A rates speed"),
        ("hints.yaml", "cap: {observe: 3}", "cap: {speed: 3}", "hint direction caps speed"),
        ("rubric.yaml", "repair: 2", "repair: 3", "each training answer has the same rating"),
        ("rubric.yaml", "adds_to: pair-debugging", "adds_to: coding", "adds_to: expected 'pair-debugging'"),
        ("hints.yaml", "question: pair-debugging/last-week", "question: coding/x", "expected 'pair-debugging/last"),
        ("hints.yaml", "offer_after_min: 8", "offer_after_min: 15", "not in the order"),
        ("hints.yaml", "offer_after_min: 12", "offer_after_min: 40", "after minute 40 of a question of 20"),
        ("rubric.yaml", "    3: [", "    7: [", "7 is no rating"),
        ("question.yaml", "{coding: 1.0}", "{coding: 1.0, debugging: 0.5}", "debugging is rated by no dimension"),
        ("rubric.yaml", "sketch:", "story:", "unknown key"),
        (
            "hints.yaml",
            "text: What would",
            "text: >-\n      So far,\n        so. What would",
            "after 'So far,' comes a line indented",
        ),
    ],
)
def test_words_that_fit_nothing_are_a_problem(tmp_path, file, old, new, said):
    assert any(said in found for found in broken_words(question(tmp_path, DEBUGGING, replaced={file: (old, new)})))


@pytest.mark.parametrize("words", ["      doubled: Once or twice?\n", "      fourth: Which one?\n"])
def test_a_hint_by_fault_has_words_for_each_fault_and_no_other(tmp_path, words):
    entry = question(tmp_path, SEVERAL_FAULTS)
    assert broken_words(entry) == []
    hints = entry.folder / "hints.yaml"
    text = hints.read_text()
    start, end = text.index("      doubled:"), text.index("    reveals: that the edge")
    hints.write_text(text[:start] + words + text[end:])
    said = "hint direction has words for "
    (problem,) = (found for found in broken_words(questions.read(entry.folder)) if said in found)
    assert problem.endswith("expected: doubled, first, last")


def test_an_interviewer_reads_the_hint_of_the_variants_own_fault(tmp_path):
    entry = question(tmp_path, SEVERAL_FAULTS)
    for seed in range(8):
        params = entry.params(seed)
        shown = str(asked.asked(entry, params, level="mid", variant=seed))
        told = {name: words in shown for name, words in entry.hints.ladder[-1].text.items()}
        assert told == {name: name == params["fault"] for name in told}


def test_a_hint_without_any_words_cannot_be_read(tmp_path):
    entry = question(tmp_path, DEBUGGING, replaced={"hints.yaml": ("text: What would you expect", "text: {} #")})
    (problem, *_) = broken_words(entry)
    assert problem.startswith("hints.yaml can be read and belongs to this question: not so")


@pytest.mark.parametrize("fault", [{}, {"fault": "fourth"}])
def test_a_fault_that_a_hint_has_no_words_for_is_said_in_a_line(tmp_path, fault):
    entry = question(tmp_path, SEVERAL_FAULTS)
    with pytest.raises(
        HiretoolError, match=r"one-of-three: hint direction has no words .* it has: doubled, first, last"
    ):
        entry.hints.said(entry.hints.ladder[-1], fault)


@pytest.mark.parametrize("which", ["nudge", "last"])
def test_a_hint_of_any_fault_in_the_prompt_is_a_problem(tmp_path, which):
    entry = question(tmp_path, SEVERAL_FAULTS)
    words = entry.hints.ladder[0].text if which == "nudge" else entry.hints.ladder[1].text["last"]
    prompt = entry.folder / "prompt.md"
    prompt.write_text(f"{prompt.read_text()}\n\n{words}\n")
    assert any("gives the hint" in found for found in broken_parcel(entry, tmp_path / "out"))


def test_a_leaked_secret_is_a_problem(tmp_path):
    entry = question(tmp_path, DEBUGGING)
    guide = (entry.folder / "interviewer.md").read_text().replace(entry.canary, "")
    entry = question(tmp_path, DEBUGGING, files={"candidate/NOTES.md": f"Notes\n\n{guide}"})
    said = "nothing secret is in what the candidate receives: not so: NOTES.md repeats a passage of interviewer.md"
    assert broken_parcel(entry, tmp_path / "out") == [said]


def test_a_hint_or_a_line_of_the_repair_in_the_prompt_is_a_problem(tmp_path):
    told = "Which days are in the last week, and which does the program\ntake? Try return loaves[-days:]."
    entry = question(tmp_path, DEBUGGING, replaced={"prompt.md": ("Please", f"{told} Please")})
    (found,) = broken_parcel(entry, tmp_path / "out")
    assert "PROMPT.md gives the hint direction" in found
    assert "PROMPT.md shows a line of the repair: return loaves[-days:]" in found


@pytest.mark.parametrize(("name", "text"), [("util.py", "# TODO\n"), ("fix.py", ""), ("a.py", "correctly = 1\n")])
def test_a_giveaway_in_text_or_name_is_a_problem(tmp_path, name, text):
    entry = question(tmp_path, DEBUGGING, files={f"candidate/{name}": text})
    (found,) = broken_parcel(entry, tmp_path / "out")
    assert found.startswith(f"no word of the candidate's files gives the answer away: not so: {name} says")


def test_a_file_that_is_listed_twice_nowhere_or_in_vain_is_a_problem(tmp_path):
    entry = question(
        tmp_path,
        DEBUGGING,
        files={"answers.txt": "42"},
        replaced={"question.yaml": ('"data/**"]\n', '"data/**", "*.png", interviewer.md]\n')},
    )
    (found,) = broken_parcel(entry, tmp_path / "out")
    assert "interviewer.md is listed as the candidate's and as secret" in found
    assert "answers.txt is listed nowhere" in found
    assert "'*.png' matches no file" in found
