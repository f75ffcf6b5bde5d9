"""The question bank: folders -> checked questions, and the words of one variant."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from hiretool import discover, load, questions
from hiretool.errors import DataError, HiretoolError, NotFoundError, Problems
from hiretool.questions import Entry, Question, Rubric
from tests.conftest import LIBRARY

TINY = discover.Library((LIBRARY,))
COINS = "math/two-coins"


def source(name: str, file: str = "question.yaml") -> str:
    return (LIBRARY / "question_bank" / name / file).read_text(encoding="utf-8")


def copied(folder: Path, name: str, **changed: str) -> Entry:
    """A question of the library in a folder of the test's own, with other content for some files."""
    place = folder / "question_bank" / name
    shutil.copytree(LIBRARY / "question_bank" / name, place)
    for file, content in changed.items():
        path = place / {"variants": "verify/variants.py"}.get(file, f"{file}.md")
        path.write_text(content, encoding="utf-8")
    return questions.get(name, discover.Library((folder,)))


def refused(text: str, model: type[load.Strict] = Question) -> str:
    with pytest.raises(Problems) as found:
        load.parsed(text, model, "x.yaml")
    return str(found.value)


def test_questions_come_by_id() -> None:
    ids = [entry.question.id for entry in questions.all(TINY)]
    assert ids == sorted(TINY.question_folders())
    assert len(ids) == 6


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("math/two-coin", "No question named 'math/two-coin'. Did you mean 'math/two-coins'?"),
        ("two-coins", "Did you mean 'math/two-coins'?"),
        ("../../etc/passwd", "No question named '../../etc/passwd'. Known: math/two-coins, "),
        ("math/../math/two-coins", "Did you mean 'math/two-coins'?"),
        ("/etc", "No question named '/etc'. Known: "),
        ("", "No question named ''. Known: "),
        (".", "No question named '.'. Known: "),
    ],
)
def test_an_unknown_question_is_an_error_that_names_what_was_meant(name: str, said: str) -> None:
    with pytest.raises(NotFoundError) as found:
        questions.get(name, TINY)
    assert said in str(found.value)


def test_a_folder_without_question_yaml_is_no_question(tmp_path: Path) -> None:
    (tmp_path / "question_bank" / "math" / "draft").mkdir(parents=True)
    assert discover.Library((tmp_path,)).question_folders() == {}


def test_an_own_question_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    copied(tmp_path, COINS, prompt="Ours.")
    both = discover.Library((LIBRARY, tmp_path))
    assert questions.get(COINS, both).prompt({}) == "Ours."
    assert len(both.question_folders()) == 6


# Variants.


def test_a_question_without_variants_has_no_numbers() -> None:
    entry = questions.get("theory/curve-up", TINY)
    assert entry.params(0) == entry.params(5) == {}


def test_the_same_seed_gives_the_same_variant() -> None:
    entry = questions.get(COINS, TINY)
    assert [entry.params(seed) for seed in range(50)] == [entry.params(seed) for seed in range(50)]
    assert len({repr(entry.params(seed)) for seed in range(50)}) > 10


def test_a_poor_draw_is_passed_over_for_the_next_seed() -> None:
    entry = questions.get(COINS, TINY)
    assert entry.variants
    poor = next(seed for seed in range(1000) if entry.variants.generate(seed) is None)
    assert entry.params(poor) == entry.params(poor + 1)


def test_the_prompt_holds_the_numbers_of_the_variant() -> None:
    entry = questions.get(COINS, TINY)
    words = entry.prompt({"first": Fraction(3, 8), "second": Fraction(5, 8)})
    assert "heads with chance 3/8, another with chance 5/8" in words
    assert "0.375 as a decimal" in words
    assert "{" not in words


def test_a_number_that_the_variant_lacks_is_an_error_and_no_blank() -> None:
    with pytest.raises(DataError, match=r"prompt\.md: cannot be filled in: 'first' is undefined"):
        questions.get(COINS, TINY).prompt({})


