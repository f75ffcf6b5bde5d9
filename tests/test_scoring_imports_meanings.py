"""What the names of another system mean here: people, competencies, interviews, roles."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiretool.errors import Problems
from hiretool.scoring import imports
from tests.foreign_cards import CARDS, greenhouse, missing, one, rated, read, reasons, refused


def test_candidates_without_a_name_have_their_id() -> None:
    assert one(read(greenhouse()))["candidate"] == "greenhouse:601"
    assert one(read(greenhouse(application_id=None)))["candidate"] == "greenhouse:501"


@pytest.mark.parametrize("id", ["601", "application:601", "greenhouse:601", "greenhouse:application:601", "501"])
def test_a_people_file_names_candidates_by_any_of_their_ids(id: str) -> None:
    assert one(read(greenhouse(), people={id: "Ada"}))["candidate"] == "Ada"


def test_a_people_file_goes_before_the_name_in_the_system() -> None:
    assert one(read(greenhouse(), people={"user:11": "Bo Q. Li"}))["interviewer"] == "Bo Q. Li"


def test_an_id_that_could_be_two_things_is_refused() -> None:
    said = refused(lambda: read(greenhouse(application_id=11), people={"11": "Ada"}))
    assert said == "people: 11 is the id of more than one thing; write application:11 and user:11 instead"


def test_two_names_for_one_candidate_are_refused() -> None:
    found = read(greenhouse(), people={"601": "Ada", "501": "Grace"})
    assert reasons(found) == [
        (1, "candidate: the people file has two names (Ada, Grace) for application:601 and candidate:501")
    ]


@pytest.mark.parametrize(
    ("text", "saying"),
    [
        ("name,id\nAda,601\n", None),
        ("ID,Name,Kind\n601,Ada,x\n", None),
        ("601,Ada\n", "lacks the column id, name; expected a header with id and name"),
        ("id,name\n601,\n,Ada\n", "row 2: name: is blank"),
        ("id,name\n601,Ada\n601,Grace\n", "row 3: '601' has another name further up"),
        ("", "lacks the column id, name"),
    ],
)
def test_a_people_file_has_an_id_and_a_name_in_each_row(tmp_path: Path, text: str, saying: str | None) -> None:
    (tmp_path / "people.csv").write_text(text, encoding="utf-8")
    if saying is None:
        assert imports.people(tmp_path / "people.csv") == {"601": "Ada"}
    else:
        assert saying in refused(lambda: imports.people(tmp_path / "people.csv"))


def test_a_name_that_is_our_own_needs_no_mapping() -> None:
    found = read(greenhouse(attributes=rated(("ML systems", "yes"), ("data_work", "no"), ("Experiment Design", "no"))))
    assert found.whole()["competency"].tolist() == ["ml-systems", "data-work", "experiment-design"]


def test_a_guess_is_shown_and_not_used() -> None:
    found = read(greenhouse(attributes=rated(("Serving", "yes"))))
    assert reasons(found) == [
        (
            1,
            "no competency is known for 'Serving' (a guess: ml-systems, taken with --accept-guesses);"
            " say it in a mapping file",
        )
    ]


def test_a_guess_that_is_accepted_is_used_and_said() -> None:
    found = read(greenhouse(attributes=rated(("Serving", "yes"))), accept_guesses=True)
    assert one(found)["competency"] == "ml-systems"
    assert "Guessed: 'Serving' is ml-systems." in found.notices


def test_a_name_like_nothing_is_no_guess() -> None:
    found = read(greenhouse(attributes=rated(("Quizzaciousness", "yes"))), accept_guesses=True)
    assert reasons(found) == [(1, "no competency is known for 'Quizzaciousness'; say it in a mapping file")]


def test_a_problem_that_many_cards_have_is_said_once() -> None:
    cards = [greenhouse(id=number, application_id=number, attributes=rated(("Q", "yes"))) for number in range(1, 41)]
    with pytest.raises(Problems) as found:
        read(cards).whole()
    (line,) = map(str, found.value.problems)
    assert line == "cards: cards 1, 2, 3, 4, 5, 6 and 34 more: no competency is known for 'Q'; say it in a mapping file"


def test_two_names_for_one_competency_that_disagree_are_refused() -> None:
    mapping = "competencies: {Python: coding, SQL: coding}"
    found = read(greenhouse(attributes=rated(("Python", "yes"), ("SQL", "no"))), mapping)
    ((_, reason),) = reasons(found)
    assert reason.startswith("coding was rated otherwise by 'Python' on this card; leave one of the two names out")


@pytest.mark.parametrize(("first", "second"), [("yes", "yes"), ("yes", "no_decision"), ("no_decision", "yes")])
def test_two_names_for_one_competency_that_agree_are_one_rating(first: str, second: str) -> None:
    mapping = "competencies: {Python: coding, SQL: coding}"
    attributes = rated(("Python", first), note="a") + rated(("SQL", second), note="b")
    row = one(read(greenhouse(attributes=attributes), mapping))
    assert (row["rating"], row["note"]) == (3, "a\n\nb")


def test_an_answer_may_join_the_note_of_a_competency() -> None:
    card = greenhouse(questions=[{"id": 1, "question": "Which design?", "answer": "Two-tower"}])
    assert one(read(card, 'notes: {"Which design?": coding}'))["note"] == "Which design?: Two-tower"
    assert one(read(card, 'notes: {"which  DESIGN?": null}'))["note"] == ""
    new = one(read(card, 'notes: {"Which design?": debugging}'), competency="debugging")
    assert missing(new["rating"])


def test_a_mapping_file_may_leave_out_an_interview() -> None:
    cards = [greenhouse(), greenhouse(id=2, interview="Debrief")]
    found = read(cards, "interview: {Debrief: null, ML design: design}")
    assert set(found.whole()["interview"]) == {"design"}
    assert "1 card left out, as the mapping file says." in found.notices


def test_the_mapping_file_of_the_docs_can_be_read() -> None:
    text = (Path(__file__).parents[1] / "docs" / "scorecards.md").read_text(encoding="utf-8")
    mapping = text.split("```yaml\n")[1].split("```")[0]
    assert one(read(greenhouse(attributes=rated(("serving", "yes"))), mapping))["competency"] == "ml-systems"


def test_a_role_is_needed() -> None:
    assert reasons(read(greenhouse(), role="")) == [(1, "role: the file does not say for which role; pass --role ROLE")]


def test_jobs_of_v3_may_be_told_apart_by_the_mapping_file() -> None:
    mapping = (CARDS / "systems.yaml").read_text(encoding="utf-8").replace("role: ml-engineer", "role: {21: engineer}")
    assert set(read("greenhouse_v3.json", mapping, role="").whole()["role"]) == {"engineer"}


def test_a_card_that_rates_nothing_is_kept_with_its_recommendation() -> None:
    found = read([greenhouse(), greenhouse(id=2, application_id=2, attributes=[], overall_recommendation="strong_no")])
    assert len(found.whole()) == 1
    (unrated,) = [origin for origin in found.origins if not origin.rates]
    assert unrated.recommendation == "strong_no"


def test_a_note_that_is_too_long_is_cut_and_the_whole_is_kept() -> None:
    card = greenhouse(attributes=rated(("coding", "yes"), note="x" * 30_000))
    found = read(card)
    assert len(one(found)["note"]) == 20_000
    assert "x" * 30_000 in found.origins[0].raw
    assert "1 note longer than 20,000 characters cut; the workspace keeps the whole." in found.notices
