"""Advice on a company's organization: what the documents say for each stage and aim, and nothing without its rule."""

from __future__ import annotations

import datetime
import functools
import itertools
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import discover, organizations, writers
from hiretool.errors import Problems
from hiretool.organizations import Answer
from hiretool.organizations.gathered import TOPICS
from hiretool.plan import advice_page, mountain
from hiretool.plan.advice import Advice, Outcome, advise, cited, judgement
from hiretool.plan.questionnaire import answered, blank
from tests.expected_texts import expected

FOUND = organizations.read(discover.library())
TODAY = datetime.date(2026, 11, 26)
SVG = "{http://www.w3.org/2000/svg}"


@functools.cache
def _advised(answers: tuple[tuple[str, Answer | None], ...]) -> Advice:
    return advise(dict(answers), FOUND)


def advised(**answers: Any) -> Advice:
    """The advice of the shipped library for these answers; the others are not given."""
    return _advised(tuple(answers.items()))


def structure(**answers: Any) -> str | None:
    found = judgement({**dict.fromkeys(FOUND.questions), **answers}, FOUND)
    return found.structure.id if found.structure else None


def rules_of(found: Advice) -> set[str]:
    return {sentence.rule for sentence in found.sentences()}


# Stage x aim, written by hand from the documents.
# Teams article: seed to series A decentralized, unless the company pushes the state of the art (then one team). Series
# B and later: mainly implementing decentralized, significant exploring centralized. Enterprises: usually both.
# False marks what the article does not decide: pre-seed, exploring without need for new methods, series B with both
# aims, series B with the aim unknown where new methods are needed, enterprises with one aim only.

SHARES = {"product": 0.1, "both": 0.5, "research": 0.9, "unknown": None}
SOTA = {"yes": "yes", "no": "no", "unknown": None}
D, C, H, NONE = "decentralized", "centralized", "hybrid", None

TABLE: dict[tuple[str, str], dict[str, tuple[str | None, bool]]] = {
    # (stages, pushes the state of the art): aim -> structure, whether the documents decide it
    ("pre-seed", "yes"): {"product": (C, False), "both": (C, False), "research": (C, False), "unknown": (C, False)},
    ("pre-seed", "no"): {"product": (D, False), "both": (D, False), "research": (D, False), "unknown": (D, False)},
    ("pre-seed", "unknown"): {"product": (D, False), "both": (D, False), "research": (C, False), "unknown": (D, False)},
    ("seed series-a", "yes"): {"product": (C, True), "both": (C, True), "research": (C, True), "unknown": (C, True)},
    ("seed series-a", "no"): {"product": (D, True), "both": (D, True), "research": (D, False), "unknown": (D, True)},
    ("seed series-a", "unknown"): {
        "product": (D, True),
        "both": (D, True),
        "research": (C, False),
        "unknown": (D, True),
    },
    ("series-b series-c", "yes"): {
        "product": (D, True),
        "both": (H, False),
        "research": (C, True),
        "unknown": (C, False),
    },
    ("series-b series-c", "no"): {
        "product": (D, True),
        "both": (H, False),
        "research": (C, True),
        "unknown": (NONE, False),
    },
    ("series-b series-c", "unknown"): {
        "product": (D, True),
        "both": (H, False),
        "research": (C, True),
        "unknown": (NONE, False),
    },
    ("enterprise", "yes"): {"product": (H, False), "both": (H, True), "research": (H, False), "unknown": (H, True)},
    ("enterprise", "no"): {"product": (H, False), "both": (H, True), "research": (H, False), "unknown": (H, True)},
    ("enterprise", "unknown"): {"product": (H, False), "both": (H, True), "research": (H, False), "unknown": (H, True)},
}
CELLS = [
    (stage, aim, sota, *cell)
    for (stages, sota), row in TABLE.items()
    for stage in stages.split()
    for aim, cell in row.items()
]


def test_the_table_has_every_cell() -> None:
    stages = [value.id for value in FOUND.questions["stage"].values]
    assert {cell[:3] for cell in CELLS} == set(itertools.product(stages, SHARES, SOTA))


