"""Each gap between weights, competencies, rounds, formats and questions is found and named with its file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hiretool import chain, discover
from hiretool.errors import DataError, NotFoundError
from hiretool.model import ANCHOR_LEVELS
from tests.conftest import LIBRARY, Run

ENGINEER = "rubrics/roles/engineer.yaml"
RESEARCHER = "rubrics/roles/researcher.yaml"
DEBUGGING = "rubrics/competencies/debugging.yaml"
COMMUNICATION = "rubrics/competencies/communication.yaml"
THEORY = "rubrics/formats/theory.yaml"
PAIR = "rubrics/formats/pair-debugging.yaml"
BACKGROUND = "rubrics/formats/background.yaml"
COINS = "question_bank/math/two-coins/question.yaml"
LAST_ROW = "question_bank/pair-debugging/last-row/question.yaml"
NOISY = "question_bank/theory/noisy-labels/question.yaml"

Change = Callable[[Path], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the test library, to be broken."""
    return shutil.copytree(LIBRARY, tmp_path / "ours", ignore=shutil.ignore_patterns("__pycache__"))


def replaced(file: str, old: str, new: str) -> Change:
    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, f"{file} has no {old!r}"
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")

    return change


def removed(file: str) -> Change:
    return lambda folder: (folder / file).unlink()


def moved(file: str, name: str) -> Change:
    return lambda folder: (folder / file).rename((folder / file).with_name(name)) and None


def found(folder: Path, only: str | None = None) -> list[str]:
    """Problems, with paths as seen from the library's folder."""
    return [
        str(problem).replace(f"{folder}/", "") for problem in chain.check(discover.Library((folder,)), only).problems
    ]


def test_the_test_library_is_whole() -> None:
    verdict = chain.check(discover.Library((LIBRARY,)))
    assert (verdict.problems, verdict.remarks) == ([], [])
    assert verdict.counts == {"roles": 2, "competencies": 4, "formats": 4, "questions": 6}


def test_an_empty_library_has_no_problem_and_no_content(tmp_path: Path) -> None:
    verdict = chain.check(discover.Library((tmp_path,)))
    assert verdict.problems == []
    assert set(verdict.counts.values()) == {0}


