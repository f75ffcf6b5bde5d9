"""hiretool org: from a questionnaire to advice, and the archetypes, axes and structures as pages."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from hiretool import discover, organizations, shipped
from hiretool.cli.org import CHOICES, HELP
from hiretool.plan.questionnaire import blank
from tests import read_back
from tests.conftest import LIBRARY, Run

FOUND = organizations.read(discover.library())
NAMES = organizations.names(discover.library())


def test_the_options_are_the_questions_with_their_answers() -> None:
    assert list(CHOICES) == list(HELP) == list(FOUND.questions)
    for key, question in FOUND.questions.items():
        assert (CHOICES[key] or ()) == tuple(value.id for value in question.values)


# assess


def test_options_alone_give_advice(run: Run) -> None:
    done = run("org", "assess", "--stage", "seed", "--research-share", "0.2")
    assert (done.code, done.stderr) == (0, "")
    assert "Decentralized feature teams" in done.stdout
    assert "2 of 14" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100


def test_a_filled_questionnaire_gives_the_same_advice_as_options(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "stage: series-b\nresearch_share: 0.9\npushes_state_of_the_art: true\nml_people: 4\n", encoding="utf-8"
    )
    options = ("--stage", "series-b", "--research-share", "0.9", "--pushes-state-of-the-art", "yes", "--ml-people", "4")
    from_file = run("org", "assess", "a.yaml")
    assert from_file.code == 0
    assert from_file.stdout == run("org", "assess", *options).stdout


def test_the_blank_questionnaire_is_filled_in_and_read_back(run: Run, tmp_path: Path) -> None:
    made = run("org", "assess", "--blank", "-o", "answers.yaml")
    assert (made.code, made.stdout, made.stderr) == (0, "", "Wrote answers.yaml\n")
    text = (tmp_path / "answers.yaml").read_text(encoding="utf-8")
    assert text == blank(FOUND.questions.values()) == run("org", "assess", "--blank").stdout
    done = run("org", "assess", "answers.yaml")
    assert done.code == 0
    assert "0 of 14" in done.stdout
    assert "No structure can be advised" in " ".join(done.stdout.split())
    (tmp_path / "answers.yaml").write_text(text.replace("\nstage:\n", "\nstage: enterprise\n"), encoding="utf-8")
    assert "A core team with units" in run("org", "assess", "answers.yaml").stdout


def test_answers_come_from_standard_input(run: Run) -> None:
    done = run("org", "assess", "-", "--json", input="stage: seed\n")
    data = json.loads(done.stdout)
    assert (data["schema"], data["kind"]) == (1, "organization-advice")
    assert data["answers"]["stage"] == "seed"
    assert data["answers"]["leadership"] is None
    assert data["structure"]["id"] == "decentralized"


def test_an_option_wins_over_the_file_and_it_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("stage: seed\nml_people: 3\n", encoding="utf-8")
    done = run(
        "org", "assess", "a.yaml", "--stage", "enterprise", "--ml-people", "3", "--leadership", "unsure", "--json"
    )
    assert json.loads(done.stdout)["answers"]["stage"] == "enterprise"
    assert done.stderr == "--stage counts (enterprise), not what a.yaml says (seed).\n"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ((), "Nothing was answered. Pass ANSWERS, or options such as --stage seed, or --blank for the questions."),
        (("--stage", "series-z"), "Invalid value for '--stage': 'series-z' is not one of"),
        (("--research-share", "7"), "--research-share: expected a number from 0 to 1, got 7.0."),
        (("--research-share", "nan"), "--research-share: expected a number from 0 to 1, got nan."),
        (("--research-share", "half"), "'half' is not a valid float"),
        (("--ml-people", "-1"), "--ml-people: expected a whole number from 0 up, got -1.0."),
        (("--ml-people", "inf"), "--ml-people: expected a whole number from 0 up, got inf."),
        (("--blank", "--stage", "seed"), "--blank writes an empty questionnaire; it takes no answers and no --format."),
        (("--blank", "a.yaml"), "--blank writes an empty questionnaire"),
        (("--blank", "--json"), "--blank writes an empty questionnaire"),
        (("--format", "csv", "--stage", "seed"), "'csv' is not one of"),
    ],
)
def test_wrong_usage_says_what_is_right(run: Run, arguments: tuple[str, ...], problem: str) -> None:
    done = run("org", "assess", *arguments)
    assert (done.code, done.stdout) == (2, "")
    assert problem in " ".join(done.stderr.split())


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "a.yaml: is empty; expected answers such as `stage: seed`."),
        (b"\x00\x01\xff\xfe", "a.yaml"),
        (b"\xff\xfes\x00t\x00", "is UTF-16, expected UTF-8"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "is not UTF-8"),
        (b"stage: series-z\n", "a.yaml:1: stage: expected pre-seed, seed"),
        (b"research_share: 7\n", "a.yaml:1: research_share: expected a number from 0 to 1, got 7"),
        (b"stages: seed\n", "a.yaml:1: stages: no such question. Did you mean 'stage'?"),
        (b"[" * 100_000, "is not valid YAML: exceeded maximum nesting depth"),
        (b"a: &a [1]\nb: *a\n", "uses an alias"),
    ],
)
def test_a_file_that_cannot_be_used_is_an_error_in_a_line(
    run: Run, tmp_path: Path, content: bytes, problem: str
) -> None:
    (tmp_path / "a.yaml").write_bytes(content)
    done = run("org", "assess", "a.yaml")
    assert (done.code, done.stdout) == (1, "")
    assert problem in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_file_and_a_folder_are_errors(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert run("org", "assess", "none.yaml").stderr == "Error: none.yaml: does not exist\n"
    assert "is a folder; expected a file" in run("org", "assess", "folder").stderr


@pytest.mark.parametrize("format", ["html", "markdown", "json", "pdf", "docx", "table"])
def test_advice_is_written_in_each_format(run: Run, tmp_path: Path, format: str) -> None:
    done = run(
        "org", "assess", "--stage", "series-b", "--research-share", "0.5", "--format", format, "-o", f"a.{format}"
    )
    assert (done.code, done.stdout) == (0, "")
    assert (tmp_path / f"a.{format}").stat().st_size > 1000
    again = run("org", "assess", "--stage", "seed", "--format", format, "-o", f"a.{format}")
    assert again.code == 1
    assert "exists. Use --force to replace it" in again.stderr


def test_the_page_has_the_mountain_as_a_picture_with_its_words(run: Run) -> None:
    page = run("org", "assess", "--stage", "seed", "--where-ml-sits", "nobody", "--format", "html").stdout
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in page
    assert "The company stands at: Nascent and ad hoc." in page
    assert "you are here" in page
    assert "structure-early; Teams article" in page


def test_own_rules_take_the_place_of_the_shipped_ones(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "ours" / "rubrics" / "organizations" / "advice"
    target.mkdir(parents=True)
    file = target / "structure.yaml"
    shutil.copy(shipped.root() / "rubrics/organizations/advice/structure.yaml", file)
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("says: >-\n      Put ML people into feature teams.", "says: >-\n      As our board says.", 1)
    )
    assert "As our board says." in run("--library", "ours", "org", "assess", "--stage", "seed").stdout
    file.write_text(text.replace("structure: decentralized", "structure: scattered", 1), encoding="utf-8")
    done = run("--library", "ours", "org", "assess", "--stage", "seed")
    assert (done.code, done.stdout) == (1, "")
    assert "rules[0].structure: no structure named 'scattered'" in done.stderr


def test_own_questions_without_one_of_the_options_are_said(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "ours" / "rubrics" / "organizations"
    shutil.copytree(shipped.root() / "rubrics/organizations", target)
    text = (target / "questions.yaml").read_text(encoding="utf-8")
    start, end = text.index("  - id: fairness_owner"), text.index("# The thresholds")
    (target / "questions.yaml").write_text(text[:start] + text[end:], encoding="utf-8")
    done = run("--library", "ours", "org", "assess", "--fairness-owner", "nobody")
    assert done.code == 1, "rules still ask for it"
    assert "no question named 'fairness_owner'" in done.stderr
    for topic in ("fairness", "open-first"):
        path = target / "advice" / f"{topic}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("fairness_owner:", "leadership:"), encoding="utf-8")
        path.write_text(
            path.read_text(encoding="utf-8")
            .replace("leadership: nobody", "leadership: unsure")
            .replace("leadership: everybody", "leadership: supportive")
            .replace("leadership: named-person", "leadership: committed")
            .replace("leadership: [nobody, everybody]", "leadership: unsure"),
            encoding="utf-8",
        )
    done = run("--library", "ours", "org", "assess", "--fairness-owner", "nobody")
    assert done.code == 2
    assert "--fairness-owner: the questions of this library have no 'fairness_owner'." in done.stderr


def test_a_library_without_organizations_still_has_the_shipped_ones_below_it(run: Run) -> None:
    assert run("--library", LIBRARY, "org", "assess", "--stage", "seed").code == 0


# show


def test_all_are_listed_with_their_kind(run: Run) -> None:
    data = json.loads(run("org", "show", "--json").stdout)
    assert [row["id"] for row in data["organizations"]][:5] == list(FOUND.archetypes)
    assert {row["id"]: row["kind"] for row in data["organizations"]}["hybrid"] == "structure"
    assert len(data["organizations"]) == len(NAMES) == 13
    assert run("org", "show", "--format", "csv").stdout.startswith("id,kind,title,says")


@pytest.mark.parametrize("name", NAMES)
def test_each_is_shown_with_every_sentence_and_its_source(run: Run, name: str) -> None:
    done = run("org", "show", name, "--format", "markdown")
    assert (done.code, done.stderr) == (0, "")
    shown = read_back.shown(read_back.markdown(done.raw).text)
    entry = organizations.shown(name, discover.library())
    sentences = entry.asks if isinstance(entry, organizations.Axis) else entry.sentences()
    for sentence in sentences:
        assert read_back.shown(sentence.says) in shown
        assert read_back.shown(FOUND.sources[sentence.source].short) in shown
    if not isinstance(entry, organizations.Axis):
        for text in (*entry.for_candidates.selling_points, *entry.for_candidates.trade_offs):
            assert read_back.shown(text) in shown
        for trouble in entry.trouble:
            assert read_back.shown(trouble.mitigation.says) in shown


@pytest.mark.parametrize("name", ["embedded", "hybrid", "data-ownership"])
@pytest.mark.parametrize("format", ["table", "json", "html", "pdf", "docx"])
def test_each_kind_is_shown_in_each_format(run: Run, tmp_path: Path, name: str, format: str) -> None:
    done = run("org", "show", name, "--format", format, "-o", f"x.{format}")
    assert done.code == 0
    assert (tmp_path / f"x.{format}").stat().st_size > 500


def test_one_is_given_as_data(run: Run) -> None:
    data = json.loads(run("org", "show", "nascent", "--json").stdout)
    assert (data["kind"], data["of_kind"], data["id"], data["place"]) == ("organization", "archetype", "nascent", 1)
    assert data["axes"]["data_ownership"]["position"] == "owns"
    assert len(data["for_candidates"]["selling_points"]) == 3
    assert data["sources"] == ["lecture-13", "orgs-3", "own", "team-structure-notes"]


def test_an_unknown_name_is_answered_with_the_one_meant(run: Run) -> None:
    done = run("org", "show", "embeded")
    assert (done.code, done.stdout) == (1, "")
    assert done.stderr == "Error: No archetype, axis or structure named 'embeded'. Did you mean 'embedded'?\n"


def test_names_are_completed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_HIRETOOL_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "hiretool org show c")
    monkeypatch.setenv("COMP_CWORD", "3")
    done = run()
    assert set(done.stdout.split()) == {"plain,centralized", "plain,company-within", "plain,core-and-units"}
