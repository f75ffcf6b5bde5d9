"""Computed answers agree with an oracle, and figures with their facts."""

from fractions import Fraction

import pytest

from hiretool.exercise.answers import equal, taken_for
from hiretool.exercise.marking import matches
from tests.library_exercises.factory import CASE, MATH, question, report


def spoiled(scratch, path, old, new):
    return question(scratch, MATH, replaced={path: (old, new)})


def test_an_oracle_that_differs_on_one_seed_is_a_problem(tmp_path):
    first = question(tmp_path, MATH).params(0)
    listed = "Fraction(sum(map(sum, throws)), len(throws))"
    entry = spoiled(tmp_path, "verify/oracle.py", listed, f"{listed} + (params == {first!r})")
    (found,) = report(entry).problems()
    assert found.startswith("the answer equals the oracle's: not so: seed ")
    assert found.count("seed") == 1


def test_an_answer_that_question_yaml_does_not_name_is_a_problem(tmp_path):
    (found,) = report(spoiled(tmp_path, "question.yaml", "keys: [mean, same]", "keys: [mean]")).problems()
    assert found.startswith("answers are those that question.yaml names: not so: seed ")


def test_an_exact_answer_is_no_float(tmp_path):
    found = report(spoiled(tmp_path, "verify/variants.py", '"same": Fraction(1, params["other"])', '"same": 1 / 2'))
    assert any(problem.startswith("answers are exact: not so") for problem in found.problems())


def test_a_misconception_that_is_right_is_a_problem(tmp_path):
    entry = spoiled(tmp_path, "verify/variants.py", 'Fraction(1, params["sides"])', 'Fraction(1, params["other"])')
    (found,) = report(entry).problems()
    assert "'takes the smaller die' gives the right answer" in found


@pytest.mark.parametrize(("share", "noticed"), [("99", True), ("98", False)])
def test_a_misconception_that_would_be_marked_as_right_is_a_problem(tmp_path, share, noticed):
    near = f'Fraction(1, params["other"]) * Fraction({share}, 100)'
    found = report(spoiled(tmp_path, "verify/variants.py", 'Fraction(1, params["sides"])', near)).problems()
    assert bool(found) is noticed
    assert all("'takes the smaller die' gives the right answer, or a decimal within 1% of it" in one for one in found)


@pytest.mark.parametrize("right", [Fraction(200), Fraction(201, 2), Fraction(1, 3), [Fraction(1, 3), 7]])
@pytest.mark.parametrize(
    "times", [Fraction(1), Fraction(1, 2), Fraction(199, 200), Fraction(101, 100), Fraction(51, 50)]
)
def test_what_marking_takes_for_the_right_answer_is_never_a_known_mistake(right, times):
    wrong = [one * Fraction(times) for one in right] if isinstance(right, list) else right * Fraction(times)
    typed = ", ".join(map(_typed, wrong)) if isinstance(wrong, list) else _typed(wrong)
    assert taken_for(right, wrong, 0.01) == matches(typed, right, 0.01)


def _typed(value):
    return str(int(value)) if value.denominator == 1 else f"{float(value):.12f}"


def test_a_simulation_far_off_is_a_problem(tmp_path):
    (found,) = report(spoiled(tmp_path, "verify/oracle.py", "fmean(sums)", "fmean(sums) + 2")).problems()
    assert found.startswith("the answer is within 5 standard errors of simulation: not so: seed ")


def test_an_oracle_that_raises_is_a_problem(tmp_path):
    (found,) = report(spoiled(tmp_path, "verify/oracle.py", "fmean(sums)", "fmean([])")).problems()
    assert "StatisticsError: fmean requires at least one data point (oracle.py:21)" in found


def test_a_number_of_the_prompt_that_is_no_parameter_is_a_problem(tmp_path):
    entry = spoiled(tmp_path, "prompt.md", "{{ other }} sides", "{{ sides * 7 + 100 }} sides")
    (found,) = report(entry).problems()
    assert found.startswith("each number of the prompt is a parameter or fixed text: not so: seed ")


def test_stories_make_no_variants(tmp_path):
    entry = question(
        tmp_path,
        MATH,
        replaced={"verify/variants.py": ("rng.randint(4, 20), rng.randint(4, 20)", "4, rng.choice([6, 8])")},
    )
    text = (entry.folder / "verify/variants.py").read_text()
    (entry.folder / "verify/variants.py").write_text(text.replace('"Ada"', "str(seed)"))
    (found,) = report(entry).problems()
    assert found == "variants differ in their numbers, at least 20: not so: 2 in 40 fair draws of 40"


def test_a_seed_that_does_not_fix_the_variant_is_a_problem(tmp_path):
    by_order_of_a_set = "random.Random(f'{seed} {set(\"abcdefgh\")}')"
    found = report(spoiled(tmp_path, "verify/variants.py", "random.Random(seed)", by_order_of_a_set)).problems()
    assert any(problem.startswith("a seed always gives the same variant: not so: seed ") for problem in found)


def test_a_question_without_a_fair_draw_is_a_problem(tmp_path):
    never = {"verify/variants.py": ("sides < other", "False"), "question.yaml": ("0..9999", "0..99")}
    problems = report(question(tmp_path, MATH, replaced=never)).problems()
    assert "variants can be drawn: not so: no fair draw in seeds 0 to 99" in problems
    assert any("LookupError: no fair draw in 1,000 from seed 0" in found for found in problems)


def test_floats_may_differ_in_the_last_places_only():
    assert equal(0.1 + 0.2, 0.3)
    assert not equal(0.3, 0.3001)
    assert not equal(Fraction(1, 3), Fraction(333333333, 1000000000))


def test_a_figure_that_does_not_follow_from_the_facts_is_a_problem(tmp_path):
    (found,) = report(question(tmp_path, CASE, replaced={"question.yaml": ("0.625", "0.63")})).problems()
    said = "share_of_week_1: question.yaml says 0.63, the facts give 0.625"
    assert found == f"each derived figure follows from the facts: not so: {said}"


def test_a_figure_that_is_rounded_holds(tmp_path):
    assert report(question(tmp_path, CASE, replaced={"question.yaml": ("0.625", "0.627")})).problems() == []