def test_a_text_without_places_to_fill_is_left_as_it_is(tmp_path: Path) -> None:
    words = "{ a } {# no comment #} # x\r\n  $${}$$"
    assert copied(tmp_path, "theory/curve-up", prompt=words).prompt({"a": 1}) == words


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ first", "prompt.md:1: cannot be filled in: unexpected"),
        ("one\n{% if %}", "prompt.md:2: cannot be filled in: "),
        ("{{ first / 0 }}", "cannot be filled in: "),
        ("{{ first + 'a' }}", "cannot be filled in: "),
        ("{{ range(100000000) | list }}", "cannot be filled in: Range too big"),
        ("{{ first.__class__.__mro__ }}", "cannot be filled in: access to attribute '__class__'"),
        ("{% include 'secret' %}", "cannot be filled in: no loader for this environment"),
        ("{{ [].append(1) }}", "cannot be filled in: "),
    ],
)
def test_a_page_that_cannot_be_filled_in_is_a_data_error(tmp_path: Path, template: str, said: str) -> None:
    entry = copied(tmp_path, COINS, prompt=template)
    with pytest.raises(DataError) as found:
        entry.prompt({"first": Fraction(1, 8), "second": 2})
    assert said in str(found.value)
    assert "\n" not in str(found.value)


def test_what_a_number_says_is_not_a_template(tmp_path: Path) -> None:
    entry = copied(tmp_path, COINS, prompt="It is {{ first }}.")
    assert entry.prompt({"first": "{{ 7 * 7 }}"}) == "It is {{ 7 * 7 }}."


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("def generate(seed) return 1", "cannot be imported: SyntaxError"),
        ("import nothing_of_this_name", "cannot be imported: ModuleNotFoundError: No module named"),
        ("x = 1 / 0", "cannot be imported: ZeroDivisionError"),
        ("x = [][1]", "cannot be imported: IndexError"),
        ("open('/nowhere/at/all')", "cannot be imported: FileNotFoundError"),
        ("x = 1", "gives no variant of seed 7: AttributeError"),
        ("def generate(seed): return 1 / 0", "gives no variant of seed 7: ZeroDivisionError: division by zero"),
        ("def generate(seed): return None", "no fair draw in 1,000 from seed 7"),
    ],
)
def test_code_that_gives_no_variant_is_a_data_error(tmp_path: Path, code: str, said: str) -> None:
    entry = copied(tmp_path, COINS, variants=code)
    for _ in range(2):
        with pytest.raises(DataError, match=r"verify/variants\.py: ") as found:
            entry.params(7)
        assert said in str(found.value)


def test_two_questions_with_code_do_not_meet(tmp_path: Path) -> None:
    entry = copied(tmp_path, COINS, variants="def generate(seed): return {'first': seed}")
    assert entry.params(3) == {"first": 3}
    assert questions.get(COINS, TINY).params(3) != {"first": 3}


# What a question must not say.


def test_the_id_must_be_the_folders(tmp_path: Path) -> None:
    shutil.copytree(LIBRARY / "question_bank" / COINS, tmp_path / "question_bank" / "math" / "three-coins")
    with pytest.raises(DataError, match="id: expected 'math/three-coins' as the folder says, got 'math/two-coins'"):
        questions.get("math/three-coins", discover.Library((tmp_path,)))