@pytest.mark.parametrize(("stage", "aim", "sota", "name", "covered"), CELLS)
def test_each_stage_and_aim_gets_what_the_documents_advise(
    stage: str, aim: str, sota: str, name: str | None, covered: bool
) -> None:
    found = advised(stage=stage, research_share=SHARES[aim], pushes_state_of_the_art=SOTA[sota]).judgement
    assert (found.structure.id if found.structure else None) == name
    assert found.covered == covered
    assert found.structure_because is not None
    if name is not None:
        assert (found.structure_because.source == "teams-article") == covered


@pytest.mark.parametrize(("aim", "sota"), list(itertools.product(SHARES, SOTA)))
def test_without_a_stage_no_structure_is_advised(aim: str, sota: str) -> None:
    found = advised(research_share=SHARES[aim], pushes_state_of_the_art=SOTA[sota]).judgement
    assert found.structure is None
    assert "the stage of the company is not answered" in found.structure_because.says


@pytest.mark.parametrize(("people", "name"), [(0, D), (1, D), (5, D), (6, H), (100, H), (None, H)])
def test_a_larger_start_up_with_both_aims_has_a_core_only_if_it_has_the_people(people: int | None, name: str) -> None:
    assert structure(stage="series-b", research_share=0.5, ml_people=people) == name


@pytest.mark.parametrize(
    ("own", "form"), [("yes", "company-within"), ("no", "core-and-units"), (None, "core-and-units")]
)
def test_the_form_of_a_hybrid_follows_from_whether_the_team_has_software_people(own: str | None, form: str) -> None:
    found = advised(stage="enterprise", research_share=0.5, own_software_people=own)
    assert found.judgement.form.id == form
    assert found.judgement.outcome().structure == form
    assert {"hybrid/friction", f"{form}/{FOUND.structures[form].trouble[-1].id}"} <= rules_of(found)


# Where the company stands


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({"where_ml_sits": "nobody"}, "nascent"),
        ({"where_ml_sits": "volunteers", "ml_people": 2}, "nascent"),
        ({"where_ml_sits": "r-and-d"}, "research"),
        ({"where_ml_sits": "product-teams"}, "embedded"),
        ({"where_ml_sits": "own-function"}, "independent"),
        ({"where_ml_sits": "everywhere"}, "ml-first"),
        ({"where_ml_sits": "everywhere", "leadership": "committed"}, "ml-first"),
        ({"where_ml_sits": "everywhere", "leadership": "supportive"}, "independent"),
        ({"where_ml_sits": "everywhere", "leadership": "unsure"}, "independent"),
        ({"reports_to": "team-leads"}, "embedded"),
        ({"reports_to": "research-head"}, "research"),
        ({"reports_to": "senior-leadership", "stage": "enterprise"}, "independent"),
        ({"reports_to": "senior-leadership", "stage": "seed"}, None),
        ({"reports_to": "senior-leadership"}, None),
        ({"ml_people": 0}, "nascent"),
        ({"ml_people": 3}, None),
        ({"reports_to": "nobody"}, None),
        ({"stage": "seed"}, None),
        ({}, None),
    ],
)
def test_where_a_company_stands(answers: dict[str, Any], name: str | None) -> None:
    found = advised(**answers).judgement
    assert (found.standing.id if found.standing else None) == name
    assert found.standing_because is not None


# Answers that do not go together


