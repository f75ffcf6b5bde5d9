"""What the shipped bank holds, and what it hands out. That each question is right, `hiretool question check` proves."""

import random
import shutil

import pytest

from hiretool import discover, exercise, questions, roles, rubrics
from hiretool.errors import HiretoolError
from hiretool.exercise.handed import Scanner
from hiretool.model import serves
from tests.exports import exports

LIBRARY = discover.library()
BANK = {entry.question.id: entry for entry in questions.all(LIBRARY)}
AT_LEAST = {
    "pair-debugging": 24,
    "math": 20,
    "theory": 10,
    "applied-ml": 8,
    "coding": 10,
    "take-home": 3,
    "past-projects": 6,
    "background": 6,
    "data-systems": 8,
    "product-sense": 5,
}
CELLS = [
    (role, level, entry.format)
    for role in ("ml-engineer", "ml-researcher", "data-engineer")
    for level in roles.get(role, LIBRARY).levels
    for entry in roles.get(role, LIBRARY).loop(level)
]


@pytest.mark.parametrize("format", AT_LEAST)
def test_there_are_enough_questions_of_each_format(format):
    assert exercise.counts(list(BANK.values())).by_format[format]["all"] >= AT_LEAST[format]


@pytest.mark.parametrize(("role", "level", "format"), CELLS)
def test_each_round_of_the_three_first_roles_has_a_question_at_each_level(role, level, format):
    found = [
        name
        for name, entry in BANK.items()
        if entry.question.format == format and role in entry.question.roles and serves(entry.question.levels, level)
    ]
    assert found


def test_no_two_questions_have_the_same_uuid():
    assert len({entry.question.uuid for entry in BANK.values()}) == len(BANK)


def test_a_standing_question_is_replaced_only_where_the_format_has_it():
    for entry in BANK.values():
        spoken = rubrics.format(entry.question.format, LIBRARY)
        assert set(entry.question.replaces) <= {own.id for own in spoken.standing_questions}, entry.question.id


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_nothing_secret_is_handed_out(tmp_path):
    assert list(exports(BANK, 300, tmp_path)) == []


def planted(entry, folder, kind, dice):
    """The folder of an export with a secret in it, planted in one of the ways in which it happens."""
    secret = sorted(
        path
        for path in entry.folder.rglob("*")
        if path.suffix in (".md", ".yaml", ".py") and "candidate" not in path.parts
    )
    secret = [
        path
        for path in secret
        if path.name != "prompt.md" and "verify/right" not in str(path) and "verify/wrong" not in str(path)
    ]
    path = dice.choice(secret)
    text = path.read_text(encoding="utf-8")
    if kind == "a file as it is":
        (folder / path.name).write_text(text, encoding="utf-8")
    elif kind == "a file under another name, indented":
        (folder / "notes.txt").write_text("".join(f"    {line}\n" for line in text.splitlines()), encoding="utf-8")
    elif kind == "a file without its canary":
        (folder / "data.csv").write_text(text.replace(entry.canary, ""), encoding="utf-8")
    elif kind == "at the end of the prompt":
        with (folder / "PROMPT.md").open("a", encoding="utf-8") as prompt:
            prompt.write("\n" + text)
    elif kind == "among bytes that are no text":
        (folder / "model.bin").write_bytes(b"\xff\xfe\x00" * 50 + b"\n" + text.encode() + b"\x00\xff")
    else:
        (folder / ".git").mkdir()
        (folder / ".git" / "COMMIT_EDITMSG").write_text("start")


KINDS = [
    "a file as it is",
    "a file under another name, indented",
    "a file without its canary",
    "at the end of the prompt",
    "among bytes that are no text",
    "a history",
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_planted_secret_is_always_found(tmp_path, kind):
    dice = random.Random(kind)
    for name in dice.sample(sorted(BANK), 12):
        entry = BANK[name]
        target = tmp_path / name.replace("/", "-")
        exercise.start(entry, target, seed=dice.randrange(1000), guarded=False)
        planted(entry, target, kind, dice)
        assert Scanner(entry).leaks(target), name


def test_a_secret_among_the_candidates_files_stops_the_export(tmp_path):
    entry = BANK["pair-debugging/judge-seating"]
    copy = shutil.copytree(entry.folder, tmp_path / "question_bank" / "pair-debugging" / "judge-seating")
    shutil.copy(copy / "hints.yaml", copy / "candidate" / "notes.txt")
    with pytest.raises(HiretoolError, match="holds the canary of a secret file; not handed out"):
        exercise.start(questions.read(copy), tmp_path / "out", seed=1)
    assert not (tmp_path / "out").exists()