def test_the_format_must_be_the_folders(tmp_path: Path) -> None:
    copied(tmp_path, COINS)
    path = tmp_path / "question_bank" / COINS / "question.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("format: math", "format: theory"), encoding="utf-8")
    with pytest.raises(DataError, match=r"question\.yaml:format: expected 'math', got 'theory'"):
        questions.get(COINS, discover.Library((tmp_path,)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: math/two-coins", "id: math/Two", "2: id: expected text that fits"),
        ("id: math/two-coins", "id: ../two-coins", "2: id: expected text that fits"),
        ("uuid: 3e1a9c76-7f4d-4", "uuid: 3e1a9c76-7f4d-1", "3: uuid: expected text that fits"),
        ("version: 1\n", "version: '1'\n", "4: version: expected a whole number, got '1'"),
        ("version: 1\n", "version: 0\n", "4: version: expected at least 1, got 0"),
        ("{researcher: 1.0}", "{}", "roles: expected at least 1 entries, got 0"),
        ("{researcher: 1.0}", "{researcher: 0}", "roles.researcher: expected a number above 0"),
        ("levels: [junior, mid, senior, staff]", "levels: []", "levels: expected at least 1 entries, got 0"),
        (
            "levels: [junior, mid,",
            "levels: [junior, middle,",
            "levels[1]: expected 'junior', 'mid', 'senior'",
        ),
        ("seeds: 0..999", "seeds: 9..1", "variants.seeds: expected the lower seed first, got 9..1"),
        ("seeds: 0..999", "seeds: 0-999", "variants.seeds: expected text that fits"),
        ("seeds: 0..999", "seeds: 999", "variants.seeds: expected text, got 999; put it in quotes"),
        ("minutes: {work: 10,", "minutes: {wrk: 10,", "minutes.wrk: unknown key. Did you mean 'work'?"),
        ("minutes: {work: 10,", "minutes: {work: -1,", "minutes.work: expected at least 0, got -1"),
        ("minutes: {work: 10,", "minutes: {work: 9999,", "minutes.work: expected at most 480, got 9999"),
        ("prior_sd: 1.0", "prior_sd: 0.0", "difficulty.prior_sd: expected a number above 0"),
        ('ai_policy: "off"', "ai_policy: off", "off means true or false in YAML"),
        ('ai_policy: "off"', "ai_policy: never", "ai_policy: expected 'off', 'allowed' or 'audited'"),
        (
            "provenance: original",
            "provenance: original\nreviewed: soon",
            "reviewed: expected a date such as 2026-09-01",
        ),
        ("provenance: original", "provenance: original\nreviewed: 2026-02-30", "reviewed: expected a date such as"),
        (
            "provenance: original",
            "provenance: original\nfacts: {7: {value: 1, reveal: a}}",
            "facts[7]: expected text, got 7",
        ),
        (
            "provenance: original",
            "provenance: original\nneeds: {max_seconds: 0}",
            "max_seconds: expected a number above 0",
        ),
    ],
)
def test_what_a_question_must_not_say_is_named(old: str, new: str, said: str) -> None:
    text = source(COINS)
    assert text.count(old) == 1
    found = refused(text.replace(old, new))
    assert said in found
    assert "\n" not in found


def test_a_date_of_review_is_read() -> None:
    text = source(COINS).replace("provenance: original", "provenance: original\nreviewed: 2026-02-28")
    assert load.parsed(text, Question, "x").reviewed == "2026-02-28"


def test_minutes_are_the_sum_of_the_parts() -> None:
    assert questions.get("pair-debugging/last-row", TINY).question.minutes.total() == 40


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "method: 3, meaning: 2",
            "method: 5, meaning: 2",
            "training_answers[0].ratings.method: expected at most 4, got 5",
        ),
        (
            "method: 3, meaning: 2",
            "method: 0, meaning: 2",
            "training_answers[0].ratings.method: expected at least 1, got 0",
        ),
        ("method: 3, meaning: 2", "method: 2.5, meaning: 2", "ratings.method: expected a whole number"),
        ("    2: [Says half of it.]", "    two: [Says half of it.]", "examples.method.two: expected a whole number"),
    ],
)
def test_what_a_rubric_must_not_say_is_named(old: str, new: str, said: str) -> None:
    text = source(COINS, "rubric.yaml")
    assert text.count(old) == 1
    assert said in refused(text.replace(old, new), Rubric)


def test_a_rating_that_was_not_given_may_be_blank() -> None:
    text = source(COINS, "rubric.yaml").replace("method: 3, meaning: 2", "method: 3, meaning: null")
    assert load.parsed(text, Rubric, "x").training_answers[0].ratings == {"method": 3, "meaning": None}


def test_hints_may_be_missing_and_a_rubric_may_not(tmp_path: Path) -> None:
    entry = copied(tmp_path, COINS)
    (entry.folder / "hints.yaml").unlink()
    (entry.folder / "rubric.yaml").unlink()
    assert entry.hints is None
    with pytest.raises(HiretoolError, match=r"rubric\.yaml: does not exist"):
        _ = entry.rubric


def test_the_guide_is_filled_in_like_the_prompt() -> None:
    entry = questions.get(COINS, TINY)
    assert "(1/8 and 3/8)" in entry.guide({"first": Fraction(1, 8), "second": Fraction(3, 8)})