@pytest.mark.parametrize(
    ("answers", "rule", "read"),
    [
        ({"ml_people": 0, "where_ml_sits": "own-function"}, "nobody-yet-placed", {"where_ml_sits": "nobody"}),
        ({"ml_people": 3, "where_ml_sits": "nobody"}, "people-but-nobody", {"where_ml_sits": "volunteers"}),
        ({"ml_people": 0, "reports_to": "team-leads"}, "nobody-yet-reports", {"reports_to": None}),
        ({"where_ml_sits": "nobody", "data_owner": "ml-team"}, "nobody-owns-data", {"data_owner": None}),
        ({"where_ml_sits": "nobody", "model_owner": "ml-team"}, "nobody-runs-models", {"model_owner": None}),
        (
            {"where_ml_sits": "nobody", "own_software_people": "yes"},
            "nobody-has-software-people",
            {"own_software_people": None},
        ),
        ({"where_ml_sits": "own-function", "reports_to": "team-leads"}, "function-under-team-leads", {}),
        (
            {"where_ml_sits": "product-teams", "reports_to": "senior-leadership", "stage": "enterprise"},
            "embedded-under-leadership",
            {},
        ),
        ({"where_ml_sits": "everywhere", "leadership": "unsure"}, "everywhere-without-commitment", {}),
        ({"pushes_state_of_the_art": "yes", "research_share": 0.1}, "new-methods-little-exploring", {}),
        ({"leadership": "unsure", "room_for_experiments": "own-budget"}, "budget-without-belief", {}),
    ],
)
def test_answers_that_contradict_are_named_with_what_was_made_of_them(
    answers: dict[str, Any], rule: str, read: dict[str, Any]
) -> None:
    found = advised(**answers)
    assert rule in [sentence.rule for sentence in found.judgement.contradictions]
    shown = advice_page.page(found, FOUND, today=TODAY)
    assert {key: value for key, value in shown.data["read_as"].items() if key in read} == read
    assert "## Answers that do not go together" in writers.write(shown, "markdown").decode()
    assert found.judgement.answers == {**dict.fromkeys(FOUND.questions), **answers}


def test_one_contradiction_can_lead_to_the_next() -> None:
    found = advised(ml_people=0, where_ml_sits="own-function", data_owner="ml-team", reports_to="senior-leadership")
    rules = [sentence.rule for sentence in found.judgement.contradictions]
    assert rules == ["nobody-yet-placed", "nobody-yet-reports", "nobody-owns-data"]
    assert found.judgement.standing.id == "nascent"


def test_answers_that_go_together_are_not_called_contradictory() -> None:
    found = advised(ml_people=4, where_ml_sits="product-teams", reports_to="team-leads", data_owner="data-team")
    assert found.judgement.contradictions == ()
    text = writers.write(advice_page.page(found, FOUND, today=TODAY), "markdown").decode()
    assert "do not go together" not in text


# What is said, and by which rule


def _answers_for(when: dict[str, Any]) -> Iterator[dict[str, Answer | None]]:
    """Answers that a condition may hold for: those it asks about, over all that decides standing and structure."""
    deciding = {
        "where_ml_sits": [None, *(value.id for value in FOUND.questions["where_ml_sits"].values)],
        "stage": [None, *(value.id for value in FOUND.questions["stage"].values)],
        "research_share": [None, 0.1, 0.5, 0.9],
        "pushes_state_of_the_art": [None, "yes", "no"],
        "ml_people": [None, 0, 1, 3, 12],
        "own_software_people": [None, "yes"],
    }
    asked = {
        key: [value for value in [None, *FOUND.questions[key].examples()] if condition.holds(value)]
        for key, condition in when.items()
        if key in FOUND.questions
    }
    choices = {**deciding, **asked}
    for values in itertools.product(*choices.values()):
        yield dict(zip(choices, values, strict=True))