# Each change breaks one link; the sentences are all that is said.
GAPS: list[tuple[str, Change, list[str]]] = [
    (
        "a competency that does not exist",
        replaced(ENGINEER, "{id: coding, weight", "{id: codin, weight"),
        [
            f"{ENGINEER}:competencies[1].id: no competency named 'codin'. Did you mean 'coding'?",
            f"{ENGINEER}:rounds[1].competencies: 'coding' is met there and not weighed by the role",
            *(f"{ENGINEER}:rounds (level {level}): 'codin' is weighed and met in no round" for level in ANCHOR_LEVELS),
        ],
    ),
    (
        "a competency without a file",
        removed(DEBUGGING),
        [
            f"{place}: no competency named 'debugging'. Known: coding, communication, ml-foundations."
            for place in (
                f"{ENGINEER}:competencies[0].id",
                f"{PAIR}:dimensions[0].competencies",
                f"{PAIR}:dimensions[1].competencies",
                f"{LAST_ROW}:competencies",
            )
        ],
    ),
    (
        "a competency that cannot be read",
        replaced(DEBUGGING, "title: Debugging", "titel: Debugging"),
        [f"{DEBUGGING}:1: title: is missing", f"{DEBUGGING}:3: titel: unknown key. Did you mean 'title'?"],
    ),
    (
        "a competency called otherwise than its file",
        replaced(COMMUNICATION, "id: communication", "id: talking"),
        [f"{COMMUNICATION}:id: expected 'communication' as the file is called, got 'talking'"],
    ),
    (
        "a role called otherwise than its file",
        replaced(RESEARCHER, "id: researcher", "id: scientist"),
        [f"{RESEARCHER}:id: expected 'researcher' as the file is called, got 'scientist'"],
    ),
    (
        "a format called otherwise than its file",
        replaced(BACKGROUND, "id: background", "id: first"),
        [f"{BACKGROUND}:id: expected 'background' as the file is called, got 'first'"],
    ),
    (
        "a round in a format that does not exist",
        replaced(ENGINEER, "format: theory", "format: teory"),
        [f"{ENGINEER}:rounds[2].format: no interview format named 'teory'. Did you mean 'theory'?"]
        + [
            f"{ENGINEER}:rounds (level {level}): 'ml-foundations' is weighed and met in no round"
            for level in ("mid", "senior", "staff")
        ],
    ),
    (
        "a round of other minutes than its format",
        replaced(ENGINEER, "format: background\n    minutes: 30", "format: background\n    minutes: 25"),
        [f"{ENGINEER}:rounds[0].minutes: expected 30, the minutes of background, got 25"],
    ),
    (
        "a competency that a round cannot rate",
        replaced(ENGINEER, "competencies: [debugging, coding]", "competencies: [debugging, coding, communication]"),
        [
            f"{ENGINEER}:rounds[1].competencies: no dimension of pair-debugging informs 'communication';"
            " it cannot be rated there"
        ],
    ),
    (
        "a competency that no round meets",
        replaced(ENGINEER, "competencies: [debugging, coding]", "competencies: [debugging]"),
        [f"{ENGINEER}:rounds (level {level}): 'coding' is weighed and met in no round" for level in ANCHOR_LEVELS],
    ),
    (
        "a competency that no round meets at one level",
        replaced(ENGINEER, "levels: [mid, senior, staff]", "levels: [mid, senior]"),
        [f"{ENGINEER}:rounds (level staff): 'ml-foundations' is weighed and met in no round"],
    ),
    (
        "a competency that is met and not weighed",
        replaced(RESEARCHER, "competencies: [coding]", "competencies: [coding, debugging]"),
        [f"{RESEARCHER}:rounds[3].competencies: 'debugging' is met there and not weighed by the role"],
    ),
    (
        "two rounds of one name",
        replaced(RESEARCHER, "- id: numbers", "- id: why"),
        [f"{RESEARCHER}:rounds: 'why' names two rounds"],
    ),
    (
        "a dimension that informs nothing known",
        replaced(THEORY, "competencies: {communication: 1.0}", "competencies: {comunication: 1.0}"),
        [
            f"{RESEARCHER}:rounds[2].competencies: no dimension of theory informs 'communication';"
            " it cannot be rated there",
            f"{THEORY}:dimensions[1].competencies: no competency named 'comunication'. Did you mean 'communication'?",
        ],
    ),
    (
        "a cap on a dimension that does not exist",
        replaced(THEORY, "effect: {depth: 3}", "effect: {deep: 3}"),
        [f"{THEORY}:hint_policy.caps[1].effect: 'deep' is none of the format's dimensions"],
    ),
    (
        "a format without a file",
        removed(BACKGROUND),
        [
            *(
                f"{role}:rounds[0].format: no interview format named 'background'. Known: math, pair-debugging, theory."
                for role in (ENGINEER, RESEARCHER)
            ),
            # The researcher talks in another round too.
            *(
                f"{ENGINEER}:rounds (level {level}): 'communication' is weighed and met in no round"
                for level in ANCHOR_LEVELS
            ),
        ],
    ),
    (
        "a format that cannot be read",
        replaced(THEORY, "minutes: 45\nquestions", "minutes: 44\nquestions"),
        [f"{THEORY}:31: minute_plan: ends at minute 45, the format at 44"],
    ),
    (
        "a question for a competency that does not exist",
        replaced(COINS, "ml-foundations: 1.0", "foundations: 1.0"),
        [f"{COINS}:competencies: no competency named 'foundations'. Did you mean 'ml-foundations'?"],
    ),
    (
        "a question for a role that does not exist",
        replaced(COINS, "{researcher: 1.0}", "{resercher: 1.0}"),
        [f"{COINS}:roles: no role named 'resercher'. Did you mean 'researcher'?"],
    ),
    (
        "a question with an enemy that does not exist",
        replaced(NOISY, "enemies: [theory/lost-labels]", "enemies: [theory/lost-label]"),
        [f"{NOISY}:enemies: no question named 'theory/lost-label'. Did you mean 'theory/lost-labels'?"],
    ),
    (
        "a question that is too long for its format",
        replaced(COINS, "minutes: {work: 10,", "minutes: {work: 20,"),
        [f"{COINS}:minutes: take 25 together, math has 20 for questions"],
    ),
    (
        "a question with another id than its folder",
        replaced(COINS, "id: math/two-coins", "id: math/coins"),
        [f"{COINS}:id: expected 'math/two-coins' as the folder says, got 'math/coins'"],
    ),
    (
        "a question that cannot be read",
        replaced(COINS, "version: 1\n", "version: one\n"),
        [f"{COINS}:4: version: expected a whole number, got 'one'"],
    ),
    (
        "a question that is no text",
        lambda folder: (folder / COINS).write_bytes(b"\xff\xfe") and None,
        [f"{COINS}: is UTF-16, expected UTF-8; save it as UTF-8 (in Excel: 'CSV UTF-8')"],
    ),
    (
        "a role that is a folder",
        lambda folder: (folder / "rubrics/roles/leader.yaml").mkdir(),
        ["rubrics/roles/leader.yaml: is a folder; expected a file"],
    ),
]


