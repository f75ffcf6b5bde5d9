"""What the library says of organizations: that it fits together, and that a misfit is named."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from hiretool import discover, load, organizations, shipped
from hiretool.errors import HiretoolError, NotFoundError, Problems
from hiretool.organizations import Archetype, Axis, Organizations, Structure
from hiretool.organizations.rules import Condition, Derived, Question, Rules
from tests.conftest import LIBRARY

SHIPPED = discover.library()
FOUND = organizations.read(SHIPPED)
SHAPES = {**FOUND.archetypes, **FOUND.structures}


def own(folder: Path, *changes: tuple[str, str, str], files: tuple[str, ...] = ()) -> discover.Library:
    """The shipped library with a copy of its organizations laid over it, some of the text replaced.

    changes: (file, old text, new text); files: what to copy though nothing in it is changed.
    """
    for name in {*files, *(name for name, _, _ in changes)}:
        target = folder / "rubrics" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(shipped.root() / "rubrics" / name, target)
    for name, old, new in changes:
        path = folder / "rubrics" / name
        text = path.read_text(encoding="utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return discover.Library((shipped.root(), folder))


def said(library: discover.Library) -> list[str]:
    found = [*organizations.problems(library), *organizations.misplaced(library)]
    return [re.sub(r"^\S*?/rubrics/", "", str(problem)) for problem in found]


# Contracts of what is shipped


def test_the_shipped_organizations_fit_together_and_to_the_roles() -> None:
    assert said(SHIPPED) == []


def test_there_are_five_archetypes_from_the_foot_up() -> None:
    assert list(FOUND.archetypes) == ["nascent", "research", "embedded", "independent", "ml-first"]
    assert [entry.place for entry in FOUND.archetypes.values()] == [1, 2, 3, 4, 5]


def test_there_are_three_axes_and_two_structures_with_a_hybrid_in_two_forms() -> None:
    assert list(FOUND.axes) == ["software-and-research", "data-ownership", "model-ownership"]
    assert set(FOUND.structures) == {"centralized", "decentralized", "hybrid", "core-and-units", "company-within"}
    assert FOUND.structures["hybrid"].forms == ["core-and-units", "company-within"]


@pytest.mark.parametrize("name", SHAPES)
def test_each_has_trade_offs_mitigations_career_fit_and_what_changes(name: str) -> None:
    shape = SHAPES[name]
    assert len(shape.good_for) >= 2
    assert all(trouble.mitigation.says for trouble in shape.trouble)
    assert shape.career_fit.thrives
    assert shape.career_fit.struggles
    assert set(shape.axes) == {axis.key for axis in FOUND.axes.values()}


@pytest.mark.parametrize("name", SHAPES)
def test_what_a_post_may_say_speaks_to_the_reader(name: str) -> None:
    told = SHAPES[name].for_candidates
    for sentence in (*told.selling_points, *told.trade_offs):
        assert re.search(r"\b[Yy]ou\b|\b[Yy]our\b", sentence), sentence
        assert sentence.endswith("."), sentence
        assert "!" not in sentence


def test_no_sentence_of_the_library_stands_there_twice() -> None:
    """Two places that say the same in the same words would stand twice on one page."""
    told = [entry.says for shape in SHAPES.values() for entry in shape.sentences()]
    told += [rule.says for rules in FOUND.rules.values() for rule in rules]
    assert {text for text in told if told.count(text) > 1} == set()


def test_every_source_is_used_and_says_what_it_is() -> None:
    cited = {entry.source for shape in SHAPES.values() for entry in shape.sentences()}
    cited |= {rule.source for rules in FOUND.rules.values() for rule in rules}
    assert cited == set(FOUND.sources) == {"lecture-13", "orgs-3", "team-structure-notes", "teams-article", "own"}


def test_what_is_hiretools_own_says_what_it_was_concluded_from() -> None:
    rules = [rule for rules in FOUND.rules.values() for rule in rules if rule.source == "own"]
    assert all(len(rule.basis) > 20 for rule in rules)


def test_the_rule_for_pre_seed_is_marked_as_carried_over() -> None:
    rules = [rule for rule in FOUND.rules["structure"] if "pre-seed" in rule.when["stage"].one_of]
    assert len(rules) == 4
    assert all(rule.source == "own" and not rule.covered for rule in rules)


def test_a_structure_rule_rests_on_a_document_where_it_is_covered() -> None:
    for rule in FOUND.rules["structure"]:
        assert (rule.source == "teams-article") == rule.covered, rule.id


def test_there_is_about_a_dozen_questions_each_with_its_reason() -> None:
    assert 12 <= len(FOUND.questions) <= 15
    assert all(question.why and question.changes for question in FOUND.questions.values())


def test_the_numbers_tried_reach_every_bound_in_the_rules() -> None:
    """An answer that would change the advice would else not be shown to."""
    for key, question in FOUND.questions.items():
        if question.values:
            continue
        conditions = [rule.when[key] for rules in FOUND.rules.values() for rule in rules if key in rule.when]
        for condition in conditions:
            assert any(condition.holds(number) for number in question.tried), condition
    assert {FOUND.derived.of(share) for share in FOUND.questions["research_share"].tried} == {
        band.id for band in FOUND.derived.bands
    }


# Reading


def test_each_is_found_by_its_name() -> None:
    assert isinstance(organizations.shown("embedded", SHIPPED), Archetype)
    assert isinstance(organizations.shown("data-ownership", SHIPPED), Axis)
    assert isinstance(organizations.shown("core-and-units", SHIPPED), Structure)
    assert organizations.archetype("ml-first", SHIPPED).place == 5
    assert set(organizations.names(SHIPPED)) == {*SHAPES, *FOUND.axes}


@pytest.mark.parametrize("name", ["embeded", "../archetypes/embedded", ""])
def test_an_unknown_name_is_an_error(name: str) -> None:
    with pytest.raises(NotFoundError, match="No archetype, axis or structure named"):
        organizations.shown(name, SHIPPED)


def test_a_library_without_organizations_has_no_problem_and_no_advice() -> None:
    tiny = discover.Library((LIBRARY,))
    assert organizations.problems(tiny) == []
    with pytest.raises(HiretoolError, match="nothing can be advised"):
        organizations.read(tiny)


def test_an_own_archetype_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    library = own(tmp_path, ("organizations/archetypes/nascent.yaml", "title: Nascent and ad hoc", "title: Just begun"))
    assert said(library) == []
    assert organizations.checked(library).archetypes["nascent"].title == "Just begun"


# Conditions


@pytest.mark.parametrize(
    ("condition", "holds", "fails"),
    [
        (Condition(one_of=["seed"]), ["seed"], ["series-a", None]),
        (Condition(one_of=["seed", "unknown"]), ["seed", None], ["series-a"]),
        (Condition(at_least=1), [1, 7.5], [0, 0.99, None, "seed"]),
        (Condition(at_most=5), [0, 5], [5.01, None]),
        (Condition(at_least=1, at_most=5), [1, 5], [0, 6, None]),
        (Condition(at_least=6, or_unknown=True), [6, None], [5]),
        (Condition(one_of=["unknown"]), [None], [0, 3, "x"]),
    ],
)
def test_a_condition_holds_for_what_it_names(
    condition: Condition, holds: list[str | float | None], fails: list[str | float | None]
) -> None:
    assert all(condition.holds(value) for value in holds)
    assert not any(condition.holds(value) for value in fails)


@pytest.mark.parametrize(
    ("share", "aim"),
    [
        (0, "product"),
        (0.3, "product"),
        (0.31, "both"),
        (0.69, "both"),
        (0.7, "research"),
        (1, "research"),
        (None, None),
    ],
)
def test_the_aim_follows_from_the_share_of_exploring(share: float | None, aim: str | None) -> None:
    assert FOUND.derived.of(share) == aim


# What must not stand in a file


def refused(text: str, model: type[load.Strict]) -> str:
    with pytest.raises(Problems) as found:
        load.parsed(text, model, "x.yaml")
    return str(found.value)


RULE = "schema: 1\ntopic: {topic}\nrules:\n  - {{id: a, says: A., source: own, basis: B., {more}}}\n"


@pytest.mark.parametrize(
    ("topic", "more", "problem"),
    [
        ("risk", "when: {stage: seed}", "rules.0: mitigation is missing, which the topic 'risk' needs"),
        ("open-first", "role: ml-engineer", "rules.0: order is missing, which the topic 'open-first' needs"),
        ("contradiction", "treat: {stage: unknown}", "rules.0: when is missing, which the topic 'contradiction' needs"),
        ("reason", "role: ml-engineer", "rules.0: role has no meaning for the topic 'reason'"),
        ("structure", "archetype: nascent", "rules.0: archetype has no meaning for the topic 'structure'"),
        ("advice", "when: {stage: seed}", "topic: expected 'contradiction', 'standing'"),
        ("reason", "whn: {stage: seed}", "rules[0].whn: unknown key. Did you mean 'when'?"),
        ("reason", "when: {stage: {at_lest: 1}}", "at_lest: unknown key. Did you mean 'at_least'?"),
        ("open-first", "role: ml-engineer, order: 0", "rules[0].order: expected at least 1, got 0"),
    ],
)
def test_a_rule_that_its_topic_cannot_use_is_refused(topic: str, more: str, problem: str) -> None:
    assert problem in refused(RULE.format(topic=topic, more=more), Rules)


@pytest.mark.parametrize("missing", ["says: A., ", "source: own, ", "basis: B., "])
def test_a_sentence_without_source_or_basis_is_refused(missing: str) -> None:
    text = RULE.format(topic="reason", more="when: {stage: seed}").replace(missing, "")
    assert f"{missing.split(':', maxsplit=1)[0]}: is missing" in refused(text, Rules)


QUESTION = "id: size\ntitle: Size\nasks: How large?\nwhy: Because.\nchanges: All.\n"


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ("", "a question has either values or, for a number, tried"),
        ("values: [{id: a, means: A}]\ntried: [1]\n", "a question has either values or, for a number, tried"),
        ("values: [{id: a, means: A}, {id: a, means: B}]\n", "values: a stands there twice"),
        ("values: [{id: unknown, means: A}]\n", "'unknown' is what rules call a question that is not answered"),
    ],
)
def test_a_question_is_a_choice_or_a_number(more: str, problem: str) -> None:
    assert problem in refused(QUESTION + more, Question)


def test_a_band_needs_a_source() -> None:
    assert "source: is missing" in refused("id: aim\nfrom: share\nbasis: B.\nbands: [{id: a, title: A}]\n", Derived)


def test_two_sentences_of_one_name_are_refused() -> None:
    text = (shipped.root() / "rubrics/organizations/archetypes/nascent.yaml").read_text(encoding="utf-8")
    assert "early-wins: names two sentences of nascent" in refused(
        text.replace("id: low-hanging-fruit", "id: early-wins"), Archetype
    )


# What does not fit together

ARCHETYPE = "organizations/archetypes/nascent.yaml"
AXIS = "organizations/axes/model-ownership.yaml"
DECENTRALIZED = "organizations/structures/decentralized.yaml"
HYBRID = "organizations/structures/hybrid.yaml"
QUESTIONS = "organizations/questions.yaml"
STANDING = "organizations/advice/standing.yaml"
STRUCTURE = "organizations/advice/structure.yaml"
OPEN = "organizations/advice/open-first.yaml"
CONTRADICTION = "organizations/advice/contradiction.yaml"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (
            ARCHETYPE,
            "id: nascent",
            "id: ml-first",
            f"{ARCHETYPE}:id: expected 'nascent' as the file is called, got 'ml-first'",
        ),
        (ARCHETYPE, "place: 1", "place: 2", "place: 2 is the place of"),
        (
            ARCHETYPE,
            "source: team-structure-notes",
            "source: lecture-14",
            "sees[0].source: no source named 'lecture-14'. Did you mean 'lecture-13'?",
        ),
        (
            ARCHETYPE,
            "rests_on: [lecture-13,",
            "rests_on: [hearsay,",
            "for_candidates.rests_on: no source named 'hearsay'",
        ),
        (
            ARCHETYPE,
            "position: owns",
            "position: owned",
            "axes.data_ownership.position: no position named 'owned'. Did you mean 'owns'?",
        ),
        (ARCHETYPE, "to: research", "to: reserch", "next_steps[0].to: no archetype named 'reserch'"),
        (
            ARCHETYPE,
            "roles_elsewhere: []",
            "roles_elsewhere: [{role: wizard, axis: data_ownership, position: owns, because: x}]",
            "roles_elsewhere[0].role: no role named 'wizard'",
        ),
        (AXIS, "fits: [builds_and_runs]", "fits: [builds_and_walks]", "no position named 'builds_and_walks'"),
        (
            DECENTRALIZED,
            "nearest_archetype: embedded",
            "nearest_archetype: embeded",
            "nearest_archetype: no archetype named 'embeded'",
        ),
        (
            DECENTRALIZED,
            "when: {aim: [both, research]}",
            "when: {aim: [both, reserch]}",
            "trouble[0].when.aim: no answer named 'reserch'",
        ),
        (
            HYBRID,
            "forms: [core-and-units, company-within]",
            "forms: [core-and-units, centralized]",
            "form_of: expected 'hybrid', which names it as a form",
        ),
        (
            HYBRID,
            "forms: [core-and-units, company-within]",
            "forms: [core-and-unit]",
            "forms: no structure named 'core-and-unit'",
        ),
        (
            QUESTIONS,
            "axes: {data_ownership: receives}",
            "axes: {data_ownership: steals}",
            "questions.data_owner.other-teams.axes.data_ownership: no position named 'steals'",
        ),
        (QUESTIONS, "from: research_share", "from: share", "derived.from: no question named 'share'"),
        (STANDING, "archetype: nascent", "archetype: nascnt", "rules[0].archetype: no archetype named 'nascnt'"),
        (
            STANDING,
            "where_ml_sits: [nobody, volunteers]",
            "where_ml_sits: [nobody, helpers]",
            "rules[0].when.where_ml_sits: no answer named 'helpers'",
        ),
        (STANDING, "where_ml_sits: r-and-d", "standing: research", "rules[1].when: no question named 'standing'"),
        (STANDING, "topic: standing", "topic: reason", "topic: "),
        (
            STRUCTURE,
            "structure: decentralized",
            "structure: decentralised",
            "rules[0].structure: no structure named 'decentralised'",
        ),
        (STRUCTURE, "form: core-and-units", "form: centralized", ".form: 'centralized' is no form of hybrid"),
        (
            STRUCTURE,
            "{stage: unknown}",
            "{stage: {at_least: 1}}",
            "expected one or several of its answers, got bounds of a number",
        ),
        (
            STRUCTURE,
            "ml_people: {at_most: 5}",
            "ml_people: few",
            "expected at_least or at_most, since it is a number, got 'few'",
        ),
        (
            STRUCTURE,
            "id: structure-early\n",
            "id: stands-nascent\n",
            "rules[0].id: 'stands-nascent' is a rule of standing too",
        ),
        (OPEN, "role: data-engineer", "role: data-engineeer", "rules[0].role: no role named 'data-engineeer'"),
        (OPEN, "level: manager", "level: senior", ".level: no level of ml-engineering-manager named 'senior'"),
        (
            CONTRADICTION,
            "treat: {where_ml_sits: nobody}",
            "treat: {where_ml_sits: nowhere}",
            "rules[0].treat.where_ml_sits: no answer named 'nowhere'",
        ),
        (
            CONTRADICTION,
            "treat: {where_ml_sits: nobody}",
            "treat: {where: nobody}",
            "rules[0].treat: no question named 'where'",
        ),
    ],
)
def test_a_misfit_is_named_where_it_stands(tmp_path: Path, file: str, old: str, new: str, problem: str) -> None:
    library = own(tmp_path, (file, old, new))
    if (file, old) == (STANDING, "topic: standing"):
        with pytest.raises(Problems, match="has no meaning for the topic 'reason'"):
            organizations.checked(library)
        return
    found = said(library)
    assert any(problem in line for line in found), found
    with pytest.raises(Problems):
        organizations.checked(library)


def test_a_trouble_that_says_the_same_as_another_must_name_one(tmp_path: Path) -> None:
    file = "organizations/archetypes/embedded.yaml"
    library = own(tmp_path, (file, "same_as: decentralized/no-ml-community", "same_as: decentralized/no-community"))
    assert said(library) == [
        f"{file}:trouble[0].same_as: no trouble named 'decentralized/no-community'."
        " Did you mean 'decentralized/no-ml-community'?"
    ]


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_still_checked(tmp_path: Path) -> None:
    library = own(tmp_path, (ARCHETYPE, "place: 1", "place: one"), (OPEN, "role: data-engineer", "role: nobody-known"))
    found = said(library)
    assert any("place: expected a whole number" in line for line in found)
    assert any("no role named 'nobody-known'" in line for line in found)


def test_one_name_for_two_things_is_refused(tmp_path: Path) -> None:
    library = own(tmp_path, files=(DECENTRALIZED,))
    path = tmp_path / "rubrics" / DECENTRALIZED
    text = path.read_text(encoding="utf-8").replace("id: decentralized", "id: nascent")
    (path.parent / "nascent.yaml").write_text(text, encoding="utf-8")
    path.unlink()
    assert any("'nascent' is the name of" in line for line in said(library))


ROLE = "roles/ml-engineer.yaml"
PLACED = (
    "research: {software_and_research: integrated, data_ownership: receives, model_ownership: builds_and_hands_over}"
)


def test_a_role_that_stands_elsewhere_than_its_archetype_must_say_why(tmp_path: Path) -> None:
    library = own(tmp_path, (ROLE, PLACED, PLACED.replace("receives", "owns")))
    assert said(library) == [
        "roles/ml-engineer.yaml:organizations.research.data_ownership: is 'owns', the archetype stands at 'receives';"
        " use that, or say why not under roles_elsewhere in archetypes/research.yaml or under role_words in"
        " axes/data-ownership.yaml"
    ]
    # A role of one's own that stands elsewhere is no reason to refuse advice.
    assert isinstance(organizations.checked(library), Organizations)
    file = "organizations/archetypes/research.yaml"
    excuse = "roles_elsewhere: [{role: ml-engineer, axis: data_ownership, position: owns, because: They collect.}]"
    excused = own(tmp_path, (ROLE, PLACED, PLACED.replace("receives", "owns")), (file, "roles_elsewhere: []", excuse))
    assert said(excused) == []


def test_a_role_in_an_organization_that_does_not_exist_is_named(tmp_path: Path) -> None:
    library = own(
        tmp_path,
        (ROLE, f"  {PLACED}", f"  reserch: {PLACED.removeprefix('research: ')}"),
        (ROLE, "say_plainly:\n", "say_plainly:\n  reserch: Said.\n"),
    )
    text = (tmp_path / "rubrics" / ROLE).read_text(encoding="utf-8")
    if "draws:\n" in text:
        (tmp_path / "rubrics" / ROLE).write_text(
            text.replace("draws:\n", "draws:\n  reserch: Said.\n"), encoding="utf-8"
        )
    assert any(
        "organizations: no archetype named 'reserch'. Did you mean 'research'?" in line for line in said(library)
    )