def _spoken_by(rule: organizations.Rule, topic: str) -> dict[str, Answer | None] | None:
    """The first answers for which a rule speaks."""
    for answers in _answers_for(rule.when):
        judged = judgement({**dict.fromkeys(FOUND.questions), **answers}, FOUND)
        if topic == "contradiction":
            spoken = rule.id in [sentence.rule for sentence in judged.contradictions]
        elif topic in ("standing", "structure"):
            because = judged.standing_because if topic == "standing" else judged.structure_because
            spoken = because is not None and because.rule == rule.id
        else:
            spoken = organizations.speaks(rule.when, judged.facts)
        if spoken:
            return answers
    return None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("topic", "rule"),
    [(topic, rule) for topic in TOPICS for rule in FOUND.rules[topic]],
    ids=lambda value: value.id if isinstance(value, organizations.Rule) else value,
)
def test_every_rule_speaks_for_some_answers_and_stands_on_the_page(topic: str, rule: organizations.Rule) -> None:
    answers = _spoken_by(rule, topic)
    assert answers is not None, "no answers make this rule speak"
    found = advise(answers, FOUND)
    assert rule.id in rules_of(found)
    text = writers.write(advice_page.page(found, FOUND, today=TODAY), "table").decode()
    assert " ".join(rule.says.split()[:3]) in " ".join(text.split())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "name", "trouble"),
    [
        (kind, name, trouble)
        for kind, shapes in (("standing", FOUND.archetypes), ("structure", FOUND.structures))
        for name, shape in shapes.items()
        for trouble in shape.trouble
    ],
    ids=lambda value: value if isinstance(value, str) else value.id,
)
def test_every_trouble_of_a_place_is_a_risk_of_somebody(kind: str, name: str, trouble: organizations.Trouble) -> None:
    for answers in _answers_for(trouble.when):
        judged = judgement({**dict.fromkeys(FOUND.questions), **answers}, FOUND)
        here = [entry.id for entry in (judged.standing, judged.structure, judged.form) if entry]
        if name in here and organizations.speaks(trouble.when, judged.facts):
            told = rules_of(advise(answers, FOUND))
            if f"{name}/{trouble.id}" in told or trouble.same_as in told:
                return
    pytest.fail("nobody is ever told of it")


def test_exactly_one_rule_says_the_structure_and_one_the_standing() -> None:
    """Whatever decides them: all stages, aims and exceptions; all places, reporting lines and leaderships."""
    for stage, share, sota, people, own in itertools.product(
        [None, *FOUND.questions["stage"].examples()],
        [None, 0.0, 0.5, 1.0],
        [None, "yes", "no"],
        [None, 5, 6],
        [None, "yes", "no"],
    ):
        facts = {"stage": stage, "aim": FOUND.derived.of(share), "pushes_state_of_the_art": sota}
        facts |= {"ml_people": people, "own_software_people": own}
        spoken = [rule.id for rule in FOUND.rules["structure"] if organizations.speaks(rule.when, facts)]
        assert len(spoken) == 1, (facts, spoken)
    for where, reports, leadership, people, stage in itertools.product(
        *([None, *FOUND.questions[key].examples()] for key in ("where_ml_sits", "reports_to", "leadership")),
        [None, 0, 1, 12],
        [None, *FOUND.questions["stage"].examples()],
    ):
        judged = judgement(
            {
                **dict.fromkeys(FOUND.questions),
                "where_ml_sits": where,
                "reports_to": reports,
                "leadership": leadership,
                "ml_people": people,
                "stage": stage,
            },
            FOUND,
        )
        spoken = [rule.id for rule in FOUND.rules["standing"] if organizations.speaks(rule.when, judged.facts)]
        assert len(spoken) == 1, (judged.answers, spoken)


def test_a_step_is_named_for_every_standing_and_structure() -> None:
    for standing, to in itertools.product([None, *FOUND.archetypes], [None, D, C, H]):
        facts: dict[str, Answer | None] = {"standing": standing, "structure": to}
        spoken = [rule.id for rule in FOUND.rules["step"] if organizations.speaks(rule.when, facts)]
        assert len(spoken) == 1, (facts, spoken)


def _any_answer(question: organizations.Question) -> st.SearchStrategy[Answer | None]:
    if question.values:
        return st.sampled_from([None, *(value.id for value in question.values)])
    if question.whole:
        return st.none() | st.integers(0, 100_000)
    return st.none() | st.floats(0, 1)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.fixed_dictionaries({key: _any_answer(question) for key, question in FOUND.questions.items()}))