@pytest.mark.parametrize(("change", "said"), [gap[1:] for gap in GAPS], ids=[gap[0] for gap in GAPS])
def test_each_kind_of_gap_is_found_and_nothing_else_is_said(folder: Path, change: Change, said: list[str]) -> None:
    change(folder)
    assert sorted(found(folder)) == sorted(said)


def test_a_competency_without_anchors_for_a_level_is_found(folder: Path) -> None:
    path = folder / COMMUNICATION
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  staff:\n"), text.index("not_to_count:")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    assert found(folder) == [
        f"{role}:competencies (level staff): 'communication' has no anchors for that level"
        for role in (ENGINEER, RESEARCHER)
    ]


def test_problems_keep_their_parts(folder: Path) -> None:
    replaced(ENGINEER, "{id: coding, weight", "{id: codin, weight")(folder)
    first = chain.check(discover.Library((folder,))).problems[0]
    assert isinstance(first, DataError)
    assert (first.path, first.where) == (folder / ENGINEER, "competencies[1].id")


def test_all_problems_are_found_at_once(folder: Path) -> None:
    replaced(ENGINEER, "format: background\n    minutes: 30", "format: background\n    minutes: 25")(folder)
    replaced(COINS, "version: 1\n", "version: one\n")(folder)
    replaced(COINS, "title: Two coins", "titel: Two coins")(folder)
    replaced(DEBUGGING, "definition:", "definiton:")(folder)
    replaced(THEORY, "effect: {depth: 3}", "effect: {deep: 3}")(folder)
    problems = found(folder)
    assert len(problems) == 7
    assert {line.split(":")[0] for line in problems} == {ENGINEER, COINS, DEBUGGING, THEORY}


def test_what_cannot_be_read_is_not_said_to_be_missing(folder: Path) -> None:
    for file in (DEBUGGING, THEORY, COINS, NOISY):
        (folder / file).write_text("nothing: here", encoding="utf-8")
    assert not [line for line in found(folder) if "named" in line]


def test_one_role_is_checked_alone(folder: Path) -> None:
    replaced(ENGINEER, "format: background\n    minutes: 30", "format: background\n    minutes: 25")(folder)
    assert found(folder, "researcher") == []
    assert len(found(folder, "engineer")) == 1


def test_an_unknown_role_is_not_checked(folder: Path) -> None:
    with pytest.raises(NotFoundError, match="Did you mean 'engineer'"):
        found(folder, "enginer")


@pytest.mark.parametrize(
    ("change", "remark"),
    [
        (
            lambda folder: (
                shutil.copy(folder / DEBUGGING, folder / "rubrics/competencies/patience.yaml")
                and replaced("rubrics/competencies/patience.yaml", "id: debugging", "id: patience")(folder)
            ),
            "competency patience: no role weighs it",
        ),
        (
            lambda folder: shutil.rmtree(folder / "question_bank/math"),
            "question bank: no math question for researcher at level staff (round numbers)",
        ),
        (
            replaced(COINS, "levels: [junior, mid, senior, staff]", "levels: [junior, mid, senior]"),
            "question bank: no math question for researcher at level staff (round numbers)",
        ),
    ],
    ids=["unused competency", "no question of a format", "no question for a level"],
)
def test_what_breaks_nothing_is_a_remark(folder: Path, change: Change, remark: str) -> None:
    change(folder)
    verdict = chain.check(discover.Library((folder,)))
    assert verdict.problems == []
    assert remark in verdict.remarks


def test_the_command_prints_one_problem_a_line_and_ends_with_1(folder: Path, run: Run) -> None:
    replaced(NOISY, "enemies: [theory/lost-labels]", "enemies: [theory/lost-label]")(folder)
    replaced(COINS, "version: 1\n", "version: one\n")(folder)
    done = run("--library", folder, "role", "check")
    lines = [line for line in done.stdout.splitlines() if str(folder) in line]
    assert done.code == 1
    assert len(lines) == 2
    assert lines[0].endswith(f"{COINS}:4: version: expected a whole number, got 'one'")
    assert done.stderr.splitlines()[-1].startswith("Checked ")