def test_any_answers_give_advice_that_names_a_structure_or_says_that_it_cannot(
    answers: dict[str, Answer | None],
) -> None:
    found = advise(answers, FOUND)
    because = found.judgement.structure_because
    assert because is not None
    assert found.judgement.structure or because.says.startswith("No structure can be advised")
    assert found.judgement.standing or found.judgement.standing_because.says.startswith(
        "Where the company stands cannot"
    )
    for sentence in found.sentences():
        assert sentence.source in FOUND.sources
        assert sentence.says
        assert sentence.basis
    assert all(risk.mitigation.says for risk in found.risks)
    assert len(found.judgement.openings) == len({opening.role for opening in found.judgement.openings})
    if found.judgement.structure:
        assert found.judgement.openings
        assert found.reasons
    assert {entry.question.id for entry in found.unanswered} == {key for key, value in answers.items() if value is None}
    assert writers.write(advice_page.page(found, FOUND, today=TODAY), "table")


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.fixed_dictionaries({key: _any_answer(question) for key, question in FOUND.questions.items()}))
def test_a_rule_never_speaks_on_an_answer_that_was_not_given(answers: dict[str, Answer | None]) -> None:
    """Unless it says that it speaks for the unknown."""
    judged = judgement(answers, FOUND)
    for rules in FOUND.rules.values():
        for rule in rules:
            if organizations.speaks(rule.when, judged.facts):
                for key, condition in rule.when.items():
                    assert judged.facts[key] is not None or condition.holds(None)


# Roles, risks and what would change


def test_roles_come_in_their_order_and_keep_all_reasons() -> None:
    found = advised(stage="seed", pushes_state_of_the_art="yes", data_owner="nobody", where_ml_sits="nobody")
    roles = [opening.role for opening in found.judgement.openings]
    assert roles[:3] == ["data-engineer", "ml-researcher", "research-engineer"]
    nascent = advised(stage="seed", where_ml_sits="nobody", research_share=0.1)
    first = nascent.judgement.openings[0]
    assert (first.role, first.level) == ("ml-engineer", "senior")
    assert [sentence.rule for sentence in first.why] == ["open-ml-engineer-nascent", "open-ml-engineer-feature-team"]


def test_a_product_that_needs_new_methods_gets_a_researcher_first_and_another_an_engineer() -> None:
    new = advised(stage="series-a", research_share=0.9, pushes_state_of_the_art="yes", where_ml_sits="nobody")
    known = advised(stage="series-a", research_share=0.1, pushes_state_of_the_art="no", where_ml_sits="nobody")
    assert new.judgement.outcome().first_role == "ml-researcher"
    assert known.judgement.outcome().first_role == "ml-engineer"


def test_every_role_that_the_issue_names_can_be_advised() -> None:
    roles = {rule.role for rule in FOUND.rules["open-first"]}
    assert roles == set(discover.library().rubric_files("roles"))


def test_a_risk_that_two_places_share_is_said_once() -> None:
    several = rules_of(advised(stage="seed", where_ml_sits="product-teams", ml_people=4))
    assert "decentralized/no-ml-community" in several
    assert "embedded/isolated" not in several
    alone = rules_of(advised(stage="seed", where_ml_sits="product-teams", ml_people=1))
    assert "decentralized/no-ml-community" not in alone
    assert "embedded/isolated" in alone


def test_risks_that_an_answer_rules_out_are_left_out() -> None:
    facts = {"stage": "series-b", "research_share": 0.9}
    unknown = rules_of(advised(**facts))
    answered_well = rules_of(
        advised(**facts, own_software_people="yes", prioritisation="open-process", reports_to="senior-leadership")
    )
    for name in ("waits-for-software", "too-many-requests", "no-seat"):
        assert f"centralized/{name}" in unknown
        assert f"centralized/{name}" not in answered_well


def test_what_an_answer_would_change_is_shown() -> None:
    found = advised(where_ml_sits="product-teams", research_share=0.1)
    stage = next(entry for entry in found.unanswered if entry.question.id == "stage")
    assert found.unanswered[0] == stage, "what would change the outcome comes first"
    then = dict(stage.outcomes)
    assert then["seed"] == Outcome("embedded", "decentralized", "ml-engineer")
    assert then["enterprise"].structure == "core-and-units"
    assert next(entry for entry in found.unanswered if entry.question.id == "fairness_owner").outcomes == ()


def test_nothing_is_unanswered_where_all_is_answered() -> None:
    every = {key: question.examples()[-1] for key, question in FOUND.questions.items()}
    found = advised(**every)
    assert found.unanswered == ()
    text = writers.write(advice_page.page(found, FOUND, today=TODAY), "markdown").decode()
    assert "What was not answered" not in text


def test_the_axes_show_today_beside_what_is_usual() -> None:
    rows = {row.axis.id: row for row in advised(stage="seed", where_ml_sits="r-and-d", data_owner="other-teams").axes}
    assert rows["data-ownership"].today == "receives"
    assert rows["data-ownership"].standing_position == "receives"
    assert rows["data-ownership"].structure_position == "shares"
    assert rows["model-ownership"].today is None


# The page


SNAPSHOT = {
    "stage": "series-b",
    "research_share": 0.5,
    "ml_people": 8,
    "where_ml_sits": "own-function",
    "reports_to": "team-leads",
    "leadership": "supportive",
    "data_owner": "other-teams",
    "data_and_compute": "partial",
    "model_owner": "other-teams",
    "prioritisation": "ad-hoc",
    "fairness_owner": "nobody",
}


def test_advice_reads_as_approved(request: pytest.FixtureRequest) -> None:
    content = writers.write(advice_page.page(advised(**SNAPSHOT), FOUND, today=TODAY), "markdown").decode()
    assert content == expected("org-advice.md", content, request)


def test_each_sentence_of_the_page_names_its_rule_and_source() -> None:
    found = advised(**SNAPSHOT)
    text = " ".join(
        writers.write(advice_page.page(found, FOUND, today=TODAY), "markdown").decode().replace("\\", "").split()
    )
    for sentence in found.sentences():
        assert sentence.rule in text
        assert sentence.says in text
        assert FOUND.sources[sentence.source].short in text


def test_the_data_have_rule_source_and_basis_of_each_sentence() -> None:
    found = advised(**SNAPSHOT)
    data = advice_page.page(found, FOUND, today=TODAY).data
    assert data["standing"]["archetype"] == "independent"
    assert (data["structure"]["id"], data["structure"]["form"]) == ("hybrid", "core-and-units")
    assert data["structure"]["decided_by_documents"] is False
    for sentence in (*data["reasons"], *data["posts"], *(entry["risk"] for entry in data["risks"])):
        assert set(sentence) == {"rule", "says", "source", "basis"}
    assert [entry["id"] for entry in data["sources"]] == cited(found.sentences(), FOUND)


def test_two_kinds_of_command_lead_on_to_posts_and_to_a_staffing_plan() -> None:
    found = advised(stage="seed", where_ml_sits="nobody", research_share=0.1, ml_people=0)
    shown = advice_page.commands(found, TODAY)
    assert shown[0] == (
        "hiretool job write ml-engineer --level senior --org nascent --company company.yaml -o ml-engineer.html"
    )
    assert shown[-1] == "hiretool plan pipeline --role ml-engineer --level senior --hires 1 --by 2027-05-27"
    assert advice_page.commands(advised(), TODAY) == []


def test_the_post_is_written_for_today_and_for_the_advised_place_where_today_is_unknown() -> None:
    assert "--org research" in advice_page.commands(advised(stage="seed", where_ml_sits="r-and-d"), TODAY)[0]
    assert "--org embedded" in advice_page.commands(advised(stage="seed"), TODAY)[0]


@pytest.mark.parametrize(
    ("standing", "leads_to", "dots", "rings"),
    [("embedded", "independent", 1, 1), ("embedded", "embedded", 1, 1), ("nascent", None, 1, 0), (None, None, 0, 0)],
)
def test_the_mountain_marks_where_the_company_stands_and_says_it_in_words(
    standing: str | None, leads_to: str | None, dots: int, rings: int
) -> None:
    picture = mountain.picture(list(FOUND.archetypes.values()), standing, leads_to)
    root = ET.fromstring(picture.svg)
    assert root.find(f"{SVG}title").text == picture.alt
    assert root.get("role") == "img"
    assert len(root.findall(f"{SVG}circle[@class='point']")) == dots
    assert len(root.findall(f"{SVG}circle[@class='bar']")) == rings
    assert all(entry.title in picture.alt for entry in FOUND.archetypes.values())
    if standing:
        assert f"stands at: {FOUND.archetypes[standing].title}." in picture.alt
    else:
        assert "is not known" in picture.alt
    for circle in root.findall(f"{SVG}circle"):
        assert 0 < float(circle.get("cx")) < mountain.WIDTH
        assert 0 < float(circle.get("cy")) < mountain.HEIGHT


def test_a_mountain_of_one_place_is_drawn() -> None:
    assert "1 Nascent" in mountain.one_place([FOUND.archetypes["nascent"]], "nascent").alt


# The questionnaire


def test_a_blank_questionnaire_is_one_in_which_nothing_is_answered() -> None:
    text = blank(FOUND.questions.values())
    assert answered(text, "blank.yaml", FOUND.questions) == dict.fromkeys(FOUND.questions)
    for question in FOUND.questions.values():
        assert f"\n{question.id}:\n" in text
        for value in question.values:
            assert f"#   {({'yes': 'true', 'no': 'false'}).get(value.id, value.id)}: " in text
    assert max(map(len, text.splitlines())) <= 120


def test_every_answer_that_the_questionnaire_offers_is_taken() -> None:
    for question in FOUND.questions.values():
        for example in question.examples():
            written = {"yes": "true", "no": "false"}.get(str(example), str(example))
            read = answered(f"{question.id}: {written}\n", "x.yaml", FOUND.questions)
            assert read[question.id] == example


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "x.yaml: is empty; expected answers such as `stage: seed`."),
        ("# only a comment\n", "x.yaml: is empty"),
        ("- seed\n", "x.yaml: holds no keys and values"),
        (
            "stage: series-z\n",
            "x.yaml:1: stage: expected pre-seed, seed, series-a, series-b, series-c or enterprise, got",
        ),
        ("research_share: 7\n", "x.yaml:1: research_share: expected a number from 0 to 1, got 7"),
        ("research_share: -0.1\n", "expected a number from 0 to 1, got -0.1"),
        ("research_share: half\n", "expected a number from 0 to 1, got 'half'"),
        ("research_share: true\n", "expected a number from 0 to 1, got true"),
        ("ml_people: 2.5\n", "ml_people: expected a whole number from 0 up, got 2.5"),
        ("ml_people: [2]\n", "ml_people: expected a whole number from 0 up, got a list"),
        ("ml_peple: 2\n", "x.yaml:1: ml_peple: no such question. Did you mean 'ml_people'?"),
        ("stage: seed\nstage: seed\n", "x.yaml:2: has the key 'stage' twice"),
        ("schema: 2\n", "x.yaml:1: schema: expected 1, got 2"),
        ("pushes_state_of_the_art: perhaps\n", "expected true or false, got 'perhaps'"),
        ("pushes_state_of_the_art: yes\n", "yes means true or false in YAML"),
        ("leadership: true\n", "leadership: expected unsure, supportive or committed, got true"),
        ("stage: {is: seed}\n", "stage: expected pre-seed, seed, series-a, series-b, series-c or enterprise, got keys"),
        ("3: seed\n", "3: no such question"),
        ("stage: &a seed\nleadership: *a\n", "uses an alias"),
        ("stage: 'seed\n", "is not valid YAML"),
    ],
)
def test_a_questionnaire_that_cannot_be_used_says_why(text: str, problem: str) -> None:
    with pytest.raises(Problems) as found:
        answered(text, "x.yaml", FOUND.questions)
    assert problem in str(found.value)


def test_all_problems_of_a_questionnaire_are_said_in_the_order_of_its_lines() -> None:
    with pytest.raises(Problems) as found:
        answered("stage: x\nleadership: y\nteam: z\n", "x.yaml", FOUND.questions)
    assert [str(problem)[:9] for problem in found.value.problems] == ["x.yaml:1:", "x.yaml:2:", "x.yaml:3:"]
